using System.Text.Json;

namespace Jizhou.Public.ApiTests.OgcFeatures;

/// <summary>The abstract tests of Part 2, coordinate reference systems by reference; each test begins with the id of its abstract test.</summary>
public sealed class CrsTests(OgcServer ogc) : IClassFixture<OgcServer>
{
    private const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private const string Epsg = "http://www.opengis.net/def/crs/EPSG/0/";

    [Fact(DisplayName = "/conf/crs/crs-uri: every system is named by its URI, for each collection and for all")]
    public async Task Fc_md_crs_list()
    {
        string[] expected = [Crs84, $"{Epsg}4326", $"{Epsg}4490", $"{Epsg}3857"];
        var answer = await ogc.JsonAsync("/collections");
        Assert.Equal(expected, answer.GetProperty("crs").EnumerateArray().Select(crs => crs.GetString()!));
        foreach (var collection in answer.GetProperty("collections").EnumerateArray())
        {
            Assert.Equal(expected, collection.GetProperty("crs").EnumerateArray().Select(crs => crs.GetString()!));
        }

        Assert.All(expected, uri => Assert.True(Uri.IsWellFormedUriString(uri, UriKind.Absolute)));
    }

    [Theory(DisplayName = "/conf/crs/crs-parameter-transform: coordinates in the system asked for")]
    [InlineData("places/items", null, Crs84)]
    [InlineData("places/items", Crs84, Crs84)]
    [InlineData("places/items", Epsg + "4326", Epsg + "4326")]
    [InlineData("places/items", Epsg + "4490", Epsg + "4490")]
    [InlineData("places/items", Epsg + "3857", Epsg + "3857")]
    [InlineData("places/items/p-001", null, Crs84)]
    [InlineData("places/items/p-001", Epsg + "4326", Epsg + "4326")]
    [InlineData("places/items/p-001", Epsg + "3857", Epsg + "3857")]
    public async Task Fc_crs_action(string path, string? crs, string named)
    {
        using var answer = await ogc.GetAsync($"/collections/{path}" + (crs is null ? "" : $"?crs={Uri.EscapeDataString(crs)}"));
        Assert.Equal($"<{named}>", answer.Headers.GetValues("Content-Crs").Single());
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        var feature = json.TryGetProperty("features", out var features) ? features.EnumerateArray().First(one => OgcServer.IdOf(one) == "p-001") : json;
        var point = feature.GetProperty("geometry").GetProperty("coordinates");
        var place = ogc.Places.Single(one => one.Id == "p-001").Position!.Value;
        var (first, second) = named switch
        {
            Crs84 => (place.Lng, place.Lat),
            Epsg + "3857" => (place.Lng * 111319.49079327358, Math.Log(Math.Tan((Math.PI / 4) + (place.Lat * Math.PI / 360))) * 6378137),
            _ => (place.Lat, place.Lng),
        };
        Assert.Equal(first, point[0].GetDouble(), 1e-6);
        Assert.Equal(second, point[1].GetDouble(), 1e-6);
    }

    [Theory(DisplayName = "/conf/crs/crs-parameter-invalid: another system is refused with 400")]
    [InlineData("items?crs=EPSG:4326")]
    [InlineData("items?crs=http://www.opengis.net/def/crs/EPSG/0/2154")]
    [InlineData("items/p-001?crs=http://www.opengis.net/def/crs/EPSG/0/2154")]
    [InlineData("items?crs=")]
    public Task Fc_crs_valid_value(string path) => ogc.RefusesAsync($"/collections/places/{path}");

    [Theory(DisplayName = "/conf/crs/bbox-crs-parameter: the same box in any system finds the same features")]
    [InlineData("bbox=117.3,39.8,117.5,40&bbox-crs=" + Crs84)]
    [InlineData("bbox=39.8,117.3,40,117.5&bbox-crs=" + Epsg + "4326")]
    [InlineData("bbox=39.8,117.3,40,117.5&bbox-crs=" + Epsg + "4490")]
    [InlineData("bbox=13057776.270051,4836921.246400,13080040.168210,4865942.279503&bbox-crs=" + Epsg + "3857")]
    public async Task Fc_bbox_crs_action(string query)
    {
        var usual = await ogc.WalkAsync("/collections/places/items?bbox=117.3,39.8,117.5,40&limit=1000");
        Assert.NotEmpty(usual);
        Assert.Equal(usual, await ogc.WalkAsync($"/collections/places/items?limit=1000&{query}"));
    }

