using System.Globalization;
using Jizhou.Public.Api.Bookings.Calendar;
using Jizhou.Public.Api.Bookings.Calendar.Postponing;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Content.Bulky;
using static Jizhou.Public.UnitTests.Bookings.BookingFacts;

namespace Jizhou.Public.UnitTests.Bookings.Calendar;

/// <summary>What operators' decisions mean for the offered slots, and where bookings may go when a day is called off. No I/O: tables of dates.</summary>
public sealed class ClosingRulesTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 25);
    private static readonly SlotWish Anything = SlotWish.Anything(Book);

    [Fact]
    public void A_closed_window_is_shown_closed_with_its_reason_and_the_other_window_stays_open()
    {
        var area = Decided((Wednesday, "morning", ClosingKind.Closed));
        Assert.Equal((SlotState.Closed, false, "因降雪停收"), Seen(area, Wednesday, "morning"));
        Assert.Equal((SlotState.Open, true, null), Seen(area, Wednesday, "afternoon"));
        Assert.Equal("因降雪停收", WhyNot(area, Wednesday, "morning"));
        Assert.Null(WhyNot(area, Wednesday, "afternoon"));
    }

    [Fact]
    public void A_stopped_window_is_full_whatever_is_taken()
    {
        var area = Decided((Wednesday, "morning", ClosingKind.Stopped));
        Assert.Equal((SlotState.Full, false, "因降雪停收"), Seen(area, Wednesday, "morning"));
        Assert.NotNull(WhyNot(area, Wednesday, "morning"));
    }

    [Fact]
    public void A_day_that_content_closes_can_be_opened_but_a_holiday_cannot()
    {
        var closed = new DateOnly(2026, 11, 26);
        Assert.Equal(SlotState.Closed, Seen(Daily, closed, "morning").State);
        Assert.Equal(SlotState.Open, Seen(Decided((closed, "morning", ClosingKind.Open)), closed, "morning").State);
        var newYear = new DateOnly(2027, 1, 1);
        Assert.Equal("元旦放假", SlotCalendar.WhyNot(new("centre", newYear, "morning"), Anything, With(Decided((newYear, "morning", ClosingKind.Open))), Holidays, At("2026-12-20 10:00")));
    }

    [Fact]
    public void A_date_has_its_own_capacity_before_that_of_its_weekday_before_the_areas()
    {
        var area = Daily with
        {
            Changes = AreaChanges.None with
            {
                OnDates = new Dictionary<(DateOnly, string), SlotAmount> { [(Wednesday, "morning")] = new(7, 7000) },
                OnWeekdays = new Dictionary<(DayOfWeek, string), SlotAmount> { [(DayOfWeek.Wednesday, "morning")] = new(5, 5000) },
            },
        };
        Assert.Equal((7, 5, 2, 2), (area.CapacityOn(Wednesday, "morning").Stops, area.CapacityOn(Wednesday.AddDays(7), "morning").Stops,
            area.CapacityOn(Wednesday, "afternoon").Stops, area.CapacityOn(Wednesday.AddDays(1), "morning").Stops));
    }

    [Theory]
    [InlineData("centre", "2026-11-25", AreaDayKind.Collected)]
    [InlineData("centre", "2026-11-26", AreaDayKind.Closed)]
    [InlineData("centre", "2026-11-28", AreaDayKind.NotCollected)] // Saturday
    [InlineData("centre", "2026-10-10", AreaDayKind.MakeUp)]
    [InlineData("north", "2026-10-10", AreaDayKind.NotCollected)] // does not work make-up days
    [InlineData("north", "2026-10-07", AreaDayKind.Holiday)]
    [InlineData("centre", "2027-01-01", AreaDayKind.Holiday)] // statutory, although the notice is missing
    [InlineData("centre", "2027-01-04", AreaDayKind.Provisional)]
    [InlineData("north", "2027-01-06", AreaDayKind.NotOnRecord)]
    [InlineData("centre", "2024-02-29", AreaDayKind.Collected)]
    public void A_day_is_what_the_calendar_makes_of_it(string area, string date, AreaDayKind kind) =>
        Assert.Equal(kind, AreaDay.Of(Book.Rules, Book.Area(area)!, Holidays, Day(date)).Kind);

    [Fact]
    public void What_is_a_collection_day_for_the_console_is_bookable_for_residents_and_the_other_way_round()
    {
        foreach (var area in Book.Areas)
        {
            for (var date = new DateOnly(2026, 2, 1); date < new DateOnly(2027, 2, 1); date = date.AddDays(1))
            {
                var longAgo = new DateTimeOffset(date.AddDays(-14).ToDateTime(new TimeOnly(10, 0)), TimeSpan.FromHours(8));
                var bookable = SlotCalendar.WhyNot(new(area.Code, date, "morning"), Anything, Book, Holidays, longAgo) is null;
                Assert.True(bookable == AreaDay.Of(Book.Rules, area, Holidays, date).IsCollected, $"{area.Code} {date}");
            }
        }
    }

    [Theory]
    [InlineData("2026-11-25", "afternoon", "2026-11-24 10:00", "2026-11-27.afternoon 2026-11-27.morning 2026-11-30.afternoon")] // the 26th is closed
    [InlineData("2026-11-25", "morning", "2026-11-24 17:00", "2026-11-27.morning 2026-11-27.afternoon 2026-11-30.morning")]
    [InlineData("2026-12-31", "morning", "2026-12-30 10:00", "2027-01-04.morning 2027-01-04.afternoon 2027-01-05.morning")] // over the year's end, provisional
    [InlineData("2026-09-30", "morning", "2026-09-30 07:00", "2026-10-08.morning 2026-10-08.afternoon 2026-10-09.morning")] // over the holidays
    [InlineData("2026-10-09", "morning", "2026-10-08 10:00", "2026-10-10.morning 2026-10-10.afternoon 2026-10-12.morning")] // onto a make-up Saturday
    [InlineData("2026-11-23", "morning", "2026-11-23 16:01", "2026-11-25.morning 2026-11-25.afternoon 2026-11-27.morning")] // the 24th can no longer be refused by its resident
    public void A_called_off_booking_goes_to_the_next_open_days_its_own_part_first(string date, string window, string now, string expected) => Assert.Equal(expected, string.Join(' ',
        NextSlots.After(new("centre", Day(date), window), Anything, Book, Holidays, At(now)).Take(3).Select(slot => $"{slot.Date:yyyy-MM-dd}.{slot.Window}")));

    [Fact]
    public void Services_keep_their_weekdays_when_a_day_is_called_off() => Assert.Equal(new DateOnly(2026, 12, 1),
        NextSlots.After(new("centre", new(2026, 11, 24), "morning"), new SlotWish(Residents, [Decoration]), Book, Holidays, At("2026-11-23 10:00")).First().Date);

    [Fact]
    public void The_horizon_is_counted_from_the_day_that_was_called_off() => Assert.Equal(new DateOnly(2026, 12, 24),
        NextSlots.After(new("centre", new(2026, 12, 23), "morning"), Anything, Book, Holidays, At("2026-11-25 10:00")).First().Date);

    private static (SlotState State, bool Available, string? Reason) Seen(ServiceArea area, DateOnly date, string window)
    {
        var slot = SlotCalendar.Open(With(area), area, Anything, Holidays, new Dictionary<SlotId, Taken>(), At("2026-11-23 10:00"), date, 150).First(s => s.Id == new SlotId(area.Code, date, window));
        return (slot.State, slot.Available, slot.Reason);
    }

    private static string? WhyNot(ServiceArea area, DateOnly date, string window) => SlotCalendar.WhyNot(new(area.Code, date, window), Anything, With(area), Holidays, At("2026-11-23 10:00"));

    private static BulkyBook With(ServiceArea area) => Book with { Areas = [area, Wednesdays] };

    private static ServiceArea Decided((DateOnly Date, string Window, ClosingKind Kind) one) => Daily with
    {
        Changes = AreaChanges.None with
        {
            Closings = new Dictionary<(DateOnly, string), SlotClosing> { [(one.Date, one.Window)] = new(one.Kind, "snow", "因降雪停收", At("2026-11-22 10:00")) },
        },
    };

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
