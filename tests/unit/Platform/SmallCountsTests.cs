using Jizhou.Public.Api.Platform.Counts;

namespace Jizhou.Public.UnitTests.Platform;

/// <summary>What the published counts tell, and what cannot be computed from them.</summary>
public sealed class SmallCountsTests
{
    [Theory]
    [InlineData("", "", "0")]
    [InlineData("0 0", "0 0", "0")]
    [InlineData("12 7", "12 7", "19")]
    [InlineData("4", "-", "-")]
    [InlineData("2 2", "- -", "-")]
    [InlineData("1 20 9", "- 20 -", "30")]
    [InlineData("1 1 30 8", "- - 30 -", "40")]
    [InlineData("3 4 30", "- - 30", "37")]
    [InlineData("0 3 9", "0 - -", "12")]
    public void Small_counts_are_hidden_with_enough_others(string counts, string told, string total)
    {
        var numbers = counts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse).ToList();
        Assert.Equal(told, string.Join(' ', SmallCounts.Hide(numbers).Select(c => c?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-")));
        Assert.Equal(total, SmallCounts.HideTotal(numbers)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-");
    }

    [Fact]
    public void No_hidden_count_follows_from_the_total_and_the_others()
    {
        var random = new Random(20261126);
        var looked = 0;
        for (var i = 0; i < 5000; i++)
        {
            var counts = Enumerable.Range(0, random.Next(1, 7)).Select(_ => (long)random.Next(0, 15)).ToList();
            var told = SmallCounts.Hide(counts);
            Assert.All(told, (count, at) => Assert.True(count is null || count == counts[at]));
            Assert.DoesNotContain(told, count => count is > 0 and < SmallCounts.Least);
            if (SmallCounts.HideTotal(counts) is not null && told.Contains(null))
            {
                var hidden = counts.Where((_, at) => told[at] is null).ToList();
                Assert.True(hidden.Count >= 2 && hidden.Sum() >= SmallCounts.Least, string.Join(' ', counts));
                looked++;
            }
        }

        Assert.True(looked > 1000);
    }
}
