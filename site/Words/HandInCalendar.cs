using System.Globalization;
using System.Text;
using Jizhou.Public.Content;
using Jizhou.Public.Site.Build;

namespace Jizhou.Public.Site.Words;

/// <summary>
/// The days of hand-in as calendar files (RFC 5545): one for the district, one a township that has any. Days without a time, because the hours stand
/// in the text and a day is what a farmer plans by. The same content gives the same bytes: DTSTAMP is the day of the last check.
/// </summary>
public static class HandInCalendar
{
    private const int LongestLineBytes = 75;

    /// <summary>Address of a township's calendar, or of the district's.</summary>
    public static string Address(string? township) => $"/farm/hand-in/{township ?? "all"}.ics";

    /// <summary>The files.</summary>
    public static IEnumerable<SiteFile> Files(ContentFolder content) =>
        content.HandIns.Select(one => one.Township).Distinct().Append(null)
            .Select(township => SiteFile.Text(Address(township)[1..], Write([.. content.HandIns.Where(one => township is null || one.Township == township)], content)));

    /// <summary>A calendar of some weeks; lines end with CRLF and hold at most 75 octets.</summary>
    public static string Write(IReadOnlyList<HandIn> weeks, ContentFolder content)
    {
        IEnumerable<string> lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jizhou.Public//hand-in//ZH", "CALSCALE:GREGORIAN",
            .. weeks.SelectMany(week => Event(week, content)), "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(Folded));
    }

    private static IEnumerable<string> Event(HandIn week, ContentFolder content)
    {
        var names = string.Join("、", week.Materials.Select(code => content.Places.Material(code)?.Name ?? code));
        var town = content.Geo.Township(week.Township)?.Name ?? week.Township;
        return
        [
            "BEGIN:VEVENT", $"UID:{week.Id}@jizhou-public.invalid", $"DTSTAMP:{Day(week.CheckedOn)}T000000Z",
            $"DTSTART;VALUE=DATE:{Day(week.From)}", $"DTEND;VALUE=DATE:{Day(week.Until.AddDays(1))}",
            $"SUMMARY:{Escaped($"{(week.Sample ? "示例·" : "")}{town}交回{names}")}",
            $"DESCRIPTION:{Escaped($"每天 {week.Hours}。收：{names}。{(week.Sample ? "这是示例，请勿前往。" : "")}去之前先问村里，或拨打 12345（外地 022-12345）。")}",
            $"LOCATION:{Escaped(week.Where)}", "TRANSP:TRANSPARENT", "END:VEVENT",
        ];
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // A fold is CRLF and a space, never inside a character; the space counts for the next line.
    private static string Folded(string line)
    {
        var text = new StringBuilder();
        var used = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > LongestLineBytes)
            {
                text.Append("\r\n ");
                used = 1;
            }

            text.Append(rune);
            used += rune.Utf8SequenceLength;
        }

        return text.Append("\r\n").ToString();
    }
}
