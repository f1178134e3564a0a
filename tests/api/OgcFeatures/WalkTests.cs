using System.Globalization;
using System.Text.Json;
using Jizhou.Public.Content;

namespace Jizhou.Public.ApiTests.OgcFeatures;

/// <summary>Following <c>next</c> under every filter gives exactly the features that a look at every one of them gives.</summary>
public sealed class WalkTests(OgcServer ogc) : IClassFixture<OgcServer>
{
    private const string Epsg = "http://www.opengis.net/def/crs/EPSG/0/";

    public static readonly IReadOnlyDictionary<string, Func<Place, bool>> Filters = new Dictionary<string, Func<Place, bool>>
    {
        [""] = _ => true,
        ["bbox=117.3,39.8,117.5,40"] = place => InBox(place, 117.3, 39.8, 117.5, 40),
        ["bbox=117.3,39.8,-50,117.5,40,9000"] = place => InBox(place, 117.3, 39.8, 117.5, 40),
        ["bbox=117.6,39.8,117.3,40"] = place => place.Position is { } p && p.Lat is >= 39.8 and <= 40 && (p.Lng >= 117.6 || p.Lng <= 117.3),
        [$"bbox=39.8,117.3,40,117.5&bbox-crs={Epsg}4326"] = place => InBox(place, 117.3, 39.8, 117.5, 40),
        [$"bbox=39.8,117.3,0,40,117.5,0&bbox-crs={Epsg}4490"] = place => InBox(place, 117.3, 39.8, 117.5, 40),
        [$"bbox=13060000,4845000,13080000,4865000&bbox-crs={Epsg}3857"] = place => place.Position is { } p
            && p.Lng * 111319.49079327358 is >= 13060000 and <= 13080000
            && Math.Log(Math.Tan((Math.PI / 4) + (p.Lat * Math.PI / 360))) * 6378137 is >= 4845000 and <= 4865000,
        ["datetime=2026-03-05"] = place => place.LastVerified == new DateOnly(2026, 3, 5),
        ["datetime=2026-03-05T12:00:00%2B08:00"] = place => place.LastVerified == new DateOnly(2026, 3, 5),
        ["datetime=2026-03-04T16:00:00Z"] = place => place.LastVerified == new DateOnly(2026, 3, 5),
        ["datetime=2026-03-05/2026-04-01"] = place => place.LastVerified >= new DateOnly(2026, 3, 5) && place.LastVerified <= new DateOnly(2026, 4, 1),
        ["datetime=../2026-04-01"] = place => place.LastVerified <= new DateOnly(2026, 4, 1),
        ["datetime=2026-04-01/"] = place => place.LastVerified >= new DateOnly(2026, 4, 1),
        ["kind=textile-bin"] = place => place.Kind == "textile-bin",
        ["accepts=paper"] = place => place.Accepts.Contains("paper"),
        ["stepFree=true"] = place => place.StepFree == true,
        ["township=120119100"] = place => place.Township == "120119100",
        ["lastVerified=2026-03-05"] = place => place.LastVerified == new DateOnly(2026, 3, 5),
        ["name=%E7%A4%BA%E4%BE%8B%C2%B7%E7%82%B9%207"] = place => place.Id == "p-007",
        [$"bbox=117.2,39.7,117.6,40.1&datetime=2026-02-01/..&accepts=paper&crs={Epsg}3857"] = place =>
            InBox(place, 117.2, 39.7, 117.6, 40.1) && place.LastVerified >= new DateOnly(2026, 2, 1) && place.Accepts.Contains("paper"),
        ["bbox=0,0,1,1"] = _ => false,
    };

    public static TheoryData<string> Asked => [.. Filters.Keys];

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task Following_next_gives_exactly_the_brute_force_set(string filter)
    {
        var expected = ogc.Places.Where(Filters[filter]).Select(place => place.Id).ToList();
        foreach (var limit in new[] { 7, 100, 1000 })
        {
            Assert.Equal(expected, await ogc.WalkAsync($"/collections/places/items?limit={limit}&{filter}"));
        }
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task Prev_leads_back_through_the_same_pages(string filter)
    {
        List<string> forth = [], back = [];
        var page = await ogc.JsonAsync($"/collections/places/items?limit=50&{filter}");
        for (; OgcServer.LinkOf(page, "next") is { } next; page = await ogc.JsonAsync(next))
        {
            forth.Add(Ids(page));
        }

        for (; OgcServer.LinkOf(page, "prev") is { } prev;)
        {
            page = await ogc.JsonAsync(prev);
            back.Insert(0, Ids(page));
        }

        Assert.Equal(forth, back);
    }

    [Fact]
    public async Task Places_that_stand_all_the_while_come_exactly_once_although_others_come_and_go()
    {
        using var moving = new OgcServer();
        var first = await moving.JsonAsync("/collections/places/items?limit=100");
        var seen = first.GetProperty("features").EnumerateArray().Select(OgcServer.IdOf).ToList();
        var standing = moving.Places.Where((_, i) => i % 3 != 0).ToList(); // a third goes, among them those at the edges of pages
        moving.Replace([.. standing, standing[0] with { Id = "p-0005" }, standing[0] with { Id = "p-9" }]);
        for (var next = OgcServer.LinkOf(first, "next"); next is not null;)
        {
            var page = await moving.JsonAsync(next);
            seen.AddRange(page.GetProperty("features").EnumerateArray().Select(OgcServer.IdOf));
            next = OgcServer.LinkOf(page, "next");
        }

        Assert.Empty(standing.Select(place => place.Id).Except(seen));
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task Changes_and_townships_are_walked_as_completely()
    {
        var changes = await ogc.WalkAsync("/collections/changes/items?limit=20");
        Assert.True(changes.Count > 100);
        Assert.Equal(changes.Select(id => long.Parse(id, CultureInfo.InvariantCulture)).Order(), changes.Select(id => long.Parse(id, CultureInfo.InvariantCulture)));
        Assert.Equal(changes, await ogc.WalkAsync("/collections/changes/items?limit=1000&datetime=2026-11-22T10:00:00%2B08:00"));
        Assert.Equal(changes, await ogc.WalkAsync("/collections/changes/items?limit=1000&at=2026-11-22T02:00:00Z"));
        Assert.Empty(await ogc.WalkAsync("/collections/changes/items?datetime=../2026-11-21"));
        Assert.NotEmpty(await ogc.WalkAsync("/collections/changes/items?effect=removed&limit=1"));
        Assert.Equal(ogc.Words.Geo.Townships.Select(township => township.Code).Order(StringComparer.Ordinal), await ogc.WalkAsync("/collections/townships/items?limit=3"));
    }

    [Fact]
    public async Task A_township_without_a_known_position_has_a_null_geometry_and_one_with_it_a_point()
    {
        var page = await ogc.JsonAsync("/collections/townships/items?limit=1000");
        var known = ogc.Words.Geo.Townships.Where(township => township.Seat is not null).Select(township => township.Code).ToList();
        Assert.NotEmpty(known);
        Assert.All(page.GetProperty("features").EnumerateArray(), feature => Assert.Equal(
            known.Contains(OgcServer.IdOf(feature)) ? JsonValueKind.Object : JsonValueKind.Null, feature.GetProperty("geometry").ValueKind));
    }

    private static bool InBox(Place place, double west, double south, double east, double north) =>
        place.Position is { } p && p.Lng >= west && p.Lng <= east && p.Lat >= south && p.Lat <= north;

    private static string Ids(JsonElement page) => string.Join(' ', page.GetProperty("features").EnumerateArray().Select(OgcServer.IdOf));
}
