using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Content;

/// <summary>Public holidays.</summary>
public sealed class CalendarTests
{
    private static readonly HolidayCalendar Calendar = TestContent.Real.Calendar;

    [Theory]
    [InlineData("2026-11-23", DayState.Workday)]
    [InlineData("2026-11-22", DayState.Weekend)]
    [InlineData("2026-10-01", DayState.Holiday)]
    [InlineData("2026-10-10", DayState.Makeup)]
    [InlineData("2026-02-14", DayState.Makeup)]
    [InlineData("2025-01-28", DayState.Holiday)]
    [InlineData("2027-01-01", DayState.Holiday)]
    [InlineData("2027-02-08", DayState.Holiday)]
    [InlineData("2027-01-04", DayState.Unknown)]
    [InlineData("2027-02-06", DayState.Holiday)]
    [InlineData("2024-11-22", DayState.Unknown)]
    public void A_day_has_its_state(string date, DayState state)
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(state, Calendar.StateOf(day));
        Assert.Equal(state is DayState.Workday or DayState.Makeup, Calendar.IsWorkday(day));
        Assert.Equal(state is DayState.Holiday, Calendar.IsPublicHoliday(day));
    }

    [Fact]
    public void The_notice_for_2027_is_not_on_record()
    {
        Assert.True(Calendar.IsNoticeOnRecord(2026));
        Assert.False(Calendar.IsNoticeOnRecord(2027));
        Assert.Equal(new DateOnly(2026, 12, 31), Calendar.KnownUntil(new DateOnly(2026, 11, 22)));
        Assert.Null(Calendar.KnownUntil(new DateOnly(2027, 1, 1)));
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Every_day_off_in_lieu_is_worked_for(int year)
    {
        var ofYear = Calendar.Days.Where(d => d.Date.Year == year).ToList();
        Assert.Equal(ofYear.Count(d => d.State == DayState.Makeup), ofYear.Count(d => d.InLieu));
    }

    [Fact]
    public void The_statutory_days_of_2027_are_thirteen() =>
        Assert.Equal(13, Calendar.Days.Count(d => d.Date.Year == 2027));
}
