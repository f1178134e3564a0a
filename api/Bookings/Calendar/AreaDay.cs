using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>What a day is for an area before anything is taken of it.</summary>
public enum AreaDayKind
{
    /// <summary>The area's trucks do not go out.</summary>
    NotCollected,

    /// <summary>A collection day.</summary>
    Collected,

    /// <summary>A weekend day that is worked and collected (调休).</summary>
    MakeUp,

    /// <summary>Would be a collection day, but is a public holiday.</summary>
    Holiday,

    /// <summary>Would be a collection day, but content closes it.</summary>
    Closed,

    /// <summary>A collection day of a year whose notice is not on record, offered as 暂定.</summary>
    Provisional,

    /// <summary>The same where the area does not offer it.</summary>
    NotOnRecord,
}

/// <summary>A day of an area, as the console shows it.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Words">Why, in a few words; null for an ordinary day.</param>
public sealed record AreaDay(DateOnly Date, AreaDayKind Kind, string? Words)
{
    /// <summary>Would a truck go out if nobody decided otherwise?</summary>
    public bool IsCollected => Kind is AreaDayKind.Collected or AreaDayKind.MakeUp or AreaDayKind.Provisional;

    /// <summary>Is it one of the area's days at all?</summary>
    public bool IsOfArea => Kind != AreaDayKind.NotCollected;

    /// <summary>The day of an area; pure.</summary>
    public static AreaDay Of(BulkyRules rules, ServiceArea area, HolidayCalendar holidays, DateOnly date)
    {
        var state = holidays.StateOf(date);
        var special = holidays.Special(date)?.Name;
        var isMakeUp = state == DayState.Makeup && area.MakeUpDays;
        if (!isMakeUp && !area.Weekdays.Contains(date.DayOfWeek))
        {
            return new AreaDay(date, AreaDayKind.NotCollected, state switch { DayState.Holiday => $"{special}放假", DayState.Makeup => $"{special}调休上班", _ => null });
        }

        if (rules.ClosedDays.TryGetValue(date, out var reason))
        {
            return new AreaDay(date, AreaDayKind.Closed, reason);
        }

        return state switch
        {
            DayState.Holiday => new AreaDay(date, AreaDayKind.Holiday, $"{special}放假"),
            DayState.Unknown => new AreaDay(date, area.WithoutNotice ? AreaDayKind.Provisional : AreaDayKind.NotOnRecord, $"本站还没有收录 {date.Year} 年放假安排"),
            DayState.Makeup => new AreaDay(date, AreaDayKind.MakeUp, $"{special}调休上班"),
            _ => new AreaDay(date, AreaDayKind.Collected, null),
        };
    }
}
