namespace Jizhou.Public.Api.Places.Hours;

/// <summary>One end of a date range: a month, a day of it, or its n-th weekday moved by some days.</summary>
/// <param name="Year">The year, or null for every year.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">Day of the month, or null.</param>
/// <param name="Weekday">For the n-th weekday of the month; null otherwise.</param>
/// <param name="Nth">1 to 5 from the month's start, -1 to -5 from its end.</param>
/// <param name="OffsetDays">Days added at the end.</param>
internal sealed record DateMark(int? Year, int Month, int? Day, DayOfWeek? Weekday, int Nth, int OffsetDays)
{
    /// <summary>Whether the mark is a whole month.</summary>
    public bool IsMonth => Day is null && Weekday is null;

    /// <summary>The mark as a date in a year; a whole month gives its first or last day, 30 February the month's last.</summary>
    public DateOnly In(int year, bool atEnd)
    {
        var length = DateTime.DaysInMonth(year, Month);
        if (Weekday is { } weekday)
        {
            return NthWeekday(year, weekday, length).AddDays(OffsetDays);
        }

        var day = Day ?? (atEnd ? length : 1);
        return new DateOnly(year, Month, Math.Min(day, length)).AddDays(OffsetDays);
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
internal sealed record DateRange(DateMark From, DateMark To)
{
    /// <summary>Whether the day is in the range.</summary>
    public bool Contains(DateOnly day)
    {
        var start = From.In(From.Year ?? day.Year, atEnd: false);
        var end = To.In(To.Year ?? From.Year ?? day.Year, atEnd: true);
        return start <= end || From.Year is not null
            ? day >= start && day <= end
            : day >= start || day <= end;
    }
}
