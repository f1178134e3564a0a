using System.Globalization;

namespace Jizhou.Public.Api.Places.Hours;

/// <summary>One end of a date range: a month, a day of it, or its n-th weekday moved by some days.</summary>
/// <param name="Year">The year, or null for every year.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">Day of the month, or null.</param>
/// <param name="Weekday">For the n-th weekday of the month; null otherwise.</param>
/// <param name="Nth">1 to 5 from the month's start, -1 to -5 from its end.</param>
/// <param name="OffsetDays">Days added at the end.</param>
public sealed record DateMark(int? Year, int Month, int? Day, DayOfWeek? Weekday, int Nth, int OffsetDays)
{
    /// <summary>Whether the mark is a whole month.</summary>
    public bool IsMonth => Day is null && Weekday is null;

    /// <summary>The mark as a date in a year; null where there is none (Feb 29, a fifth Sunday).</summary>
    /// <param name="year">The year; the days added may lead out of it.</param>
    /// <param name="atEnd">Whether it ends a range: then a whole month gives its last day, and a day the month does not have gives the month's last.</param>
    public DateOnly? In(int year, bool atEnd)
    {
        var length = DateTime.DaysInMonth(year, Month);
        if (Weekday is { } weekday)
        {
            return NthWeekday(year, weekday, length) is { } date && date.Month == Month ? date.AddDays(OffsetDays) : null;
        }

        var day = Day ?? (atEnd ? length : 1);
        return day <= length || atEnd ? new DateOnly(year, Month, Math.Min(day, length)).AddDays(OffsetDays) : null;
    }

    private DateOnly NthWeekday(int year, DayOfWeek weekday, int length)
    {
        if (Nth > 0)
        {
            var first = new DateOnly(year, Month, 1);
            return first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (Nth - 1)));
        }

        var last = new DateOnly(year, Month, length);
        return last.AddDays(-((((int)last.DayOfWeek - (int)weekday + 7) % 7) + (7 * (-Nth - 1))));
    }
}

/// <summary>A range of dates, both ends included; it may run over the new year.</summary>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it ends; the same mark for a single month or date.</param>
public sealed record DateRange(DateMark From, DateMark To)
{
    /// <summary>Whether the day is in the range of its own year or of a neighbouring one, which days added or the new year may bring near.</summary>
    public bool Contains(DateOnly day) => From.Year is { } year
        ? IsIn(day, year, To.Year ?? year)
        : IsIn(day, day.Year - 1, day.Year - 1) || IsIn(day, day.Year, day.Year) || IsIn(day, day.Year + 1, day.Year + 1);

    private bool IsIn(DateOnly day, int fromYear, int toYear)
    {
        if (From.In(fromYear, atEnd: false) is not { } start)
        {
            return false;
        }

        var end = To.In(toYear, atEnd: true);
        return day >= start && day <= (end < start ? To.In(toYear + 1, atEnd: true) : end);
    }
}

/// <summary>ISO weeks of a year, both ends included.</summary>
/// <param name="First">1 to 53.</param>
/// <param name="Last">From <paramref name="First"/> to 53.</param>
/// <param name="Step">1 for every week, 2 for every second.</param>
public sealed record WeekRange(int First, int Last, int Step)
{
    /// <summary>Whether the day is in one of the weeks.</summary>
    public bool Contains(DateOnly day)
    {
        var week = ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue));
        return week >= First && week <= Last && (week - First) % Step == 0;
    }
}
