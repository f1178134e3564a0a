using Jizhou.Public.Api.Bookings.Rounds.Crew;
using Jizhou.Public.Api.Bookings.Rounds.Dispatch;
using Jizhou.Public.Api.Bookings.Rounds.Results;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Bookings.Rounds;

/// <summary>The rounds: planned and handed out by dispatchers, driven by crews, also without a connection.</summary>
public static class RoundsModule
{
    /// <summary>Registers the part.</summary>
    public static void AddRounds(this WebApplicationBuilder builder)
    {
        var (services, photoBytes) = (builder.Services, Settings.LimitsPhotoBytes.NumberOf(builder.Configuration, least: 1));
        services.AddSingleton(provider => new RoundDesk(provider.GetRequiredService<BookingDesk>(), provider.GetRequiredService<AuditLog>(), photoBytes));
        services.AddSingleton<RoundKeys>();
        services.AddSingleton<RoundFiles>();
        services.AddSingleton<IBookingObserver, LeaveRound>();
        services.AddSingleton<IExpiringData, EraseResults>();
        services.AddConsoleLink("/console/round/", "我的清运单", "今天要跑的站：打电话、看地址、记结果；没有信号也能用。", 5, Roles.Crew);
        services.AddConsoleLink("/console/rounds/", "清运单", "今天和以后的车：排车、调站、派车、打印。", 12, RoundRoles.Readers);
        services.AddConsoleLink("/console/rounds/results/", "收运结果", "每天收了多少、卸在哪里，和对不上的结果。", 13, RoundRoles.Readers);
        services.AddConsoleLink("/console/rounds/crews/", "收运员的车", "哪个账号开哪辆车。", 70, RoundRoles.Makers);
        services.AddConsoleScript(RoundFiles.Leave, Roles.Crew);
        foreach (var action in RoundActions.All)
        {
            services.AddAuditAction(action);
        }
    }

    /// <summary>The addresses of the part.</summary>
    public static void MapRounds(this IEndpointRouteBuilder app)
    {
        ListRounds.Map(app);
        ShowBoard.Map(app);
        ChangeBoard.Map(app);
        PrintRounds.Map(app);
        ShowResults.Map(app);
        SetCrews.Map(app);

        ShowRound.Map(app);
        SendReport.Map(app);
        OpenSession.Map(app);
        RoundFiles.Map(app);
    }
}
