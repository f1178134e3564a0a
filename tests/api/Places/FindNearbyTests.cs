using System.Globalization;
using System.Net;
using System.Text.Json;
using Jizhou.Public.Api.Places;
using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>GET /api/v1/places/nearby; the clock stands at Sunday 2026-11-22 10:00.</summary>
public sealed class FindNearbyTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Here = "/api/v1/places/nearby?lng=117.41&lat=40.05";

    [Fact]
    public async Task Places_come_nearest_first_with_the_metres_of_their_positions()
    {
        var answer = await server.Ask(Here + "&limit=100");
        Assert.Equal("wgs84", answer.Text("crs"));
        Assert.True(answer.GetProperty("sample").GetBoolean());
        Assert.False(answer.GetProperty("outside").GetBoolean());
        var items = answer.Items();
        Assert.Equal(100, items.Count);
        var exact = items.Select(item => GreatCircle.Metres(Position.At(117.41, 40.05), At(item.GetProperty("position")))).ToList();
        Assert.Equal(exact.Order(), exact);
        Assert.Equal(exact.Select(metres => (int)Math.Round(metres)), items.Select(item => item.GetProperty("metres").GetInt32()));
        Assert.All(items, item => Assert.True(item.GetProperty("sample").GetBoolean() && item.GetProperty("illustrative").GetBoolean()));
    }

    [Fact]
    public async Task The_answer_is_the_documented_shape()
    {
        var read = await server.Read<FindNearby.Response>(Here + "&limit=3");
        Assert.Equal(3, read.Items.Count);
        Assert.All(read.Items, item => Assert.False(string.IsNullOrEmpty(item.OpenText)));
    }

    [Fact]
    public async Task Ten_are_given_by_default_and_never_more_than_a_hundred()
    {
        Assert.Equal(10, (await server.Ask(Here)).Items().Count);
        Assert.Equal(100, (await server.Ask(Here + "&limit=5000")).Items().Count);
    }

    [Fact]
    public async Task Pages_hold_every_place_once_in_one_order()
    {
        var whole = (await server.AllPages(Here + "&limit=100")).ConvertAll(item => item.Text("id"));
        var small = (await server.AllPages(Here + "&limit=7")).ConvertAll(item => item.Text("id"));
        Assert.Equal(whole, small);
        Assert.Equal(small.Count, small.Distinct().Count());
        Assert.Equal(PlacesApi.Standing, small.Count);
    }

    [Fact]
    public async Task Filters_keep_their_promises()
    {
        Assert.All(await server.AllPages(Here + "&material=paper&limit=100"), item => Assert.Contains("paper", Materials(item)));
        var any = await server.AllPages(Here + "&material=paper&material=mulch-film&limit=100");
        Assert.All(any, item => Assert.Contains(Materials(item), code => code is "paper" or "mulch-film"));
        var all = await server.AllPages(Here + "&material=paper&material=tyre&match=all&limit=100");
        Assert.NotEmpty(all);
        Assert.All(all, item => Assert.Superset(new HashSet<string> { "paper", "tyre" }, Materials(item).ToHashSet()));
        var kinds = await server.AllPages(Here + "&kind=textile-bin&kind=kitchen-unit&limit=100");
        Assert.Equal(["kitchen-unit", "textile-bin"], kinds.Select(item => item.Text("kind")).Distinct().Order());
        var two = await server.AllPages(Here + "&township=120119102&township=120119103&limit=100");
        Assert.Equal(["120119102", "120119103"], two.Select(item => item.GetProperty("township").Text("code")).Distinct().Order());
        var open = await server.AllPages(Here + "&openNow=true&limit=100");
        Assert.NotEmpty(open);
        Assert.All(open, item => Assert.Contains(item.Text("open"), new[] { "open", "always" }));
        Assert.All((await server.AllPages(Here + "&radius=5000&limit=100")).Select(item => item.GetProperty("metres").GetInt32()), metres => Assert.InRange(metres, 0, 5000));
        Assert.Empty((await server.Ask(Here + "&radius=0")).Items());
    }

    [Theory]
    [InlineData("gcj02")]
    [InlineData("bd09")]
    public async Task The_same_spot_in_another_datum_finds_the_same_places_and_is_answered_in_it(string crs)
    {
        Assert.True(CrsCodes.TryParse(crs, out var system));
        var (lng, lat) = ChinaDatum.FromWgs84(Position.At(117.41, 40.05), system);
        var there = await server.Ask(string.Create(CultureInfo.InvariantCulture, $"/api/v1/places/nearby?lng={lng:R}&lat={lat:R}&crs={crs}"));
        var here = (await server.Ask(Here)).Items();
        Assert.Equal(crs, there.Text("crs"));
        Assert.Equal(here.ConvertAll(item => item.Text("id")), there.Items().ConvertAll(item => item.Text("id")));
        var stored = At(here[0].GetProperty("position"));
        var shown = there.Items()[0].GetProperty("position");
        var (x, y) = ChinaDatum.FromWgs84(stored, system);
        Assert.Equal((x, y), (shown.GetProperty("lng").GetDouble(), shown.GetProperty("lat").GetDouble()), NearEnough);
    }

    [Fact]
    public async Task Outside_the_district_is_an_answer_that_says_so()
    {
        var beijing = await server.Ask("/api/v1/places/nearby?lng=116.397&lat=39.908&limit=1");
        Assert.True(beijing.GetProperty("outside").GetBoolean());
        Assert.Contains("不在蓟州区", beijing.Text("outsideText"), StringComparison.Ordinal);
        Assert.Single(beijing.Items());
        var inside = beijing.GetProperty("nearestInside");
        var again = await server.Ask(string.Create(
            CultureInfo.InvariantCulture, $"/api/v1/places/nearby?lng={inside.GetProperty("lng").GetDouble():R}&lat={inside.GetProperty("lat").GetDouble():R}&limit=1"));
        Assert.False(again.GetProperty("outside").GetBoolean());
        Assert.InRange(inside.GetProperty("metres").GetInt32(), 60_000, beijing.Items()[0].GetProperty("metres").GetInt32());
    }

    [Theory]
    [InlineData("lng=40.05&lat=117.41", "invalid_position", "写反")]
    [InlineData("lng=181&lat=40", "invalid_position", "-180")]
    [InlineData("lng=NaN&lat=40", "invalid_parameter", "lng")]
    [InlineData("lat=40", "invalid_parameter", "lng")]
    [InlineData("lng=117&lat=40&limit=0", "invalid_parameter", "limit")]
    [InlineData("lng=117&lat=40&radius=-1", "invalid_parameter", "radius")]
    [InlineData("lng=117&lat=40&material=gold", "unknown_material", "gold")]
    [InlineData("lng=117&lat=40&kind=castle", "unknown_place_kind", "castle")]
    [InlineData("lng=117&lat=40&township=120119109999", "unknown_area", "最接近的是 120119109")]
    [InlineData("lng=117&lat=40&township=%E5%AE%98%E5%BA%84", "unknown_area", "120119102（官庄镇）")]
    [InlineData("lng=117&lat=40&crs=mars", "invalid_parameter", "gcj02")]
    [InlineData("lng=117&lat=40&match=most", "invalid_parameter", "all")]
    [InlineData("lng=117&lat=40&cursor=abc", "invalid_cursor", "cursor")]
    [InlineData("lng=117&lat=40&colour=red", "unknown_parameter", "colour")]
    public async Task What_makes_no_sense_is_refused_with_the_way_out(string query, string code, string word)
    {
        var problem = await server.Ask("/api/v1/places/nearby?" + query, HttpStatusCode.BadRequest);
        Assert.Equal(code, problem.Text("code"));
        Assert.Contains(word, problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_answer_is_304_and_a_closing_door_changes_it()
    {
        using var moved = new ApiServer();
        await moved.AssertConditional(Here + "&limit=100");
        using var before = await moved.Http.GetAsync(Here + "&limit=100");
        moved.Clock.Advance(TimeSpan.FromHours(10));
        using var after = await moved.Http.GetAsync(Here + "&limit=100");
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    private static readonly IEqualityComparer<(double, double)> NearEnough =
        EqualityComparer<(double, double)>.Create((a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-6 && Math.Abs(a.Item2 - b.Item2) < 1e-6, _ => 0);

    private static Position At(JsonElement position) => Position.At(position.GetProperty("lng").GetDouble(), position.GetProperty("lat").GetDouble());

    private static IEnumerable<string> Materials(JsonElement item) => item.GetProperty("materials").EnumerateArray().Select(code => code.GetString()!);
}
