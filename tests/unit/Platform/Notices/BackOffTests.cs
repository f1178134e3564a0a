using Jizhou.Public.Api.Platform.Notices;

namespace Jizhou.Public.UnitTests.Platform.Notices;

/// <summary>How long a failed message waits.</summary>
public sealed class BackOffTests
{
    [Theory]
    [InlineData(1, 15, 30)]
    [InlineData(2, 30, 60)]
    [InlineData(5, 240, 480)]
    [InlineData(9, 1800, 3600)]
    [InlineData(500, 1800, 3600)]
    public void It_doubles_up_to_an_hour_and_is_spread_over_the_upper_half(int attempt, int least, int most)
    {
        var backOff = new BackOff(new Random(7).NextDouble);
        var waits = Enumerable.Range(0, 500).Select(_ => backOff.After(attempt).TotalSeconds).ToList();
        Assert.All(waits, wait => Assert.InRange(wait, least, most));
        Assert.True(waits.Max() - waits.Min() > (most - least) * 0.9);
    }

    [Fact]
    public void The_same_seed_waits_the_same()
        => Assert.Equal(Waits(new BackOff(new Random(3).NextDouble)), Waits(new BackOff(new Random(3).NextDouble)));

    [Theory]
    [InlineData(120, 120)]
    [InlineData(86400, 3600)]
    public void What_the_receiver_asks_for_is_kept_up_to_an_hour(int asked, int expected)
        => Assert.Equal(expected, new BackOff(new Random(1).NextDouble).After(1, TimeSpan.FromSeconds(asked)).TotalSeconds);

    private static List<TimeSpan> Waits(BackOff backOff) => [.. Enumerable.Range(1, BackOff.MostAttempts).Select(attempt => backOff.After(attempt))];
}
