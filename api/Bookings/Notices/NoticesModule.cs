using Jizhou.Public.Api.Bookings.Notices.Calls;
using Jizhou.Public.Api.Bookings.Notices.Office;
using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Telemetry;
using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Notices;

/// <summary>What residents and the office are told about bookings.</summary>
public static class NoticesModule
{
    /// <summary>Registers outbox, sender and pages.</summary>
    public static void AddBookingNotices(this IServiceCollection services, IConfiguration configuration)
    {
        var every = TimeSpan.FromSeconds(Settings.NoticesSendEverySeconds.NumberOf(configuration));
        services.AddSingleton(provider => provider.GetRequiredService<ContentFolder>().Notices
            ?? throw new StartFailedException("无法启动：内容文件夹里没有 data/bulky/notices.yaml。", "Mend: restore content/data/bulky/notices.yaml."));
        services.AddSingleton(provider => PlanOf(provider.GetRequiredService<NoticeBook>(), provider.GetRequiredService<NoticeChannels>()));
        services.AddSingleton<IBookingObserver, NoteNotices>();
        services.AddSingleton<NoticeWords>();
        services.AddSingleton<OfficeMails>();
        services.AddSingleton<SendNotice>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<NoticeSender>(provider, every));
        services.AddHostedService(provider => provider.GetRequiredService<NoticeSender>());
        services.AddSingleton<CallSheet>();
        services.AddSingleton<IConsoleWarnings, DeadLetterWarning>();
        services.AddConsoleLink("/console/calls/", "今天要打的电话", "改期、没收走、提醒：给谁打、说什么、打通没有。", 14, CallRoles.Callers);
        services.AddConsoleLink("/console/notices/", "通知", "短信和邮件发出去没有，发不出去的看原因、重发。", 55, CallRoles.Callers);
        AddGauge(services, "jizhou.outbox.age", "s", "Seconds that the oldest unsent message has waited, further attempts included.", (figures, now) => figures.Age(now).TotalSeconds);
        AddGauge(services, "jizhou.outbox.due", "{message}", "Messages that should be out by now.", (figures, _) => figures.Due);
        AddGauge(services, "jizhou.outbox.calls", "{call}", "Residents to ring.", (figures, _) => figures.Calls);
        AddGauge(services, "jizhou.outbox.dead", "{message}", "Messages that were given up and wait for an operator.", (figures, _) => figures.Dead);
        services.AddAuditAction(NoticeActions.Resent);
        services.AddAuditAction(NoticeActions.CallsExported);
    }

    /// <summary>Maps the pages.</summary>
    public static void MapBookingNotices(this IEndpointRouteBuilder app)
    {
        ListCalls.Map(app);
        NoteCall.Map(app);
        ListNotices.Map(app);
        ResendNotices.Map(app);
    }

    private static void AddGauge(IServiceCollection services, string name, string unit, string description, Func<OutboxFigures, DateTimeOffset, double> figure) => services.AddSingleton<IGauge>(
        provider => new OutboxGauge(provider.GetRequiredService<IDatabase>(), provider.GetRequiredService<JizhouClock>(), name, unit, description, figure));

    private static NoticePlan PlanOf(NoticeBook book, NoticeChannels channels) => new(book, channels.Webhook is not null, channels.ReachResidents);
}
