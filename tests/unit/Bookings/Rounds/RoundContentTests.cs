using Jizhou.Public.Content.Bulky;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Bookings.Rounds;

/// <summary>The data of the rounds as it ships, and what its loader refuses.</summary>
public sealed class RoundContentTests
{
    private static readonly BulkyBook Shipped = TestContent.Real.Bulky!;

    [Fact]
    public void Vehicles_and_centres_say_that_they_are_samples() =>
        Assert.All(Shipped.Rounds.Trucks.Select(t => t.Name).Concat(Shipped.Rounds.Centres.Select(c => c.Name)), name => Assert.Contains("示例", name, StringComparison.Ordinal));

    [Fact]
    public void Every_area_has_a_vehicle_for_narrow_lanes_that_carries_the_largest_booking() => Assert.All(Shipped.Areas, area =>
        Assert.Contains(Shipped.Rounds.TrucksOf(area.Code), t => t.IsTricycle && t.Litres >= 6_000));

    [Fact]
    public void Every_stream_that_can_be_booked_is_measured() =>
        Assert.Empty(Shipped.Catalogue.Items.Where(i => i.Bookable).Select(i => i.Category).Except(Shipped.Rounds.Streams.Select(s => s.Code)));

    [Theory]
    [InlineData("trucks", "areas: [north]", "areas: [nowhere]", "\"nowhere\" is not known here")]
    [InlineData("trucks", "windows: [morning, afternoon]", "windows: []", "\"windows\" names nothing")]
    [InlineData("trucks", "vehicle: tricycle", "vehicle: bicycle", "\"vehicle\" is \"bicycle\"")]
    [InlineData("trucks", "cubicMetres: 18", "cubicMetres: 0", "\"cubicMetres\" is 0")]
    [InlineData("trucks", "一号厢货（示例）", "一号厢货", "does not say that it is one")]
    [InlineData("trucks", "vehicle: truck, cubicMetres: 40, areas: [north]", "vehicle: tricycle, cubicMetres: 40, areas: [north]", "no truck works in the area \"north\"")]
    [InlineData("village-order", "\"120119100203\"", "\"120119100999\"", "\"120119100999\" is not known here")]
    [InlineData("village-order", "\"120119100203\"", "\"120119100201\"", "given twice")]
    [InlineData("results", "advice: 以后要收", "advise: 以后要收", "\"advice\" is missing")]
    [InlineData("results", "code: lane-blocked", "code: declined", "the code \"declined\" is given twice")]
    [InlineData("tip-centres", "kind: transfer-station", "kind: heap", "\"kind\" is \"heap\"")]
    [InlineData("tip-centres", "decoration, ", "", "no centre takes the stream \"decoration\"")]
    public void A_slip_is_told_with_its_place(string file, string old, string now, string what)
    {
        var problems = TestContent.ProblemsAfter($"data/bulky/{file}.yaml", text => text.Replace(old, now, StringComparison.Ordinal));
        Assert.Contains(problems, p => p.File == $"data/bulky/{file}.yaml" && p.Line > 0 && p.What.Contains(what, StringComparison.Ordinal));
    }
}
