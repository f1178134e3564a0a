using Jizhou.Public.Content;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Collectors;

public sealed class CollectorTests
{
    private const string Directory = "data/collectors.csv";
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("2026-01-01", "2026-11-22", "valid")]
    [InlineData("2026-01-01", "2026-11-21", "expired")]
    [InlineData("2026-11-23", "2027-11-22", "not-yet")]
    [InlineData("2026-01-01", null, "unknown")]
    [InlineData(null, null, "unknown")]
    public void A_licence_holds_to_the_end_of_its_last_day_and_is_never_assumed(string? from, string? until, string state)
    {
        var collector = new Collector("a", "示例", ["kitchen-waste"], ["120119104"], "1", Day(from), Day(until), [], "", Today, true);
        Assert.Equal(state, collector.StateOn(Today));
        Assert.Contains(state, CollectorWords.States.Keys);
    }

    [Fact]
    public void Everything_that_is_shipped_says_that_it_is_a_sample()
    {
        Assert.NotEmpty(TestContent.Real.Collectors);
        Assert.All(TestContent.Real.Collectors, one =>
        {
            Assert.True(one.Sample);
            Assert.Contains("示例", one.Name, StringComparison.Ordinal);
            Assert.All(one.Plates, plate => Assert.Contains("示例", plate, StringComparison.Ordinal));
        });
        Assert.Contains(TestContent.Real.Collectors, one => one.StateOn(Today) == "expired");
    }

    [Theory]
    [InlineData("kitchen-waste waste-oil,", "kitchen-waist,", "unknown stream \"kitchen-waist\"")]
    [InlineData("120119104 120119122,示例许可〔2026〕001号", "120119999,示例许可〔2026〕001号", "unknown township \"120119999\"")]
    [InlineData("2026-01-01,2027-12-31", "2028-01-01,2027-12-31", "ends before it begins")]
    [InlineData("示例厨余收运一号", "厨余收运一号", "does not say so")]
    [InlineData("shi-li-fei-you-er-hao", "shi-li-chu-yu-yi-hao", "given twice")]
    [InlineData("示例数据，没有真实单位,2026-11-22,true\nshi-li-fei", "示例数据，没有真实单位,,true\nshi-li-fei", "\"checked_on\" is empty")]
    public void A_slip_in_the_directory_is_named(string right, string wrong, string what) => Assert.Contains(
        TestContent.ProblemsAfter(Directory, text => text.Replace(right, wrong, StringComparison.Ordinal)),
        p => p.File == Directory && p.Line > 0 && p.What.Contains(what, StringComparison.Ordinal));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text);
}
