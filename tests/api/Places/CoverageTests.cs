using System.Text.Json;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places;
using Jizhou.Public.Api.Places.Areas;
using Jizhou.Public.Api.Places.Geo;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>GET /api/v1/coverage, its table and its page.</summary>
public sealed class CoverageTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task The_page_is_linked_from_the_places_and_stands_in_the_sitemap()
    {
        var places = await server.Http.GetStringAsync("/places/");
        var sitemap = await server.Http.GetStringAsync("/sitemap.xml");
        foreach (var path in (string[])["/places/coverage/", "/places/prices/"])
        {
            Assert.Contains($"href=\"{path}\"", places, StringComparison.Ordinal);
            Assert.Contains($"{path}</loc>", sitemap, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_township_has_the_places_that_a_count_of_the_export_gives()
    {
        var places = (await server.GetJsonAsync("/api/v1/places.geojson")).GetProperty("features").EnumerateArray().Select(one => one.GetProperty("properties")).ToList();
        var coverage = await server.GetJsonAsync("/api/v1/coverage");
        Assert.True(coverage.GetProperty("sample").GetBoolean());
        Assert.Contains("示例", coverage.GetProperty("notice").GetString());
        Assert.Equal(28, coverage.GetProperty("items").GetArrayLength());
        foreach (var item in coverage.GetProperty("items").EnumerateArray())
        {
            var own = places.Where(place => place.GetProperty("township").GetString() == item.GetProperty("township").GetProperty("code").GetString()).ToList();
            Assert.Equal(own.Count, item.GetProperty("places").GetInt32());
            Assert.Equal(
                own.GroupBy(place => place.GetProperty("kind").GetString()!).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => (kind.Key, kind.Count())),
                item.GetProperty("byKind").EnumerateObject().Select(kind => (kind.Name, kind.Value.GetInt32())));
            var served = own.Select(place => place.GetProperty("village").GetString()).OfType<string>().ToHashSet();
            var without = item.GetProperty("villagesWithout").EnumerateArray().Select(village => village.GetProperty("code").GetString()!).ToList();
            Assert.Equal(item.GetProperty("villages").GetInt32(), served.Count + without.Count);
            Assert.Empty(without.Intersect(served));
        }
    }

    [Fact]
    public async Task What_was_not_imported_is_null_and_named()
    {
        var coverage = await server.GetJsonAsync("/api/v1/coverage");
        Assert.Equal(["village-positions", "area", "population"], coverage.GetProperty("missing").EnumerateArray().Select(one => one.GetProperty("input").GetString()));
        Assert.All(coverage.GetProperty("items").EnumerateArray(), item =>
        {
            Assert.All(
                new[] { "areaKm2", "people", "peoplePerPlace", "placesPerKm2", "farthestMetres" },
                figure => Assert.Equal(JsonValueKind.Null, item.GetProperty(figure).ValueKind));
            Assert.Contains("area", item.GetProperty("missing").EnumerateArray().Select(one => one.GetString()));
        });
    }

    [Fact]
    public async Task What_was_imported_gives_distances_densities_and_people_and_a_township_its_geometry()
    {
        await using var own = new ApiServer();
        _ = own.Http;
        var (areas, places, geo) = (own.Services.GetRequiredService<CurrentAreas>(), own.Services.GetRequiredService<CurrentPlaces>(), own.Services.GetRequiredService<PlaceWords>().Geo);
        var villages = geo.Villages.Where(village => village.Township == "120119104" && village.Offered).ToList();
        var positions = villages.Select((village, i) => (village.Code, Position: Position.At(117.3 + (0.002 * i), 40.1))).ToList();
        areas.Replace([.. positions.Select(one => new AreaFacts(one.Code, one.Position, null, 100, "test")), new AreaFacts("120119104", Position.At(117.34, 40.11), 50, null, "test")]);
        var item = (await own.GetJsonAsync("/api/v1/coverage")).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("township").GetProperty("code").GetString() == "120119104");
        var farthest = positions.Max(village => places.Snapshot.Places.Where(entry => entry.Position is not null).Min(entry => GreatCircle.Metres(village.Position, entry.Position!.Value)));
        Assert.Equal((int)Math.Round(farthest), item.GetProperty("farthestMetres").GetInt32());
        Assert.Equal(villages.Count, item.GetProperty("positionedVillages").GetInt32());
        Assert.Equal(100 * villages.Count, item.GetProperty("people").GetInt32());
        Assert.Equal(Math.Round(item.GetProperty("places").GetInt32() / 50.0, 3), item.GetProperty("placesPerKm2").GetDouble());
        Assert.Empty(item.GetProperty("missing").EnumerateArray());
        var township = await own.GetJsonAsync("/ogc/collections/townships/items/120119104");
        Assert.Equal([117.34, 40.11], township.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(number => number.GetDouble()));
        Assert.Equal(JsonValueKind.Null, (await own.GetJsonAsync("/ogc/collections/townships/items/120119001")).GetProperty("geometry").ValueKind);
    }

    [Fact]
    public async Task The_table_says_the_same_as_the_data()
    {
        var lines = (await server.Http.GetStringAsync("/api/v1/coverage.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var items = (await server.GetJsonAsync("/api/v1/coverage")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(items.Count + 1, lines.Length);
        var header = lines[0].Split(',');
        foreach (var (line, item) in lines.Skip(1).Zip(items))
        {
            var cells = line.Split(',');
            Assert.Equal(item.GetProperty("township").GetProperty("name").GetString(), cells[1]);
            Assert.Equal(item.GetProperty("places").ToString(), cells[2]);
            Assert.Equal(item.GetProperty("villagesWithout").GetArrayLength().ToString(System.Globalization.CultureInfo.InvariantCulture), cells[Array.IndexOf(header, "villagesWithout")]);
            Assert.Equal("true", cells[^1]);
        }
    }

    [Fact]
    public async Task The_page_shows_picture_and_table_without_scripts_and_says_that_the_places_are_samples()
    {
        using var answer = await server.Http.GetAsync("/places/coverage/");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("{{", page);
        Assert.Contains("这一页数的是示例点", page);
        Assert.Equal(28, Regex.Matches(page, "<rect class=\"amount\"").Count);
        Assert.Equal(28, Regex.Matches(page, "<th scope=\"row\">").Count);
        Assert.Contains("缺村的位置", page);
        Assert.Contains("村的位置：27 个乡镇没有导入完整", page);
    }

    [Theory]
    [InlineData("/api/v1/coverage")]
    [InlineData("/api/v1/coverage.csv")]
    public Task It_is_open_data(string address) => server.IsOpenDataAsync(address);
}