    [Theory(DisplayName = "/conf/crs/default-crs: CRS84 stands first among the systems of every collection")]
    [MemberData(nameof(CoreTests.CollectionIds), MemberType = typeof(CoreTests))]
    public async Task Default_crs(string id) => Assert.Equal(Crs84, (await ogc.JsonAsync($"/collections/{id}")).GetProperty("crs")[0].GetString());

    [Theory(DisplayName = "/conf/crs/storageCrs: the system of storage is one of those offered")]
    [MemberData(nameof(CoreTests.CollectionIds), MemberType = typeof(CoreTests))]
    public async Task Storage_crs(string id)
    {
        var collection = await ogc.JsonAsync($"/collections/{id}");
        Assert.Equal(Crs84, collection.GetProperty("storageCrs").GetString());
        Assert.Contains(Crs84, collection.GetProperty("crs").EnumerateArray().Select(crs => crs.GetString()));
    }

    [Theory(DisplayName = "/conf/crs/crs-parameter: Content-Crs names the system that was asked for")]
    [InlineData(Crs84)]
    [InlineData(Epsg + "4326")]
    [InlineData(Epsg + "4490")]
    [InlineData(Epsg + "3857")]
    public async Task Crs_parameter(string crs)
    {
        foreach (var path in new[] { "items", "items/p-001", "items?f=html" })
        {
            using var answer = await ogc.GetAsync($"/collections/places/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}crs={Uri.EscapeDataString(crs)}");
            Assert.Equal($"<{crs}>", answer.Headers.GetValues("Content-Crs").Single());
        }
    }

    [Fact(DisplayName = "/conf/crs/crs-parameter-default: without crs the coordinates are CRS84, and Content-Crs says so")]
    public async Task Crs_parameter_default()
    {
        using var plain = await ogc.GetAsync("/collections/places/items?limit=50");
        Assert.Equal($"<{Crs84}>", plain.Headers.GetValues("Content-Crs").Single());
        var asked = await ogc.JsonAsync($"/collections/places/items?limit=50&crs={Crs84}");
        Assert.Equal(asked.GetProperty("features").ToString(), JsonDocument.Parse(await plain.Content.ReadAsStringAsync()).RootElement.GetProperty("features").ToString());
    }

    [Fact(DisplayName = "/conf/crs/bbox-crs-parameter-default: without bbox-crs the box is CRS84, whatever the crs of the answer")]
    public async Task Bbox_crs_parameter_default()
    {
        var usual = await ogc.WalkAsync($"/collections/places/items?bbox=117.3,39.8,117.5,40&bbox-crs={Crs84}&limit=1000");
        Assert.NotEmpty(usual);
        Assert.Equal(usual, await ogc.WalkAsync("/collections/places/items?bbox=117.3,39.8,117.5,40&limit=1000"));
        Assert.Equal(usual, await ogc.WalkAsync($"/collections/places/items?bbox=117.3,39.8,117.5,40&crs={Epsg}3857&limit=1000"));
    }

    [Theory(DisplayName = "/conf/crs/bbox-crs-parameter-invalid: a box in another system is refused with 400")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/2154")]
    [InlineData("EPSG:4326")]
    [InlineData("")]
    public Task Bbox_crs_parameter_invalid(string crs) => ogc.RefusesAsync($"/collections/places/items?bbox=1,1,2,2&bbox-crs={crs}");

    [Theory(DisplayName = "A box made of a feature's own coordinates, in the system they were answered in, finds it")]
    [InlineData(Crs84)]
    [InlineData(Epsg + "4326")]
    [InlineData(Epsg + "3857")]
    public async Task Own_coordinates_find_the_feature(string crs)
    {
        var page = await ogc.JsonAsync($"/collections/places/items?limit=50&crs={crs}");
        foreach (var feature in page.GetProperty("features").EnumerateArray().Where(one => one.GetProperty("geometry").ValueKind == JsonValueKind.Object))
        {
            var point = feature.GetProperty("geometry").GetProperty("coordinates");
            var (a, b) = (point[0].GetRawText(), point[1].GetRawText());
            Assert.Contains(OgcServer.IdOf(feature), await ogc.WalkAsync($"/collections/places/items?bbox={a},{b},{a},{b}&bbox-crs={crs}"));
        }
    }
}
