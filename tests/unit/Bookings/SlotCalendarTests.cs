using System.Globalization;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Content.Bulky;
using static Jizhou.Public.UnitTests.Bookings.BookingFacts;

namespace Jizhou.Public.UnitTests.Bookings;

/// <summary>Which slots an area offers at an instant: tables of dates.</summary>
public sealed class SlotCalendarTests
{
    private static readonly Dictionary<SlotId, Taken> Nothing = [];
    private static readonly SlotWish Anything = SlotWish.Anything(Book);

    [Theory]
    [InlineData("2026-11-23 15:59", "2026-11-24")] // Monday before the cut-off: tomorrow
    [InlineData("2026-11-23 16:00", "2026-11-24")] // equality is allowed
    [InlineData("2026-11-23 16:01", "2026-11-25")]
    [InlineData("2026-11-24 00:00", "2026-11-25")] // over midnight nothing is gained
    [InlineData("2026-11-20 16:00", "2026-11-23")] // Friday: Monday
    [InlineData("2026-11-20 16:01", "2026-11-24")]
    [InlineData("2026-11-21 10:00", "2026-11-24")] // Saturday is not earlier than Friday evening was
    [InlineData("2026-11-22 10:00", "2026-11-24")]
    [InlineData("2026-09-30 16:00", "2026-10-08")] // the last moment before National Day
    [InlineData("2026-09-30 16:01", "2026-10-09")]
    [InlineData("2026-09-18 10:00", "2026-09-20")] // a worked Sunday (调休)
    [InlineData("2024-02-28 16:00", "2024-02-29")] // leap day
    [InlineData("2026-12-31 16:01", "2027-01-05")] // year end
    public void The_first_date_depends_on_the_cut_off(string now, string first) =>
        Assert.Equal(DateOnly.Parse(first, CultureInfo.InvariantCulture), Offered(Daily, now).First(s => s.Available).Id.Date);

    [Fact]
    public void The_horizon_is_28_days_and_dates_are_the_areas_own()
    {
        var dates = Offered(Wednesdays, "2026-11-22 10:00").Select(s => s.Id.Date).Distinct();
        Assert.Equal([new(2026, 11, 25), new(2026, 12, 2), new(2026, 12, 9), new DateOnly(2026, 12, 16)], dates);
    }

    [Fact]
    public void A_make_up_day_counts_only_where_the_area_works_it()
    {
        Assert.Contains(Offered(Daily, "2026-10-06 10:00"), s => s.Id.Date == new DateOnly(2026, 10, 10) && s.Available);
        Assert.DoesNotContain(Offered(Wednesdays, "2026-10-06 10:00"), s => s.Id.Date == new DateOnly(2026, 10, 10));
    }

    [Fact]
    public void A_holiday_and_a_closed_day_are_shown_closed_with_their_reason()
    {
        var holiday = Offered(Wednesdays, "2026-09-28 10:00").First(s => s.Id.Date == new DateOnly(2026, 10, 7));
        Assert.Equal((SlotState.Closed, false, "国庆节放假"), (holiday.State, holiday.Available, holiday.Reason));
        var closed = Offered(Daily, "2026-11-23 10:00").First(s => s.Id.Date == new DateOnly(2026, 11, 26));
        Assert.Equal((SlotState.Closed, false, "车辆检修"), (closed.State, closed.Available, closed.Reason));
    }

