using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Content;

/// <summary>Deadlines in working days, over holidays and make-up days.</summary>
public sealed class WorkingDaysTests
{
    private static readonly HolidayCalendar Calendar = TestContent.Real.Calendar;

    [Theory]
    [InlineData("2026-11-22", 1, "2026-11-23")] // a Sunday
    [InlineData("2026-11-26", 1, "2026-11-27")] // a Thursday
    [InlineData("2026-11-27", 1, "2026-11-30")] // a Friday
    [InlineData("2026-11-27", 5, "2026-12-04")]
    [InlineData("2026-11-27", 0, "2026-11-27")]
    public void So_many_working_days_after(string from, int count, string last) => Assert.Equal(DateOnly.Parse(last, null), Calendar.AfterWorkingDays(DateOnly.Parse(from, null), count));

    [Fact]
    public void It_agrees_with_counting_every_day_of_the_year()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            foreach (var count in (int[])[1, 5, 10])
            {
                var last = Calendar.AfterWorkingDays(day, count);
                var worked = Enumerable.Range(day.DayNumber + 1, last.DayNumber - day.DayNumber).Count(d => Calendar.IsWorked(DateOnly.FromDayNumber(d)));
                Assert.Equal(count, worked);
                Assert.True(Calendar.IsWorked(last));
            }
        }
    }

    [Fact]
    public void A_holiday_is_not_counted_and_a_make_up_day_is()
    {
        var makeup = Calendar.Days.First(d => d.State == DayState.Makeup && d.Date.Year == 2026).Date;
        Assert.Equal(makeup, Calendar.AfterWorkingDays(makeup.AddDays(-1), 1));
        var holiday = Calendar.Days.First(d => d.State == DayState.Holiday && d.Date is { Year: 2026, Month: 10 }).Date;
        Assert.NotEqual(holiday, Calendar.AfterWorkingDays(holiday.AddDays(-1), 1));
    }
}
