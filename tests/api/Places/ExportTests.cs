using System.Text;
using System.Text.Json;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>GET /api/v1/places.geojson and /api/v1/places.csv.</summary>
public sealed class ExportTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task GeoJson_is_one_feature_collection_of_all_places()
    {
        using var answer = await server.Http.GetAsync("/api/v1/places.geojson");
        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType!.MediaType);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("FeatureCollection", json.Text("type"));
        var features = json.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(PlacesApi.Standing, features.Count);
        Assert.All(features, feature => Assert.Equal(2, feature.GetProperty("geometry").GetProperty("coordinates").GetArrayLength()));
        Assert.All(features, feature => Assert.True(feature.GetProperty("properties").GetProperty("sample").GetBoolean()));
        await server.AssertConditional("/api/v1/places.geojson");
    }

    [Fact]
    public async Task Csv_has_a_header_and_one_line_a_place_and_a_mark_only_when_asked()
    {
        var bytes = await server.Http.GetByteArrayAsync(new Uri("/api/v1/places.csv", UriKind.Relative));
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.StartsWith("id,lng,lat,name,", lines[0], StringComparison.Ordinal);
        Assert.Equal(PlacesApi.Standing + 2, lines.Length); // header, places, and the empty rest after the last line break
        Assert.Equal((byte)'i', bytes[0]);
        var marked = await server.Http.GetByteArrayAsync(new Uri("/api/v1/places.csv?bom=true", UriKind.Relative));
        Assert.Equal([0xEF, 0xBB, 0xBF], marked[..3]);
        Assert.Equal(bytes, marked[3..]);
        await server.AssertConditional("/api/v1/places.csv");
    }
}
