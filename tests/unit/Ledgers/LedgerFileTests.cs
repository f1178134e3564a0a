using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Ledgers;

public sealed class LedgerFileTests
{
    private const string Ledgers = "data/ledgers/ledgers.yaml";

    [Fact]
    public void A_template_is_the_header_alone()
    {
        Assert.Equal("日期,种类,几桶,公斤,收运单位,车牌,交的人签字,收的人签字\r\n", TestContent.Real.Ledgers.Single(one => one.Id == "kitchen-waste").Template);
        Assert.All(TestContent.Real.Ledgers, one => Assert.NotEmpty(one.Citations));
    }

    [Theory]
    [InlineData("kind: plate", "kind: licence", "\"kind\" is \"licence\"")]
    [InlineData("groupBy: direction", "groupBy: colour", "no column \"colour\"")]
    [InlineData("either: [buckets, weight]", "either: [boxes]", "no column \"boxes\"")]
    [InlineData("column: material", "column: stuff", "no column \"stuff\"")]
    [InlineData("width: 20", "width: 25", "add up to 105")]
    public void A_slip_is_named_with_the_way_to_mend_it(string right, string wrong, string what) => Assert.Contains(
        TestContent.ProblemsAfter(Ledgers, text => text.Replace(right, wrong, StringComparison.Ordinal)),
        p => p.File == Ledgers && p.What.Contains(what, StringComparison.Ordinal) && p.HowToMend.Length > 0);
}
