using System.Globalization;
using Jizhou.Public.Api.Bookings.Calendar;
using Jizhou.Public.Api.Bookings.Notices.Office;
using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Notices;

/// <summary>The words of a notice, from the booking as it is now and the templates of content/data/bulky/notices.yaml.</summary>
public sealed class NoticeWords(PickupFacts facts, NoticeBook book)
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>A text message.</summary>
    public string Sms(Notice notice, StoredBooking booking, DateOnly today) => Fill(Template(notice, booking).Sms, booking, today);

    /// <summary>What whoever rings can say.</summary>
    public string Call(Notice notice, StoredBooking booking, DateOnly today) => Fill(Template(notice, booking).Call, booking, today);

    /// <summary>What it is called as things are now: 提醒, 改期了.</summary>
    public string Name(Notice notice, StoredBooking booking) => Template(notice, booking).Name;

    /// <summary>What it was called when it was written: 提醒（提前 3 天）, 改期了, or a mail of the office.</summary>
    public string Name(Notice notice) => notice.DaysBefore is { } days
        ? $"{book.Template("reminder").Name}（提前 {days} 天）"
        : OfficeMails.Names.TryGetValue(notice.Event, out var mail) ? mail : book.Template(notice.Event).Name;

    /// <summary>12月3日（周四）.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日（{Weekdays[(int)day.DayOfWeek]}）");

    // The state decides, not what once happened: a booking that is cancelled by now is told as cancelled.
    private NoticeTemplate Template(Notice notice, StoredBooking booking) => book.Template(booking.State switch
    {
        BookingState.Cancelled => "cancelled",
        BookingState.Postponed => "waiting",
        _ => notice.DaysBefore is null ? notice.Event : "reminder",
    });

    private string Fill(string words, StoredBooking booking, DateOnly today)
    {
        var (rules, day) = (facts.Book.Rules, booking.Slot.Date);
        var window = rules.Window(booking.Slot.Window);
        var until = CutOff.Of(day, rules, facts.Holidays).ToOffset(JizhouClock.Offset);
        var text = NoticeTemplate.Fill(words, new Dictionary<string, string>
        {
            ["label"] = booking.Label,
            ["day"] = Day(day),
            ["window"] = window?.Name ?? "",
            ["hours"] = window is null ? "" : $"{SlotView.Time(window.StartsAt)}–{SlotView.Time(window.EndsAt)}",
            ["until"] = string.Create(CultureInfo.InvariantCulture, $"{until.Month}月{until.Day}日{until:HH:mm}"),
            ["was"] = Day(booking.PostponedFrom ?? day),
            ["reason"] = Reason(booking),
            ["in"] = (day.DayNumber - today.DayNumber) switch { 0 => "今天", 1 => "明天", 2 => "后天", var days => $"{days}天后" },
        });
        return rules.Sample ? book.SampleMark + text : text;
    }

    private string Reason(StoredBooking booking) => booking.State is BookingState.PartlyCollected or BookingState.NotCollected
        ? facts.Book.Rounds.Reason(booking.Reason)?.Name ?? "收运员没有写原因"
        : booking.Reason is { } code ? ClosingReasons.Words(code) : "停收";
}
