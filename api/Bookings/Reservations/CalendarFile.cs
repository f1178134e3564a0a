using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>
/// A pickup as a calendar file (RFC 5545). The UID stays, every change counts SEQUENCE up, so a calendar that reads the file again moves or strikes out
/// what it holds. Nothing personal stands in it: no reference, address, name or phone.
/// </summary>
public static class CalendarFile
{
    private const int LongestLineOctets = 75;

    /// <summary>What all files and events of a booking share: a keyed hash, so that it opens nothing.</summary>
    public static string IdOf(string reference, BookingDesk desk) => desk.Secrets.Key("ics", reference)[..32];

    /// <summary>The file as things are now. A cancelled booking, and one whose day was called off before a new one is found, says STATUS:CANCELLED.</summary>
    public static string Write(StoredBooking booking, BookingDesk desk, DateTimeOffset now)
    {
        var (rules, window) = (desk.Facts.Book.Rules, desk.Facts.Book.Rules.Window(booking.Slot.Window));
        var isOff = booking.State is BookingState.Cancelled or BookingState.Postponed;
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jizhou.Public//bulky pickup//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:{IdOf(booking.Reference, desk)}@jizhou-public",
            $"SEQUENCE:{booking.Sequence}",
            $"STATUS:{(isOff ? "CANCELLED" : "CONFIRMED")}",
            $"DTSTAMP:{Utc(now)}",
            $"DTSTART:{Utc(JizhouClock.At(booking.Slot.Date, window?.StartsAt ?? default))}",
            $"DTEND:{Utc(JizhouClock.At(booking.Slot.Date, window?.EndsAt ?? new TimeOnly(23, 59)))}",
            $"SUMMARY:{Text($"大件上门收运{(rules.Sample ? "（演示，不会真的来车）" : "")} {booking.Label}")}",
            $"DESCRIPTION:{Text(Words(booking))}",
            .. isOff ? (string[])[] : ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", $"DESCRIPTION:{Text($"明天收大件 {booking.Label}")}", "END:VALARM"],
            "END:VEVENT", "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(Fold));
    }

    private static string Words(StoredBooking booking) => booking.State switch
    {
        BookingState.Cancelled => "这个预约已取消，不会来车。",
        BookingState.Postponed => "这一天停收，新的日子还没定。定了以后，请到“查预约”重新下载。",
        _ => $"请把“{booking.Label}”写在物品上，按时放到路边。",
    };

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // RFC 5545 3.3.11: these four have a meaning of their own in a text.
    private static string Text(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // RFC 5545 3.1: no line longer than 75 octets; a continuation begins with a space.
    private static string Fold(string line)
    {
        var (folded, octets) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLineOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }
}
