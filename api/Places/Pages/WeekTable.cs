using System.Text;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>The coming seven days of a place as a table, holidays named: what a notice on its door would say.</summary>
public static class WeekTable
{
    private const int Days = 7;
    private const int TellDays = 5;
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>The table, beginning with today; only the words where the hours are not known or never change.</summary>
    /// <param name="entry">The place.</param>
    /// <param name="today">The day in Jizhou; null for a page that is kept, which names no day.</param>
    /// <param name="words">Holidays.</param>
    public static string Of(PlaceEntry entry, DateOnly? today, PlaceWords words)
    {
        var hours = entry.Hours;
        var days = LunarWords.Of(entry.Place.Lunar);
        var said = HoursWords.Of(hours);
        var whole = days.Length == 0 ? said : $"{days}，{(said.StartsWith("每天 ", StringComparison.Ordinal) ? said[3..] : said)}";
        var rule = $"<p>{PageTemplate.Escape(whole)}{(hours.IsUnderstood ? "。" : "")}</p>";
        if (today is not { } first || !(hours.IsUnderstood || hours.HasDays) || (hours.Rules is [{ IsAlways: true }] && !hours.HasDays))
        {
            return rule + (hours.IsUnderstood ? "" : "<p class=\"quiet\">去之前请先问一问：天津本地 <a href=\"tel:12345\">12345</a>，外地手机 <a href=\"tel:022-12345\">022-12345</a>。</p>");
        }

        var html = new StringBuilder(rule).Append("<table class=\"week\"><caption class=\"unseen\">今天起七天的开放时间</caption><tbody>");
        for (var day = first; day < first.AddDays(Days); day = day.AddDays(1))
        {
            html.Append(Row(hours, day, day == first, words));
        }

        html.Append("</tbody></table>");
        if (entry.Comes && hours.ComingDays(At(first), TellDays, words.StateOf) is { Count: > 0 } coming)
        {
            html.Append($"<p>接下来：{string.Join("、", coming.Select(OpeningWords.Day))}。</p>");
        }

        var unknown = first.AddDays(Days - 1).Year;
        return words.KnowsHolidaysOf(unknown) ? html.ToString() : html + $"<p class=\"quiet\">{unknown}年的放假安排本站还没有收录，遇节假日请先问一问。</p>";
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));

    private static string Row(OpeningHours hours, DateOnly day, bool today, PlaceWords words)
    {
        var special = words.SpecialDay(day) switch
        {
            { State: DayState.Holiday } holiday => $"，{holiday.Name}放假",
            { State: DayState.Makeup } => "，调休上班",
            _ => "",
        };
        var name = $"{(today ? "今天 " : "")}{day.Month}月{day.Day}日（{Weekdays[(int)day.DayOfWeek]}{special}）";
        return $"<tr{(today ? " class=\"today\"" : "")}><th scope=\"row\">{PageTemplate.Escape(name)}</th>"
            + $"<td>{PageTemplate.Escape(HoursWords.Of(hours.On(day, words.StateOf)))}</td></tr>";
    }
}
