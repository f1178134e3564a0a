using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings.Slots;

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
    public static DateOnly WorkingDayBefore(this HolidayCalendar holidays, DateOnly date)
    {
        for (var back = 1; back <= LongestGap; back++)
        {
            if (holidays.IsWorked(date.AddDays(-back)))
            {
                return date.AddDays(-back);
            }
        }

        throw new InvalidOperationException($"no working day within {LongestGap} days before {date:yyyy-MM-dd}: look at content/data/calendar");
    }
}
