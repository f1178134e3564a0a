using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>A holiday notice in words, festival by festival.</summary>
public static class NoticeWords
{
    /// <summary>One line a festival: 春节：2月5日至11日放假，共 7 天；2月20日（周六）上班.</summary>
    public static IEnumerable<string> Lines(HolidayNotice notice) => notice.Days.GroupBy(day => Festival(day.Name), StringComparer.Ordinal).Select(festival =>
    {
        var off = festival.Where(day => day.State == DayState.Holiday).Select(day => day.Date).Order().ToList();
        var worked = festival.Where(day => day.State == DayState.Makeup).Select(day => day.Date).Order().ToList();
        return $"{festival.Key}：{(off.Count == 0 ? "" : $"{string.Join('、', Spans(off))}放假，共 {off.Count} 天")}"
            + (worked.Count == 0 ? "" : $"{(off.Count == 0 ? "" : "；")}{string.Join('、', worked.Select(day => $"{day:M月d日}（周{Weekday(day)}）"))}上班");
    });

    /// <summary>日 to 六.</summary>
    public static char Weekday(DateOnly date) => "日一二三四五六"[(int)date.DayOfWeek];

    private static string Festival(string name) => name.EndsWith('节') && name is not "春节" ? name[..^1] : name;

    private static IEnumerable<string> Spans(IReadOnlyList<DateOnly> days)
    {
        var first = 0;
        for (var i = 0; i < days.Count; i++)
        {
            if (i + 1 == days.Count || days[i + 1] != days[i].AddDays(1))
            {
                yield return first == i ? $"{days[i]:M月d日}" : $"{days[first]:M月d日}至{days[i]:M月d日}";
                first = i + 1;
            }
        }
    }
}
