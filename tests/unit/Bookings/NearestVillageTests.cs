using Jizhou.Public.Api.Bookings;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Bookings;

/// <summary>What is offered in place of a village nobody knows.</summary>
public sealed class NearestVillageTests
{
    private static readonly PickupFacts Facts = PickupFacts.Of(TestContent.Real);

    [Theory]
    [InlineData("120119100999", "120119100")] // a township's villages
    [InlineData("129119100201", "120119100201")] // one digit wrong
    public void A_wrong_code_is_answered_with_close_codes(string written, string start) =>
        Assert.Contains(Facts.Nearest(written), v => v.Code.StartsWith(start, StringComparison.Ordinal));

    [Theory]
    [InlineData("东北隅", "东北隅村")]
    [InlineData("渔阳镇东北隅村", "东北隅村")]
    [InlineData("东北禺村", "东北隅村")] // one character wrong
    public void A_name_is_answered_with_names_like_it(string written, string name) =>
        Assert.Contains(Facts.Nearest(written), v => v.Name.Contains(name, StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("<script>")]
    [InlineData("9")]
    public void What_resembles_nothing_is_answered_with_nothing(string written) => Assert.Empty(Facts.Nearest(written));

    [Fact]
    public void At_most_five_are_offered() => Assert.Equal(5, Facts.Nearest("庄").Count);
}
