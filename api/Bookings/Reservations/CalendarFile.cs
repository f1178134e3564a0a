using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>
/// A pickup as a calendar file (RFC 5545). The UID stays, every change counts SEQUENCE up, so a calendar that reads the file again moves or strikes out
/// what it holds. Nothing personal stands in it: no reference, address, name or phone.
/// </summary>
public static class CalendarFile
{
    /// <summary>What all files and events of a booking share: a keyed hash, so that it opens nothing.</summary>
    public static string IdOf(string reference, BookingDesk desk) => desk.Secrets.Key("ics", reference)[..32];

    /// <summary>The file as things are now. A cancelled booking, and one whose day was called off before a new one is found, says STATUS:CANCELLED.</summary>
    public static string Write(StoredBooking booking, BookingDesk desk, DateTimeOffset now)
    {
        var (rules, window) = (desk.Facts.Book.Rules, desk.Facts.Book.Rules.Window(booking.Slot.Window));
        var isOff = booking.State is BookingState.Cancelled or BookingState.Postponed;
        string[] lines =
        [
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:{IdOf(booking.Reference, desk)}@jizhou-public",
            $"SEQUENCE:{booking.Sequence}",
            $"STATUS:{(isOff ? "CANCELLED" : "CONFIRMED")}",
            $"DTSTAMP:{CalendarText.Utc(now)}",
            $"DTSTART:{CalendarText.Utc(JizhouClock.At(booking.Slot.Date, window?.StartsAt ?? default))}",
            $"DTEND:{CalendarText.Utc(JizhouClock.At(booking.Slot.Date, window?.EndsAt ?? new TimeOnly(23, 59)))}",
            $"SUMMARY:{CalendarText.Words($"大件上门收运{(rules.Sample ? "（演示，不会真的来车）" : "")} {booking.Label}")}",
            $"DESCRIPTION:{CalendarText.Words(Words(booking))}",
            .. isOff ? (string[])[] : ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", $"DESCRIPTION:{CalendarText.Words($"明天收大件 {booking.Label}")}", "END:VALARM"],
            "END:VEVENT",
        ];
        return CalendarText.Write("bulky pickup", lines);
    }

    private static string Words(StoredBooking booking) => booking.State switch
    {
        BookingState.Cancelled => "这个预约已取消，不会来车。",
        BookingState.Postponed => "这一天停收，新的日子还没定。定了以后，请到“查预约”重新下载。",
        _ => $"请把“{booking.Label}”写在物品上，按时放到路边。",
    };
}
