using System.Globalization;
using System.Text;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Components;

namespace Jizhou.Public.Api.Bookings.Calendar.Pages;

/// <summary>Twelve months at a glance: 休 on days off, 班 on weekend days that are worked. The list of words beside it says the same. (Not a Razor file: that would take SVG's text element for its own.)</summary>
public static class YearPicture
{
    private const int Cell = 20;
    private const int MonthWidth = (7 * Cell) + 16;
    private const int MonthHeight = (6 * Cell) + 34;

    /// <summary>The picture as SVG.</summary>
    public static MarkupString Of(int year, HolidayCalendar holidays)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"year\" viewBox=\"0 0 {4 * MonthWidth} {3 * MonthHeight}\" role=\"img\" aria-label=\"{year} 年放假和上班的日子，文字见列表\">");
        for (var month = 1; month <= 12; month++)
        {
            var (left, top) = ((month - 1) % 4 * MonthWidth, (month - 1) / 4 * MonthHeight);
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"year-month\" x=\"{left + 4}\" y=\"{top + 16}\">{month}月</text>");
            for (var day = new DateOnly(year, month, 1); day.Month == month; day = day.AddDays(1))
            {
                Draw(svg, day, left + 4, top + 24, holidays.Special(day)?.State);
            }
        }

        return new MarkupString(svg.Append("</svg>").ToString());
    }

    private static void Draw(StringBuilder svg, DateOnly day, int left, int top, DayState? special)
    {
        var first = Column(new DateOnly(day.Year, day.Month, 1));
        var (x, y) = (left + (Column(day) * Cell), top + ((first + day.Day - 1) / 7 * Cell));
        var (kind, word) = special switch
        {
            DayState.Holiday => ("off", "休"),
            DayState.Makeup => ("worked", "班"),
            _ => (Column(day) > 4 ? "weekend" : "plain", day.Day.ToString(CultureInfo.InvariantCulture)),
        };
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{x}\" y=\"{y}\" width=\"{Cell - 2}\" height=\"{Cell - 2}\" rx=\"2\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{kind}\" x=\"{x + (Cell / 2) - 1}\" y=\"{y + (Cell / 2) + 3}\">{word}</text>");
    }

    // Monday is 0.
    private static int Column(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;
}
