namespace Jizhou.Public.Api.Bookings.Notices.Outbox;

/// <summary>How full the outbox is; what a person must ring is counted apart.</summary>
/// <param name="Due">Messages that should be out by now, those that wait for another attempt not counted.</param>
/// <param name="Planned">Messages for later: reminders, and further attempts.</param>
/// <param name="Calls">Residents to ring.</param>
/// <param name="Dead">Dead letters.</param>
/// <param name="OldestAt">When the oldest message that should be out, or failed before, became due, in milliseconds since 1970; 0 when there is none.</param>
public sealed record OutboxFigures(long Due, long Planned, long Calls, long Dead, long OldestAt)
{
    /// <summary>An empty outbox.</summary>
    public static OutboxFigures None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>How long the oldest has been waiting; zero when nothing waits.</summary>
    public TimeSpan Age(DateTimeOffset now) =>
        OldestAt > 0 && now.ToUnixTimeMilliseconds() > OldestAt ? TimeSpan.FromMilliseconds(now.ToUnixTimeMilliseconds() - OldestAt) : TimeSpan.Zero;
}
