using System.Globalization;
using Jizhou.Public.Api.Bookings.Notices.Calls;
using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.Api.Platform.Operators;

namespace Jizhou.Public.Api.Bookings.Notices;

/// <summary>Says on the start page of the console that there are dead letters.</summary>
public sealed class DeadLetterWarning(BookingDesk desk) : IConsoleWarnings
{
    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<ConsoleWarning>> NowAsync(CancellationToken cancellationToken)
    {
        var figures = await desk.Database.ReadAsync(c => OutboxStore.CountAsync(c, desk.Clock.Now), cancellationToken);
        return figures.Dead == 0
            ? []
            : [new(string.Create(CultureInfo.InvariantCulture, $"有 {figures.Dead} 条通知发不出去。"), "/console/notices/?state=dead", "看原因、重发", CallRoles.Callers)];
    }
}
