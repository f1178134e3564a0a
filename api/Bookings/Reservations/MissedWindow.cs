using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>
/// When a pickup can be reported as missed: from the end of its window to the end of the second working day after it (<c>missedDays</c>). Pure.
/// The booking's own day counts, which after a postponement is the new one.
/// </summary>
public static class MissedWindow
{
    /// <summary>From when on a missed pickup can be reported, and until before when.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until) Of(SlotId slot, PickupFacts facts)
    {
        var (rules, holidays) = (facts.Book.Rules, facts.Holidays);
        var ends = rules.Window(slot.Window)?.EndsAt ?? new TimeOnly(23, 59);
        return (JizhouClock.At(slot.Date, ends), JizhouClock.At(holidays.AfterWorkingDays(slot.Date, rules.MissedDays).AddDays(1), TimeOnly.MinValue));
    }

    /// <summary>Why it cannot be reported at an instant; null when it can. What the crew wrote down as collected may be disputed; its own reason may not.</summary>
    public static Refusal? WhyNot(StoredBooking booking, PickupFacts facts, DateTimeOffset now)
    {
        if (booking.State is BookingState.Cancelled or BookingState.Postponed)
        {
            return BookingRefusals.NobodyWasToCome();
        }

        if (booking is { State: BookingState.NotCollected or BookingState.PartlyCollected, Reason: { } code })
        {
            var reason = facts.Book.Rounds.Reason(code);
            return BookingRefusals.CrewGaveReason(code, reason?.Name ?? code, reason?.Advice ?? "请重新预约，或拨打 12345（外地手机 022-12345）。");
        }

        var (from, until) = Of(booking.Slot, facts);
        return now < from ? BookingRefusals.IsTooEarlyToMiss(from)
            : now >= until ? BookingRefusals.IsTooLateToMiss(until, facts.Book.Rules.MissedDays)
            : null;
    }
}