    [Fact]
    public void A_year_without_notice_is_provisional_where_the_area_allows_it_and_shut_where_not()
    {
        var daily = Offered(Daily, "2026-12-20 10:00").Where(s => s.Id.Date.Year == 2027).ToList();
        Assert.Equal(SlotState.Closed, daily.First(s => s.Id.Date == new DateOnly(2027, 1, 1)).State);
        Assert.All(daily.Where(s => s.Id.Date > new DateOnly(2027, 1, 1)), s =>
        {
            Assert.Equal((SlotState.NotOnRecord, true), (s.State, s.Available));
            Assert.Equal("本站还没有收录 2027 年放假安排", s.Reason);
            Assert.False(s.Id.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        });

        var north = Offered(Wednesdays, "2026-12-20 10:00").Where(s => s.Id.Date.Year == 2027).ToList();
        Assert.NotEmpty(north);
        Assert.All(north, s => Assert.Equal((SlotState.NotOnRecord, false), (s.State, s.Available)));
    }

    [Theory]
    [InlineData(2, 300, 150, "Full", false)] // no stop left
    [InlineData(1, 2900, 150, "Full", false)] // not even a chair fits
    [InlineData(1, 2000, 1200, "Open", false)] // room left, but not for this sofa
    [InlineData(1, 1800, 1200, "Open", true)] // exactly fits
    [InlineData(0, 0, 150, "Open", true)]
    public void Stops_and_volume_run_out_separately(int stops, int litres, int wanted, string state, bool available)
    {
        var id = new SlotId("centre", new DateOnly(2026, 11, 25), "morning");
        var taken = new Dictionary<SlotId, Taken> { [id] = new(stops, litres) };
        var slot = SlotCalendar.Open(Book, Daily, Anything, Holidays, taken, At("2026-11-23 10:00"), id.Date, wanted).First(s => s.Id == id);
        Assert.Equal((state, available), (slot.State.ToString(), slot.Available));
    }

    [Theory]
    [InlineData("centre.2026-11-25.morning", null)]
    [InlineData("centre.2026-11-25.night", "这一天这个片区不收运")]
    [InlineData("nowhere.2026-11-25.morning", "这一天这个片区不收运")]
    [InlineData("north.2026-11-26.morning", "这一天这个片区不收运")]
    [InlineData("centre.2026-11-26.morning", "车辆检修")]
    [InlineData("centre.2026-11-23.morning", "只能预约 2026-11-24 到 2026-12-21 之间的日期")]
    [InlineData("centre.2026-12-22.morning", "只能预约 2026-11-24 到 2026-12-21 之间的日期")]
    [InlineData("centre.2026-11-24.morning", "11月24日 的预约已在 11月23日 16:00 截止")]
    public void A_slot_that_cannot_be_chosen_says_why(string slot, string? why)
    {
        Assert.True(SlotId.TryParse(slot, out var id));
        Assert.Equal(why, SlotCalendar.WhyNot(id, Anything, Book, Holidays, At("2026-11-23 17:00")));
    }

    [Fact]
    public void A_service_is_offered_on_its_own_days_only_and_with_others_on_the_days_of_all()
    {
        Assert.All(OfferedTo(new(Residents, [Decoration]), "2026-11-22 10:00"), s => Assert.Equal(DayOfWeek.Tuesday, s.Id.Date.DayOfWeek));
        Assert.Equal(4, OfferedTo(new(Residents, [Decoration, Furniture]), "2026-11-22 10:00").Select(s => s.Id.Date).Distinct().Count());
        Assert.Empty(OfferedTo(new(InnKeepers, [Decoration]), "2026-11-22 10:00")); // Wednesdays and Thursdays only, and it runs on Tuesdays
    }

    [Fact]
    public void A_class_is_served_on_its_own_days_only() => Assert.All(OfferedTo(new(InnKeepers, [Furniture]), "2026-11-22 10:00"),
        s => Assert.True(s.Id.Date.DayOfWeek is DayOfWeek.Wednesday or DayOfWeek.Thursday));

    [Fact]
    public void On_a_public_holiday_only_what_runs_then_is_offered()
    {
        static SlotState State(params PickupService[] services) =>
            OfferedTo(new(Residents, services), "2026-09-28 10:00").First(s => s.Id.Date == new DateOnly(2026, 10, 7)).State;
        Assert.Equal((SlotState.Open, SlotState.Closed, SlotState.Closed, SlotState.Closed), (State(Recyclables), State(Furniture), State(Furniture, Recyclables), State()));
    }

    [Theory]
    [InlineData(1500, 150, "Full", false)] // its half is taken, whatever the rest of the slot does
    [InlineData(1000, 600, "Open", false)]
    [InlineData(1000, 500, "Open", true)]
    public void A_service_fills_its_share_and_no_more(int taken, int wanted, string state, bool available)
    {
        var id = new SlotId("centre", new DateOnly(2026, 11, 25), "morning");
        var all = new Dictionary<SlotId, Taken> { [id] = new(1, taken, new Dictionary<string, int> { ["recyclables"] = taken }) };
        OfferedSlot Slot(params PickupService[] services) =>
            SlotCalendar.Open(Book, Daily, new SlotWish(Residents, services), Holidays, all, At("2026-11-23 10:00"), id.Date, wanted).First(s => s.Id == id);
        Assert.Equal((state, available), (Slot(Recyclables).State.ToString(), Slot(Recyclables).Available));
        Assert.True(Slot(Furniture).Available);
    }

    [Theory]
    [InlineData("centre.2026-11-25.morning", "这一天不收装修垃圾")]
    [InlineData("centre.2026-12-01.morning", null)]
    public void A_day_without_the_service_says_which(string slot, string? why)
    {
        Assert.True(SlotId.TryParse(slot, out var id));
        Assert.Equal(why, SlotCalendar.WhyNot(id, new(Residents, [Furniture, Decoration]), Book, Holidays, At("2026-11-23 17:00")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("centre.2026-11-25")]
    [InlineData("centre.2026-02-30.morning")]
    [InlineData("centre.2026-11-25.morning.x")]
    [InlineData(".2026-11-25.morning")]
    public void Broken_slot_ids_are_refused(string text) => Assert.False(SlotId.TryParse(text, out _));

    private static IReadOnlyList<OfferedSlot> Offered(ServiceArea area, string now) =>
        SlotCalendar.Open(Book, area, Anything, Holidays, Nothing, At(now), DateOnly.MinValue, 150);

    private static IReadOnlyList<OfferedSlot> OfferedTo(SlotWish wish, string now) =>
        SlotCalendar.Open(Book, Daily, wish, Holidays, Nothing, At(now), DateOnly.MinValue, 150);
}
