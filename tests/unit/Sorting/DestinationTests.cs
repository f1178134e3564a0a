using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Sorting;

public sealed class DestinationTests
{
    private const string File = "data/sorting/destinations.yaml";

    [Fact]
    public void Every_item_leads_somewhere_or_says_that_nobody_takes_it() =>
        Assert.Equal(TestContent.Real.Sorting.Items.Select(i => i.Id).Order(StringComparer.Ordinal),
            TestContent.Real.Sorting.Destinations.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("materials: [cooking-oil, kitchen]", "materials: [oil]", "unknown code \"oil\"")]
    [InlineData("kinds: [sorting-point]", "kinds: [bin]", "unknown code \"bin\"")]
    [InlineData("items: [fei-lun-tai]", "items: [lun-tai]", "unknown item \"lun-tai\"")]
    [InlineData("- { category: kitchen", "- { category: bulky", "no destination for")]
    public void A_slip_is_named(string right, string wrong, string what) =>
        Assert.Contains(TestContent.ProblemsAfter(File, t => t.Replace(right, wrong, StringComparison.Ordinal)),
            p => p.File == File && p.What.Contains(what, StringComparison.Ordinal));

    [Fact]
    public void Traditional_forms_must_stand_in_pairs() =>
        Assert.Contains(TestContent.ProblemsAfter("data/sorting/traditional.yaml", t => t.Replace("|丢", "|", StringComparison.Ordinal)),
            p => p.What.Contains("same length", StringComparison.Ordinal));
}
