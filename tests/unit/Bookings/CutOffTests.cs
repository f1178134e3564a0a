using System.Globalization;
using Jizhou.Public.Api.Bookings.Slots;

namespace Jizhou.Public.UnitTests.Bookings;

/// <summary>Until when a day can be booked, changed and cancelled.</summary>
public sealed class CutOffTests
{
    [Theory]
    [InlineData("2026-11-25", "2026-11-24 16:00")] // an ordinary Wednesday: Tuesday
    [InlineData("2026-11-23", "2026-11-20 16:00")] // a Monday: the Friday before
    [InlineData("2026-10-08", "2026-09-30 16:00")] // after National Day: the last day before it
    [InlineData("2026-10-12", "2026-10-10 16:00")] // a Monday after a worked Saturday (调休)
    [InlineData("2026-02-24", "2026-02-14 16:00")] // after Spring Festival, whose eve Saturday is worked
    [InlineData("2026-12-01", "2026-11-30 16:00")] // month end
    [InlineData("2027-01-04", "2026-12-31 16:00")] // year end: 1 January is a statutory day, 2 and 3 a weekend
    [InlineData("2024-03-01", "2024-02-29 16:00")] // leap day
    public void The_cut_off_stands_on_the_working_day_before(string date, string expected) =>
        Assert.Equal(BookingFacts.At(expected), CutOff.Of(DateOnly.Parse(date, CultureInfo.InvariantCulture), BookingFacts.Book.Rules, BookingFacts.Holidays));

    [Theory]
    [InlineData("2026-11-24 15:59:59", true)]
    [InlineData("2026-11-24 16:00:00", true)]
    [InlineData("2026-11-24 16:00:59", true)]
    [InlineData("2026-11-24 16:01:00", false)]
    [InlineData("2026-11-24 23:59:59", false)]
    [InlineData("2026-11-25 00:00:00", false)]
    public void The_minute_of_the_cut_off_still_counts(string now, bool allowed) =>
        Assert.Equal(allowed, CutOff.IsBefore(BookingFacts.At(now), new DateOnly(2026, 11, 25), BookingFacts.Book.Rules, BookingFacts.Holidays));

    [Fact]
    public void A_client_in_another_zone_has_the_same_cut_off()
    {
        var inLondon = BookingFacts.At("2026-11-24 16:00:30").ToUniversalTime();
        Assert.True(CutOff.IsBefore(inLondon, new DateOnly(2026, 11, 25), BookingFacts.Book.Rules, BookingFacts.Holidays));
        Assert.False(CutOff.IsBefore(inLondon.AddMinutes(1), new DateOnly(2026, 11, 25), BookingFacts.Book.Rules, BookingFacts.Holidays));
    }
}
