using Jizhou.Public.Api.Bookings.Rounds.Planning;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.UnitTests.Bookings.Rounds;

/// <summary>Splitting a day among vehicles: what holds for every day, and the choices a dispatcher would make.</summary>
public sealed class ProposeRoundsTests
{
    private static readonly Truck[] All = [Fleet.Large, Fleet.Small, Fleet.Tricycle];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 100)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_booking_ends_in_one_round_or_among_the_unassigned_and_no_vehicle_is_asked_too_much(int seed)
    {
        var random = new Random(seed);
        var (day, trucks) = (Fleet.Day(random), Fleet.Some(random));

        var plan = ProposeRounds.Of(day, trucks, Fleet.Order, Fleet.Windows);

        Assert.Equal(day.Select(b => b.Reference).Order(), plan.Rounds.SelectMany(r => r.Stops).Concat(plan.Unassigned.Select(u => u.Booking)).Select(b => b.Reference).Order());
        Assert.All(plan.Rounds, round =>
        {
            Assert.Contains(round.Truck, trucks);
            Assert.All(round.Stops.GroupBy(s => s.Window), window =>
            {
                Assert.True(window.Sum(s => s.Litres) <= round.Truck.Litres);
                Assert.Contains(window.Key, round.Truck.Windows);
            });
            Assert.All(round.Stops.Where(s => s.Access == LaneAccess.Tricycle), _ => Assert.True(round.Truck.IsTricycle));
            Assert.Equal(Fleet.Order.Sort(round.Stops, Fleet.Windows), round.Stops);
        });
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_left_out_fits_no_vehicle_and_says_why(int seed)
    {
        var random = new Random(seed);
        var (day, trucks) = (Fleet.Day(random), Fleet.Some(random));

        var plan = ProposeRounds.Of(day, trucks, Fleet.Order, Fleet.Windows);

        Assert.All(plan.Unassigned, left =>
        {
            Assert.All(trucks, t => Assert.NotNull(VehicleRule.WhyNot(t, left.Booking, plan.Rounds.FirstOrDefault(r => r.Truck == t)?.Stops ?? [])));
            var working = trucks.Where(t => t.Windows.Contains(left.Booking.Window)).ToList();
            var expected = working.Count == 0 ? WhyUnassigned.NoVehicle
                : !working.Exists(t => VehicleRule.MayEnter(t, left.Booking)) ? WhyUnassigned.NoTricycle
                : working.Where(t => VehicleRule.MayEnter(t, left.Booking)).All(t => t.Litres < left.Booking.Litres) ? WhyUnassigned.TooLarge : WhyUnassigned.Full;
            Assert.Equal(expected, left.Because);
            Assert.NotEmpty(left.Because.Words());
        });
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_in_which_bookings_arrive_changes_nothing(int seed)
    {
        var random = new Random(seed);
        var day = Fleet.Day(random).ToArray();
        var first = ProposeRounds.Of(day, All, Fleet.Order, Fleet.Windows);
        random.Shuffle(day);
        var second = ProposeRounds.Of(day, All, Fleet.Order, Fleet.Windows);

        Assert.Equal(Words(first), Words(second));
    }

    [Fact]
    public void Few_bookings_need_one_vehicle()
    {
        var plan = ProposeRounds.Of([Fleet.Stop("a"), Fleet.Stop("b", "v2"), Fleet.Stop("c", "v3")], All, Fleet.Order, Fleet.Windows);
        Assert.Equal("large: c a b", Words(plan));
    }

    [Fact]
    public void A_narrow_lane_gets_the_three_wheeler_even_when_others_would_have_filled_it()
    {
        var wide = Enumerable.Range(0, 8).Select(i => Fleet.Stop($"a{i}", litres: 2_000));
        var plan = ProposeRounds.Of([.. wide, Fleet.Stop("narrow", "v9", 1_500, LaneAccess.Tricycle)], All, Fleet.Order, Fleet.Windows);
        Assert.Equal(["narrow"], plan.Rounds.Single(r => r.Truck.IsTricycle).Stops.Select(s => s.Reference));
    }

    [Fact]
    public void A_three_wheeler_in_the_village_does_not_take_what_a_truck_can()
    {
        var plan = ProposeRounds.Of([Fleet.Stop("lane", access: LaneAccess.Tricycle), Fleet.Stop("wide")], All, Fleet.Order, Fleet.Windows);
        Assert.Equal("large: wide; tricycle: lane", Words(plan));
    }

    [Fact]
    public void The_largest_first_when_the_order_of_the_road_leaves_something_out()
    {
        // By road: 4 + 4 fill the large one to 8, 6 fits nowhere. By size: 6 + 4 and 4.
        var day = new[] { Fleet.Stop("a", "v1", 4_000), Fleet.Stop("b", "v1", 4_000), Fleet.Stop("c", "v2", 6_000) };
        var plan = ProposeRounds.Of(day, [Fleet.Large, Fleet.Small], Fleet.Order, Fleet.Windows);
        Assert.Empty(plan.Unassigned);
    }

    private static string Words(ProposedRounds plan) => string.Join("; ", plan.Rounds.Select(r => $"{r.Truck.Code}: {string.Join(' ', r.Stops.Select(s => s.Reference))}")
        .Concat(plan.Unassigned.Select(u => $"{u.Booking.Reference} {u.Because}")));
}
