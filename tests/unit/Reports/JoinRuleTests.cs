using Jizhou.Public.Api.Reports;
using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Reports;

/// <summary>When two reports are one case.</summary>
public sealed class JoinRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly Office Office = new("city-management", "区城市管理委", "district-department", []);
    private static readonly ReportKind Full = new("full", ReportSubject.Place, "满了", "", Office, 1, null);
    private static readonly ReportKind Dumping = new("construction-dumping", ReportSubject.Spot, "乱倒建筑垃圾", "", Office, 5, null);
    private static readonly ReportBook Book = new(true, "", 30, 180, 100, 3, [Full, Dumping]);
    private static readonly GeoPoint Here = new(117.4083, 40.0456);

    [Fact]
    public void The_same_kind_at_the_same_place_joins_the_oldest_open_case()
    {
        var (older, newer) = (Stored(Full, "a", place: "p1", minutes: 0), Stored(Full, "b", place: "p1", minutes: 5));
        Assert.Equal("a", First(Wish(Full, place: "p1"), newer, older)?.Ticket);
        Assert.Null(First(Wish(Full, place: "p2"), newer, older));
        Assert.Null(First(Wish(Dumping, at: Here), newer, older));
    }

    [Theory]
    [InlineData(ReportState.Received, true)]
    [InlineData(ReportState.InProgress, true)]
    [InlineData(ReportState.Done, false)]
    [InlineData(ReportState.Rejected, false)]
    public void Only_an_open_case_is_joined(string state, bool joins) =>
        Assert.Equal(joins, First(Wish(Full, place: "p1"), Stored(Full, "a", place: "p1") with { State = state }) is not null);

    [Fact]
    public void A_report_that_follows_another_is_not_followed() =>
        Assert.Null(First(Wish(Full, place: "p1"), Stored(Full, "a", place: "p1") with { Follows = "z" }));

    [Theory]
    [InlineData(0.0008, 0, true)] // 89 m to the north
    [InlineData(0.0010, 0, false)] // 111 m
    [InlineData(0, 0.0011, true)] // 94 m to the east
    [InlineData(0, 0.0013, false)] // 111 m
    public void Spots_within_a_hundred_metres_are_one(double north, double east, bool joins) => Assert.Equal(
        joins, First(Wish(Dumping, at: new GeoPoint(Here.Lng + east, Here.Lat + north)), Stored(Dumping, "a", at: Here)) is not null);

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Spots_within_three_days_are_one(int days, bool joins) => Assert.Equal(
        joins, First(Wish(Dumping, at: Here), Stored(Dumping, "a", at: Here) with { Day = Today.AddDays(-days) }) is not null);

    [Fact]
    public void A_village_alone_joins_nothing() => Assert.Null(First(Wish(Dumping), Stored(Dumping, "a"), Stored(Dumping, "b", at: Here)));

    [Fact]
    public void The_distance_agrees_with_the_great_circle_to_a_centimetre_nearby()
    {
        var random = new Random(20261126);
        for (var i = 0; i < 1000; i++)
        {
            var there = new GeoPoint(Here.Lng + ((random.NextDouble() - 0.5) * 0.006), Here.Lat + ((random.NextDouble() - 0.5) * 0.004));
            Assert.Equal(Haversine(Here, there), JoinRule.Metres(Here, there), 0.01);
        }
    }

    private static StoredReport? First(ReportWish wish, params StoredReport[] open) => JoinRule.First(wish, open, Book, Today);

    private static ReportWish Wish(ReportKind kind, string? place = null, GeoPoint? at = null) =>
        new(kind, place is null ? null : new ReportPlace(place, place, "", null, null, null, true), null, null, at, null, null, null);

    private static StoredReport Stored(ReportKind kind, string ticket, string? place = null, GeoPoint? at = null, int minutes = 0)
    {
        var created = new DateTimeOffset(2026, 11, 26, 9, minutes, 0, TimeSpan.FromHours(8));
        return new StoredReport(ticket, null, kind.Code, place, place, null, null, at, ReportState.Received, null, Today, Today, created, created, null, false);
    }

    private static double Haversine(GeoPoint a, GeoPoint b)
    {
        static double Half(double degrees) => Math.Pow(Math.Sin(double.DegreesToRadians(degrees) / 2), 2);
        var h = Half(b.Lat - a.Lat) + (Math.Cos(double.DegreesToRadians(a.Lat)) * Math.Cos(double.DegreesToRadians(b.Lat)) * Half(b.Lng - a.Lng));
        return 2 * 6_371_008.8 * Math.Asin(Math.Sqrt(h));
    }
}
