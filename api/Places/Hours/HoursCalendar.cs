using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Hours;

/// <summary>
/// How hours meet the calendar of China. <c>PH</c> is a public holiday, moved ones (调休) included. A weekday is the weekday of the
/// calendar, also when it is a make-up day, with one exception: hours that name nothing but <c>Mo-Fr</c> and say <c>PH off</c> are those of a place
/// that keeps the working days (工作日); on a Saturday or Sunday that is worked it is open like the working day next to it. Hours that say
/// anything of that Saturday or Sunday are taken at their word.
/// </summary>
public static class HoursCalendar
{
    /// <summary>Words for a make-up day on which a place is open like on a working day.</summary>
    public const string MakeupWords = "调休上班日";

    /// <summary>Whether the rules are those of a place that keeps the working days.</summary>
    public static bool KeepsWorkingDays(IReadOnlyList<HoursRule> rules)
    {
        var weekdays = rules.SelectMany(rule => rule.Days?.Weekdays ?? []).ToList();
        return weekdays.Count > 0 && weekdays.TrueForAll(range => range.IsWorkingWeek)
            && rules.All(rule => rule.Days is not null)
            && rules.Any(rule => rule is { Effect: RuleEffect.Off, Spans.Count: 0, Days: { Holidays: true, Both: false } });
    }

    /// <summary>The day whose weekday counts on a make-up day: the Friday before a Saturday, the Monday after a Sunday.</summary>
    public static DateOnly WorkedLike(DateOnly day, DayState state) => (state, day.DayOfWeek) switch
    {
        (DayState.Makeup, DayOfWeek.Saturday) => day.AddDays(-1),
        (DayState.Makeup, DayOfWeek.Sunday) => day.AddDays(1),
        _ => day,
    };
}
