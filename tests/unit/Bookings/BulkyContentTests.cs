using Jizhou.Public.Content.Bulky;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Bookings;

/// <summary>The data of the pickup as it ships, and what its loader refuses.</summary>
public sealed class BulkyContentTests
{
    private static readonly BulkyBook Shipped = TestContent.Real.Bulky!;

    [Fact]
    public void What_ships_is_marked_as_sample_and_costs_nothing()
    {
        Assert.True(Shipped.Rules.Sample && Shipped.Catalogue.Sample && Shipped.Classes.All(c => c.Sample) && Shipped.Tariffs.All(t => t.Sample));
        Assert.Contains("示例", Shipped.Rules.Note, StringComparison.Ordinal);
        Assert.All(Shipped.Tariffs, tariff =>
        {
            Assert.Contains("示例", tariff.Name, StringComparison.Ordinal);
            Assert.Equal((0, 0), (tariff.FenPerStop, tariff.FenPerCubicMetre));
        });
    }

    [Fact]
    public void The_plans_two_streams_can_be_booked_and_the_dangerous_cannot()
    {
        Assert.Contains(Shipped.Catalogue.Items, i => i.Category == "furniture" && i.Bookable);
        Assert.Contains(Shipped.Catalogue.Items, i => i.Category == "decoration" && i.Bookable && i.Unit == "袋");
        Assert.All(["gas-cylinder", "lithium-battery", "fluorescent-tube", "chemicals"], code => Assert.False(Shipped.Catalogue.Item(code)!.Bookable));
    }

    [Fact]
    public void One_clients_holds_cannot_empty_a_week_of_any_area() => Assert.All(Shipped.Areas, area =>
        Assert.True(area.Weekdays.Count * Shipped.Rules.Windows.Count * area.Capacity.Stops > 200, area.Code));

    [Fact]
    public void The_largest_booking_fits_every_window() =>
        Assert.All(Shipped.Areas, area => Assert.True(area.Capacity.Litres >= Shipped.Classes.Max(c => c.Limits.Litres)));

    [Fact]
    public void A_business_books_no_decoration_waste_and_no_kitchen_waste_and_is_told_where_it_goes() => Assert.All(["inn", "organisation"], code =>
    {
        var booker = Shipped.Class(code)!;
        Assert.Contains("报备", booker.Refuses(Shipped.Catalogue.Item("decoration-bag")!)!.Refusal.GoTo, StringComparison.Ordinal);
        Assert.Contains("收运单位", booker.Refuses(Shipped.Catalogue.Item("kitchen-waste")!)!.Refusal.GoTo, StringComparison.Ordinal);
        Assert.Null(booker.Refuses(Shipped.Catalogue.Item("sofa")!));
    });

    [Fact]
    public void Every_bookable_item_is_fetched_by_a_service() =>
        Assert.All(Shipped.Catalogue.Items.Where(i => i.Bookable), i => Assert.NotNull(Shipped.Service(i.Category)));

    [Theory]
    [InlineData("rules", "cutOff: \"16:00\"", "cutOff: 4pm", "\"cutOff\" is \"4pm\"")]
    [InlineData("rules", "horizonDays: 28", "horizonDays: -1", "\"horizonDays\" is -1")]
    [InlineData("rules", "startsAt: \"13:00\"", "startsAt: \"11:00\"", "ends before it starts")]
    [InlineData("rules", "holdMinutes:", "holdMinuts:", "unknown key \"holdMinuts\"")]
    [InlineData("areas", "[tuesday, thursday, friday]", "[tuesday, funday]", "\"funday\" is not a weekday")]
    [InlineData("areas", "\"120119105\"", "\"120119001\"", "stands in two areas")]
    [InlineData("areas", "{ stops: 40, cubicMetres: 60 }", "{ stops: 0, cubicMetres: 60 }", "\"stops\" is 0")]
    [InlineData("catalogue", "cubicMetres: 0.15", "cubicMetres: 0.00015", "\"cubicMetres\" is 0.00015")]
    [InlineData("catalogue", "code: mattress", "code: sofa", "the code \"sofa\" is given twice")]
    [InlineData("catalogue", "category: recyclables", "category: toys", "\"category\" is \"toys\"")]
    [InlineData("catalogue", "goTo: 包好", "goesTo: 包好", "\"goTo\" is missing")]
    [InlineData("catalogue", "category: recyclables", "category: refused", "the category \"refused\" is no service")]
    [InlineData("classes", "tariff: free", "tariff: gold", "\"tariff\" is \"gold\"")]
    [InlineData("classes", "services: [decoration]", "services: [rubble]", "unknown code \"rubble\"")]
    [InlineData("classes", "items: [kitchen-waste]", "items: []", "nothing is refused here")]
    [InlineData("classes", "[wednesday, thursday]", "[saturday]", "never offers a day on which \"organisation\" can book \"furniture\"")]
    [InlineData("classes", "openPerPhone: 3", "openPerPhone: 0", "\"openPerPhone\" is 0")]
    [InlineData("services", "share: 60", "share: 101", "\"share\" is 101")]
    [InlineData("services", "code: appliance", "code: furniture", "the code \"furniture\" is given twice")]
    [InlineData("tariff", "fenPerStop: 0", "fenPerStop: -1", "\"fenPerStop\" is -1")]
    public void A_slip_is_told_with_its_place(string file, string old, string now, string what)
    {
        var problems = TestContent.ProblemsAfter($"data/bulky/{file}.yaml", text => text.Replace(old, now, StringComparison.Ordinal));
        Assert.Contains(problems, p => p.File == $"data/bulky/{file}.yaml" && p.Line > 0 && p.What.Contains(what, StringComparison.Ordinal));
    }
}
