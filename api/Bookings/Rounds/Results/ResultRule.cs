using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Bookings.Rounds.Results;

/// <summary>What is known when a result arrives, perhaps hours after it happened.</summary>
/// <param name="HappenedAt">When it happened.</param>
/// <param name="RoundDay">Day of the round it was noted on.</param>
/// <param name="State">State of the booking now.</param>
/// <param name="BookedDay">Day for which it is booked now.</param>
/// <param name="CancelledAt">When it was cancelled; null when it never was.</param>
/// <param name="LeftAt">When it left the round; null while it stands in it.</param>
/// <param name="StandingSince">When the result happened that stands now; null when there is none.</param>
public sealed record ResultFacts(DateTimeOffset HappenedAt, DateOnly RoundDay, string State, DateOnly BookedDay, DateTimeOffset? CancelledAt, DateTimeOffset? LeftAt, DateTimeOffset? StandingSince);

/// <summary>What becomes of a result.</summary>
public enum Verdict
{
    /// <summary>It is what happened.</summary>
    Stands,

    /// <summary>It is what happened, and the cancellation came too late: it becomes a note.</summary>
    StandsOverCancellation,

    /// <summary>A later result of the same stop is here already.</summary>
    Replaced,

    /// <summary>The booking had been cancelled before: a dispatcher must look.</summary>
    AfterCancellation,

    /// <summary>The booking had been moved to another day before: a dispatcher must look.</summary>
    AfterMove,

    /// <summary>The phone says another day than the round's: a dispatcher must look.</summary>
    OtherDay,
}

/// <summary>
/// Decides about a result by when it happened, not by when it arrived: what was done before a cancellation or a move was done, and stands; what was
/// done after it is kept for the dispatcher. Nothing is ever thrown away.
/// </summary>
public static class ResultRule
{
    /// <summary>The verdict.</summary>
    public static Verdict Decide(ResultFacts facts)
    {
        if (DateOnly.FromDateTime(facts.HappenedAt.ToOffset(JizhouClock.Offset).DateTime) != facts.RoundDay)
        {
            return Verdict.OtherDay;
        }

        if (facts.StandingSince is { } since)
        {
            return facts.HappenedAt >= since ? Verdict.Stands : Verdict.Replaced;
        }

        if (facts.State == BookingState.Cancelled)
        {
            return facts.HappenedAt < facts.CancelledAt ? Verdict.StandsOverCancellation : Verdict.AfterCancellation;
        }

        // Given to another vehicle of the same day, it is still this day's pickup, whoever did it.
        var isStillToday = facts.BookedDay == facts.RoundDay && facts.State is (BookingState.Booked or BookingState.Assigned);
        return facts.LeftAt is not { } left || facts.HappenedAt < left || isStillToday ? Verdict.Stands : Verdict.AfterMove;
    }

    /// <summary>Is it kept for a dispatcher?</summary>
    public static bool IsDiscrepancy(this Verdict verdict) => verdict is Verdict.AfterCancellation or Verdict.AfterMove or Verdict.OtherDay;

    /// <summary>The code that is stored; null for what simply stands.</summary>
    public static string? Code(this Verdict verdict) => verdict switch
    {
        Verdict.StandsOverCancellation => "cancelled-later",
        Verdict.AfterCancellation => "cancelled",
        Verdict.AfterMove => "moved",
        Verdict.OtherDay => "other-day",
        _ => null,
    };

    /// <summary>The codes in words, for dispatchers.</summary>
    public static string? Words(string? code) => code switch
    {
        null => null,
        "cancelled-later" => "收完以后才取消的，按收运结果算",
        "cancelled" => "收之前已经取消",
        "moved" => "收之前已经改到别的日子",
        "other-day" => "手机上的日期不是派车这一天",
        _ => code,
    };

    /// <summary>
    /// An instant of a phone's clock by ours: put right by the difference between the two when it was sent, and never in the future. Without the
    /// phone's own time of sending, as the page without scripts sends it, it happened now.
    /// </summary>
    public static DateTimeOffset Righted(DateTimeOffset? happened, DateTimeOffset? sent, DateTimeOffset now)
    {
        if (happened is not { } at || sent is not { } then || at > then)
        {
            return now;
        }

        return now - (then - at);
    }
}
