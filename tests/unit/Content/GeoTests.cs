using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Content;

/// <summary>Townships, villages, outline and points.</summary>
public sealed class GeoTests
{
    private static readonly Geography Geo = TestContent.Real.Geo;

    [Fact]
    public void There_are_28_township_units_and_983_villages()
    {
        Assert.Equal(28, Geo.Townships.Count);
        Assert.Equal((1, 25, 1, 1), (Kind("street"), Kind("town"), Kind("township"), Kind("statistical-zone")));
        Assert.Equal(983, Geo.Villages.Count);

        static int Kind(string kind) => Geo.Townships.Count(t => t.Kind == kind);
    }

    [Theory]
    [InlineData("120119100201", "东北隅村")]
    [InlineData("120119001001", "五十八间社区")]
    [InlineData("120119001029", "曲院风荷社区")]
    [InlineData("120119102205", "联合村")]
    [InlineData("120119123213", "东一村")]
    public void A_village_is_shown_as_people_say_it(string code, string label) => Assert.Equal(label, Geo.Village(code)!.Label);

    [Fact]
    public void No_shown_name_carries_the_committee() => Assert.All(Geo.Villages, v => Assert.DoesNotContain("委", v.Label.Replace("委庄", "", StringComparison.Ordinal), StringComparison.Ordinal));

    [Fact]
    public void The_five_double_names_are_shown_with_their_township() => Assert.Equal(
        ["三岔口村（侯家营镇）", "三岔口村（洇溜镇）", "南辛庄村（下窝头镇）", "南辛庄村（东赵各庄镇）", "张家园村（杨津庄镇）", "张家园村（许家台镇）",
            "张庄村（渔阳镇）", "张庄村（马伸桥镇）", "马家崖村（渔阳镇）", "马家崖村（礼明庄镇）"],
        Geo.Villages.Where(v => v.Label != v.Name).Select(v => v.Label).Order(StringComparer.Ordinal));

    [Fact]
    public void The_statistical_community_is_not_offered() =>
        Assert.Equal("120119401498", Assert.Single(Geo.Villages, v => !v.Offered).Code);

    [Fact]
    public void Ten_townships_have_a_seat_and_all_seats_lie_in_the_district()
    {
        var seats = Geo.Townships.Where(t => t.Seat is not null).ToList();
        Assert.Equal(10, seats.Count);
        Assert.All(Geo.Points, p => Assert.True(Inside(p.Position), p.Name));
    }

    [Fact]
    public void The_outline_is_closed_and_has_the_districts_size()
    {
        Assert.True(Geo.Boundary.Count > 300);
        Assert.Equal(Geo.Boundary[0], Geo.Boundary[^1]);
        Assert.InRange(SquareKilometres(), 1560, 1600);
    }

    private static bool Inside(GeoPoint p)
    {
        var inside = false;
        foreach (var (a, b) in Geo.Boundary.Zip(Geo.Boundary.Skip(1)))
        {
            inside ^= a.Lat > p.Lat != b.Lat > p.Lat && p.Lng < (b.Lng - a.Lng) * (p.Lat - a.Lat) / (b.Lat - a.Lat) + a.Lng;
        }

        return inside;
    }

    private static double SquareKilometres()
    {
        const double KmPerDegree = 111.195;
        var shrink = Math.Cos(40.05 * Math.PI / 180);
        return Math.Abs(Geo.Boundary.Zip(Geo.Boundary.Skip(1)).Sum(e => e.First.Lng * e.Second.Lat - e.Second.Lng * e.First.Lat)) / 2
            * KmPerDegree * KmPerDegree * shrink;
    }
}
