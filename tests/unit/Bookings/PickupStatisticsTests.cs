using Jizhou.Public.Api.Bookings;
using Jizhou.Public.Api.Bookings.Statistics;
using Jizhou.Public.Api.Platform.Counts;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Bookings;

/// <summary>What the statistics tell, what they hide, and what is a gap.</summary>
public sealed class PickupStatisticsTests
{
    private static readonly PickupFacts Facts = PickupFacts.Of(TestContent.Real);
    private static readonly DateOnly Today = new(2027, 2, 10);
    private static readonly string[] Townships = [.. TestContent.Real.Geo.Townships.Select(t => t.Code)];

    [Fact]
    public void Nothing_booked_means_no_months_at_all() => Assert.Empty(Of([], [], []));

    [Fact]
    public void A_month_without_data_is_a_gap_and_not_a_zero()
    {
        var months = Of([new("2026-11", Townships[0], "collected", 9)], [], []);
        Assert.Equal(["2027-02", "2027-01", "2026-12", "2026-11"], months.Select(m => m.Month));
        Assert.Equal(["no-data", "no-data", "no-data", "complete"], months.Select(m => m.State));
        Assert.All(months.Take(3), month => Assert.Null(month.District));
        Assert.Equal((9L, 0L), (months[3].District!.Collected, months[3].District!.Missed));
    }

    [Fact]
    public void This_month_is_still_running() => Assert.Equal("running", Assert.Single(Of([new("2027-02", Townships[0], "collected", 9)], [], [])).State);

    [Fact]
    public void Fewer_than_five_are_hidden_together_with_what_would_give_them_away()
    {
        var month = Assert.Single(Of([new("2027-02", Townships[0], "collected", 3), new("2027-02", Townships[1], "collected", 8), new("2027-02", Townships[2], "collected", 40)], [], []));
        Assert.Equal([null, null, 40], month.Townships.Select(t => t.Counts.Collected));
        Assert.Equal(51, month.District!.Collected);
    }

    [Theory]
    [InlineData("1 1 1 1 1", 1, 1)]
    [InlineData("1 2 3 4 5 6 7 8 9 10", 5, 9)]
    [InlineData("1 1 1 1 1 1 1 1 1 30", 1, 1)]
    [InlineData("1 1 1 1 1 1 1 1 30 30", 1, 30)]
    [InlineData("1 2 3 4", null, null)] // four people: hidden
    public void Waiting_is_told_by_nearest_rank(string days, int? median, int? ninetieth)
    {
        var offers = days.Split(' ').GroupBy(d => d).Select(g => new CountedBookings("2027-02", Townships[0], g.Key, g.Count())).ToList();
        var counts = Assert.Single(Assert.Single(Of([], offers, [])).Townships).Counts;
        Assert.Equal((median, ninetieth), (counts.MedianDays, counts.NinetiethDays));
    }

    [Fact]
    public void A_volume_is_hidden_with_the_bookings_it_comes_from()
    {
        var month = Assert.Single(Of([], [],
        [
            new("2027-02", Townships[0], "furniture", "centre-bangjun", 4, 2_400, null), new("2027-02", Townships[1], "furniture", "", 6, 3_000, 500),
            new("2027-02", Townships[2], "furniture", "centre-bangjun", 30, 9_000, null),
        ]));
        Assert.Equal([(null, 40L, 14.4m, 500L), (Townships[0], null, null, null), (Townships[1], null, null, null), (Townships[2], (long?)30, (decimal?)9m, (long?)null)],
            month.Loads.Select(load => (load.Township, load.Bookings, load.CubicMetres, load.Kilograms)));
        Assert.Equal("没有写下送到哪里", month.Loads[2].CentreName);
    }

    // Whoever knows every number told, and that a hidden count is at least 1, must not be able to tell a single hidden one.
    [Fact]
    public void No_hidden_count_can_be_computed_from_what_is_told()
    {
        var random = new Random(20261126);
        for (var round = 0; round < 500; round++)
        {
            var counts = Townships.Take(random.Next(1, 9)).Select(code => new CountedBookings("2027-02", code, "missed", random.Next(0, 12))).ToList();
            var month = Assert.Single(Of(counts, [], []));
            var told = month.Townships.Select(t => t.Counts.Missed).ToList();
            Assert.DoesNotContain(told, count => count is > 0 and < SmallCounts.Least);
            var (total, hidden) = (month.District!.Missed, told.Count(count => count is null));
            if (hidden > 0 && total is { } all)
            {
                Assert.True(hidden >= 2 && all - told.Sum() >= SmallCounts.Least, string.Join(' ', counts.Select(c => c.Bookings)));
            }
        }
    }

    [Fact]
    public void The_table_says_of_each_empty_value_why_it_is_empty()
    {
        var csv = System.Text.Encoding.UTF8.GetString(StatisticsTable.Of(Of(
            [new("2026-12", Townships[0], "collected", 3)], [], [new("2026-12", Townships[0], "furniture", "centre-bangjun", 9, 100, null)])).ToUtf8(withMark: false));
        Assert.Contains("2027-01,120119,全区,,,,,,no-data", csv, StringComparison.Ordinal);
        Assert.Contains($"2026-12,{Townships[0]},{TestContent.Real.Geo.Townships[0].Name},collected,,,bookings,,hidden", csv, StringComparison.Ordinal);
        Assert.Contains("weight,furniture,centre-bangjun,kg,,not-measured", csv, StringComparison.Ordinal);
        Assert.Contains("volume,furniture,centre-bangjun,m3,0.1,told", csv, StringComparison.Ordinal);
        Assert.Contains("first-date-median,,,days,,no-data", csv, StringComparison.Ordinal);
    }

    private static IReadOnlyList<PickupMonth> Of(IReadOnlyList<CountedBookings> counts, IReadOnlyList<CountedBookings> offers, IReadOnlyList<CountedLoad> loads) =>
        PickupStatistics.Of(new StatisticsRows(counts, offers, loads), Facts, Today);
}
