using Jizhou.Public.Api.Bookings.Rounds.Planning;

namespace Jizhou.Public.UnitTests.Bookings.Rounds;

/// <summary>Moving stops by hand.</summary>
public sealed class MoveStopTests
{
    private static readonly PlanBooking[] Stops = [Fleet.Stop("a"), Fleet.Stop("b"), Fleet.Stop("c", window: Fleet.Afternoon), Fleet.Stop("d", window: Fleet.Afternoon)];

    [Theory]
    [InlineData("a", 1, "b a c d")]
    [InlineData("b", -1, "b a c d")]
    [InlineData("a", -1, "a b c d")]
    [InlineData("b", 1, "a b c d")] // the next one is an afternoon's
    [InlineData("d", 1, "a b c d")]
    [InlineData("x", 1, "a b c d")]
    public void A_step_passes_one_stop_of_the_same_window(string reference, int step, string expected) => Assert.Equal(expected, Words(MoveStop.By(Stops, reference, step)));

    [Theory]
    [InlineData("d", "c", "a b d c")]
    [InlineData("a", "c", "b a c d")] // not across the window
    [InlineData("b", null, "a b c d")]
    [InlineData("c", null, "a b d c")]
    public void A_stop_can_be_put_in_front_of_another(string reference, string? other, string expected) =>
        Assert.Equal(expected, Words(MoveStop.Before(Stops, Stops.Single(s => s.Reference == reference), other, Fleet.Windows)));

    [Theory]
    [InlineData("v3", Fleet.Morning, "new a b c d")]
    [InlineData("v9", Fleet.Morning, "a b new c d")]
    [InlineData("v3", Fleet.Afternoon, "a b new c d")]
    [InlineData("v9", Fleet.Afternoon, "a b c d new")]
    public void A_stop_that_joins_stands_where_the_saved_order_wants_it(string village, string window, string expected) =>
        Assert.Equal(expected, Words(MoveStop.Into(Stops, Fleet.Stop("new", village, window: window), Fleet.Order, Fleet.Windows)));

    [Fact]
    public void A_vehicle_refuses_what_it_cannot_take_in_words()
    {
        Assert.Contains("只能进小三轮", VehicleRule.WhyNot(Fleet.Large, Fleet.Stop("a", access: LaneAccess.Tricycle), []), StringComparison.Ordinal);
        Assert.Contains("不出车", VehicleRule.WhyNot(Fleet.Small, Fleet.Stop("a", window: Fleet.Afternoon), []), StringComparison.Ordinal);
        Assert.Contains("装不下", VehicleRule.WhyNot(Fleet.Small, Fleet.Stop("a"), [Fleet.Stop("b", litres: 3_501)]), StringComparison.Ordinal);
        Assert.Null(VehicleRule.WhyNot(Fleet.Small, Fleet.Stop("a"), [Fleet.Stop("b", litres: 3_500), Fleet.Stop("a", litres: 3_000)]));
    }

    private static string Words(IEnumerable<PlanBooking> stops) => string.Join(' ', stops.Select(s => s.Reference));
}
