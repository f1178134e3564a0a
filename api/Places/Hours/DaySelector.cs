namespace Jizhou.Public.Api.Places.Hours;

/// <summary>Weekdays, some of them only the n-th of a month.</summary>
/// <param name="First">First day of the range.</param>
/// <param name="Last">Last day; before the first when the range runs over Sunday.</param>
/// <param name="Nth">Which of the month: 1 to 5 from its start, -1 to -5 from its end; empty for all.</param>
public sealed record WeekdayRange(DayOfWeek First, DayOfWeek Last, IReadOnlyList<int> Nth)
{
    /// <summary>Whether the day is in the range.</summary>
    public bool Contains(DateOnly day)
    {
        var length = ((int)Last - (int)First + 7) % 7;
        var inRange = ((int)day.DayOfWeek - (int)First + 7) % 7 <= length;
        return inRange && (Nth.Count == 0 || Nth.Contains(FromStart(day)) || Nth.Contains(FromEnd(day)));
    }

    /// <summary>Monday to Friday, nothing more and nothing less.</summary>
    public bool IsWorkingWeek => First == DayOfWeek.Monday && Last == DayOfWeek.Friday;

    private static int FromStart(DateOnly day) => ((day.Day - 1) / 7) + 1;

    private static int FromEnd(DateOnly day) => -(((DateTime.DaysInMonth(day.Year, day.Month) - day.Day) / 7) + 1);
}

/// <summary>Which days a rule speaks about.</summary>
/// <param name="Weekdays">Weekday ranges; may be empty when holidays are named.</param>
/// <param name="Holidays">Whether <c>PH</c> is named.</param>
/// <param name="Both">True for <c>PH Su</c> (a holiday that is a Sunday), false for <c>PH,Su</c> (either).</param>
public sealed record DaySelector(IReadOnlyList<WeekdayRange> Weekdays, bool Holidays, bool Both)
{
    /// <summary>Whether all seven days are named without condition.</summary>
    public bool IsWholeWeek => !Both && Weekdays.Any(range => range.Nth.Count == 0 && ((int)range.Last - (int)range.First + 7) % 7 == 6);

    /// <summary>Whether the rule speaks about this day.</summary>
    public bool Contains(DateOnly day, bool isHoliday)
    {
        var weekday = Weekdays.Any(range => range.Contains(day));
        if (!Holidays)
        {
            return weekday;
        }

        return Both ? weekday && isHoliday : weekday || isHoliday;
    }
}
