namespace Jizhou.Public.Content;

/// <summary>Working days of the offices, counted on the official calendar.</summary>
public static class WorkingDays
{
    // Spring Festival and a weekend make about ten days; a longer gap means a broken calendar.
    private const int LongestGap = 31;

    /// <summary>Is it worked? In a year whose notice is not on record, Monday to Friday counts unless it is a statutory holiday.</summary>
    public static bool IsWorked(this HolidayCalendar holidays, DateOnly date) => holidays.StateOf(date) switch
    {
        DayState.Workday or DayState.Makeup => true,
        DayState.Unknown => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        _ => false,
    };

    /// <summary>The last working day before a date.</summary>
    public static DateOnly WorkingDayBefore(this HolidayCalendar holidays, DateOnly date) => holidays.Next(date, -1);

    /// <summary>The last of so many working days that follow a date; the date itself is not counted.</summary>
    public static DateOnly AfterWorkingDays(this HolidayCalendar holidays, DateOnly date, int count)
    {
        for (; count > 0; count--)
        {
            date = holidays.Next(date, 1);
        }

        return date;
    }

    private static DateOnly Next(this HolidayCalendar holidays, DateOnly date, int direction)
    {
        for (var days = 1; days <= LongestGap; days++)
        {
            if (holidays.IsWorked(date.AddDays(days * direction)))
            {
                return date.AddDays(days * direction);
            }
        }

        throw new InvalidOperationException($"no working day within {LongestGap} days of {date:yyyy-MM-dd}: look at content/data/calendar");
    }
}
