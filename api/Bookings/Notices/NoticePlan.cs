using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Notices;

/// <summary>
/// What must be told after a change, and by which way. Pure. A change is told once; reminders of its day are written beforehand, with the instant from
/// which they may go out, and whether they are still true is decided then.
/// </summary>
/// <param name="book">When residents are reminded.</param>
/// <param name="hasWebhook">Is there a receiver of events?</param>
/// <param name="reachesResidents">Does it reach residents (text messages)? Otherwise a person rings.</param>
public sealed class NoticePlan(NoticeBook book, bool hasWebhook, bool reachesResidents)
{
    private static readonly string[] Told = ["booked", "amended", "cancelled", "postponed", "partly-collected", "not-collected"];
    private static readonly string[] ByThemselves = ["resident", "phone", "agent"];

    /// <summary>Did the resident make the change, or was spoken to when it was made? Then nobody has to ring about it.</summary>
    public static bool IsKnownToResident(BookingChange change) => ByThemselves.Contains(change.By, StringComparer.Ordinal);

    /// <summary>Everything to be written for a change.</summary>
    public IReadOnlyList<NewNotice> Of(BookingChange change)
    {
        var booking = change.After;
        List<NewNotice> notices = [];
        if (Told.Contains(change.What, StringComparer.Ordinal) && !IsTrifle(change))
        {
            notices.AddRange(Ways(new($"{booking.Reference} {booking.Sequence}", "", change.What, booking.Reference, booking.Sequence, null, !IsKnownToResident(change), change.At), change.At));
        }

        if (change.Before?.Slot.Date != booking.Slot.Date || (change.Before?.State == BookingState.Postponed && booking.State != BookingState.Postponed))
        {
            notices.AddRange(Reminders(booking, change.At));
        }

        return notices;
    }

    /// <summary>The reminders of a booking whose instant lies ahead; one that would already be due says nothing that the resident has not just been told.</summary>
    public IEnumerable<NewNotice> Reminders(StoredBooking booking, DateTimeOffset now) => booking.State is BookingState.Booked or BookingState.Assigned
        ? book.RemindDaysBefore.SelectMany(days => Reminder(booking, days, now))
        : [];

    private IEnumerable<NewNotice> Reminder(StoredBooking booking, int daysBefore, DateTimeOffset now)
    {
        var (day, remindOn) = (booking.Slot.Date, booking.Slot.Date.AddDays(-daysBefore));
        var dueAt = JizhouClock.At(remindOn, book.RemindAt);
        return dueAt <= now ? [] : Ways(
            new($"{booking.Reference} {SlotStore.Day(day)} {daysBefore}", "", Notice.Reminder(daysBefore), booking.Reference, booking.Sequence, day, MustRing: true, dueAt),
            callAt: JizhouClock.At(remindOn, book.CallsFrom));
    }

    // A text message where one arrives, else the event for whoever listens, and a person who rings.
    private IEnumerable<NewNotice> Ways(NewNotice notice, DateTimeOffset callAt)
    {
        if (reachesResidents)
        {
            yield return notice with { Channel = NoticeChannel.Webhook };
            yield break;
        }

        if (hasWebhook)
        {
            yield return notice with { Once = notice.Once + " feed", Channel = NoticeChannel.Webhook, MustRing = false };
        }

        if (notice.MustRing)
        {
            yield return notice with { Channel = NoticeChannel.Call, DueAt = callAt };
        }
    }

    // Only a note for the crew changed: nothing of what was told before has become wrong.
    private static bool IsTrifle(BookingChange change) =>
        change is { What: "amended", Before: { } before } && before.Slot == change.After.Slot && before.Quote == change.After.Quote;
}
