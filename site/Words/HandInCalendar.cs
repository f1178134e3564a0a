using Jizhou.Public.Content;
using Jizhou.Public.Site.Build;

namespace Jizhou.Public.Site.Words;

/// <summary>
/// The days of hand-in as calendar files (RFC 5545): one for the district, one a township that has any. Days without a time, because the hours stand
/// in the text and a day is what a farmer plans by. The same content gives the same bytes: DTSTAMP is the day of the last check.
/// </summary>
public static class HandInCalendar
{
    /// <summary>Address of a township's calendar, or of the district's.</summary>
    public static string Address(string? township) => $"/farm/hand-in/{township ?? "all"}.ics";

    /// <summary>The files.</summary>
    public static IEnumerable<SiteFile> Files(ContentFolder content) =>
        content.HandIns.Select(one => one.Township).Distinct().Append(null)
            .Select(township => SiteFile.Text(Address(township)[1..], Write([.. content.HandIns.Where(one => township is null || one.Township == township)], content)));

    /// <summary>A calendar of some weeks.</summary>
    public static string Write(IReadOnlyList<HandIn> weeks, ContentFolder content) => CalendarText.Write("hand-in", weeks.SelectMany(week => Event(week, content)));

    private static IEnumerable<string> Event(HandIn week, ContentFolder content)
    {
        var names = string.Join("、", week.Materials.Select(code => content.Places.Material(code)?.Name ?? code));
        var town = content.Geo.Township(week.Township)?.Name ?? week.Township;
        return
        [
            "BEGIN:VEVENT", $"UID:{week.Id}@jizhou-public.invalid", $"DTSTAMP:{CalendarText.Day(week.CheckedOn)}T000000Z",
            $"DTSTART;VALUE=DATE:{CalendarText.Day(week.From)}", $"DTEND;VALUE=DATE:{CalendarText.Day(week.Until.AddDays(1))}",
            $"SUMMARY:{CalendarText.Words($"{(week.Sample ? "示例·" : "")}{town}交回{names}")}",
            $"DESCRIPTION:{CalendarText.Words($"每天 {week.Hours}。收：{names}。{(week.Sample ? "这是示例，请勿前往。" : "")}去之前先问村里，或拨打 12345（外地 022-12345）。")}",
            $"LOCATION:{CalendarText.Words(week.Where)}", "TRANSP:TRANSPARENT", "END:VEVENT",
        ];
    }
}
