using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Notices.Calls;

/// <summary>Whom to ring today (电话名单), with what to say. What is no longer true leaves the sheet at the moment somebody looks at it.</summary>
public sealed class CallSheet(BookingDesk desk, NoticeBook book, NoticeWords words)
{
    /// <summary>A line of the sheet. It holds personal data: never cached, never logged.</summary>
    /// <param name="Number">Number of the notice.</param>
    /// <param name="What">改期了, 提醒 …</param>
    /// <param name="Phone">The number in full.</param>
    /// <param name="Name">How to address the resident, if given.</param>
    /// <param name="Village">Where.</param>
    /// <param name="Area">Code of the service area.</param>
    /// <param name="Label">Label of the item.</param>
    /// <param name="When">Day and window in words.</param>
    /// <param name="Say">What to say.</param>
    /// <param name="Tries">Calls that were made, the newest first.</param>
    /// <param name="IsReminder">Is it only a reminder, and nothing that the resident does not know?</param>
    /// <param name="Slot">When the truck comes.</param>
    public sealed record Line(long Number, string What, string Phone, string? Name, string Village, string Area, string Label, string When, string Say, IReadOnlyList<Call> Tries,
        bool IsReminder, SlotId Slot);

    /// <summary>The whole sheet as it is now: news before reminders, what was not tried before what was, then as the trucks come.</summary>
    public async Task<IReadOnlyList<Line>> ReadAsync(CancellationToken cancellationToken)
    {
        var (now, today) = (desk.Clock.Now, desk.Clock.Today);
        var (lines, stale) = await desk.Database.ReadAsync(
            async connection =>
            {
                var tries = await CallStore.TriesAsync(connection, now);
                List<Line> lines = [];
                List<(long, string)> stale = [];
                HashSet<string> seen = [];
                foreach (var notice in await CallStore.DueAsync(connection, now))
                {
                    var booking = await BookingStore.FindAsync(connection, notice.Reference!);
                    if (NoticeRule.WhyNot(notice, booking, today, book.RemindDaysBefore) is { } why)
                    {
                        stale.Add((notice.Number, why));
                    }
                    else if (seen.Add(notice.Reference!)) // one call tells everything about a booking
                    {
                        lines.Add(LineOf(notice, booking!, [.. tries[notice.Number]], today));
                    }
                }

                return (lines, stale);
            },
            cancellationToken);
        if (stale.Count > 0)
        {
            await desk.Database.WriteAsync(tx => CallStore.DropAsync(tx, stale, now), cancellationToken);
        }

        var windows = desk.Facts.Book.Rules.Windows.Select(w => w.Code).ToList();
        return [.. lines.OrderBy(l => l.IsReminder).ThenBy(l => l.Tries is [var last, ..] ? last.At : 0).ThenBy(l => l.Slot.Date)
            .ThenBy(l => windows.IndexOf(l.Slot.Window)).ThenBy(l => l.Village, StringComparer.Ordinal).ThenBy(l => l.Number)];
    }

    private Line LineOf(Notice notice, StoredBooking booking, IReadOnlyList<Call> tries, DateOnly today)
    {
        var personal = desk.Secrets.Open<Personal>(booking.Secret!, BookingSecrets.PersonalData);
        return new Line(notice.Number, words.Name(notice, booking), PhoneNumber.FromStored(personal.Phone).Digits, personal.Name,
            desk.Facts.Geo.Village(booking.Village)?.Label ?? booking.Village, booking.Slot.Area, booking.Label,
            NoticeWords.Day(booking.Slot.Date) + desk.Facts.Book.Rules.Window(booking.Slot.Window)?.Name, words.Call(notice, booking, today), tries,
            notice.DaysBefore is not null, booking.Slot);
    }
}
