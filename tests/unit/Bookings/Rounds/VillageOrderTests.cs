using Jizhou.Public.Api.Bookings.Rounds.Planning;

namespace Jizhou.Public.UnitTests.Bookings.Rounds;

/// <summary>The saved order of villages, streets and house numbers.</summary>
public sealed class VillageOrderTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 100)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Learning_keeps_every_village_once_the_driven_ones_in_their_order_and_all_others_in_theirs(int seed)
    {
        var random = new Random(seed);
        string[] saved = [.. Enumerable.Range(0, 12).Select(i => $"v{i}").Where(_ => random.Next(3) > 0)];
        random.Shuffle(saved);
        string[] driven = [.. Enumerable.Range(0, 12).Select(i => $"v{i}").Where(_ => random.Next(2) > 0)];
        random.Shuffle(driven);

        var learned = new VillageOrder(saved).LearnFrom(driven).Villages;

        Assert.Equal(saved.Union(driven).Order(), learned.Order());
        Assert.Equal(driven, learned.Where(driven.Contains));
        Assert.Equal(saved.Except(driven), learned.Except(driven));
    }

    [Fact]
    public void Morning_comes_before_afternoon_then_villages_as_saved_then_doors_as_a_street_counts_them()
    {
        var stops = new[]
        {
            Fleet.Stop("1", "v1", address: "西街10号"), Fleet.Stop("2", "v1", address: "西街2号"), Fleet.Stop("3", "v3", window: Fleet.Afternoon),
            Fleet.Stop("4", "v0"), Fleet.Stop("5", "v3"),
        };
        Assert.Equal(["5", "2", "1", "4", "3"], Fleet.Order.Sort(stops, Fleet.Windows).Select(s => s.Reference));
    }

    [Theory]
    [InlineData("西街2号", "西街10号")]
    [InlineData("3-2-101", "3-11-101")]
    [InlineData("2号", "西街1号")]
    [InlineData("", "1")]
    [InlineData("99999999999999999999", "100000000000000000000")]
    public void A_smaller_number_comes_first(string first, string second)
    {
        Assert.True(NaturalOrder.Instance.Compare(first, second) < 0);
        Assert.True(NaturalOrder.Instance.Compare(second, first) > 0);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Addresses_have_one_order_whatever_they_hold(int seed)
    {
        var random = new Random(seed);
        string[] texts = [.. Enumerable.Range(0, 12).Select(_ => new string(random.GetItems("01209号a𠮷".ToCharArray(), random.Next(0, 6))))];
        var sorted = texts.Order(NaturalOrder.Instance).ToArray();
        random.Shuffle(texts);
        Assert.Equal(sorted, texts.Order(NaturalOrder.Instance));
    }
}
