using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Bookings.Statistics;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Bookings;

/// <summary>How many days after asking the first date was offered.</summary>
public sealed class FirstOfferTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(8)); // a working day, before the cut-off

    [Theory]
    [InlineData("", "2026-11-27", 1)] // nothing is taken: tomorrow
    [InlineData("24m", "2026-11-27", 1)] // the afternoon is free
    [InlineData("24m 24a", "2026-11-27", 2)]
    [InlineData("24m 24a 25m 25a 26m 26a", "2026-11-27", 4)]
    [InlineData("24m 24a 25m 25a", "2026-11-25", 2)] // its own date counts, though it is full now
    public void It_is_the_first_date_with_room_and_never_later_than_the_date_booked(string full, string booked, int days)
    {
        var book = TestContent.Real.Bulky!;
        var area = book.Area("centre")!;
        var taken = full.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(
            one => new SlotId("centre", new DateOnly(2026, 11, int.Parse(one[..2])), one[2] == 'm' ? "morning" : "afternoon"),
            _ => new Taken(area.Capacity.Stops, area.Capacity.Litres, new Dictionary<string, int>()));
        Assert.Equal(days, FirstOffer.Days(book, area, SlotWish.Anything(book), TestContent.Real.Calendar, taken, Monday, DateOnly.Parse(booked), 150));
    }
}
