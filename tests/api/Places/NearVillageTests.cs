using System.Text.Json;
using Jizhou.Public.Api.Places;
using Jizhou.Public.Api.Places.Areas;
using Jizhou.Public.Api.Places.Geo;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>GET /api/v1/places?nearVillage=, before and after the village's position is known.</summary>
public sealed class NearVillageTests
{
    private const string Village = "120119102230"; // 西大佛塔村, 官庄镇
    private const string List = $"/api/v1/places?nearVillage={Village}&limit=";

    [Fact]
    public async Task Without_a_position_the_village_comes_first_then_its_township_then_the_rest_and_no_distance_is_given()
    {
        using var server = new ApiServer();
        var first = await server.Ask(List + "1");
        Assert.Equal("near-village-by-name", first.Text("order"));
        Assert.Equal(JsonValueKind.Null, first.GetProperty("near").GetProperty("position").ValueKind);
        var items = await server.AllPages(List + "7");
        Assert.Equal(PlacesApi.Standing, items.Select(item => item.Text("id")).Distinct().Count());
        Assert.Equal(PlacesApi.Standing, items.Count);
        Assert.All(items, item => Assert.False(item.TryGetProperty("metres", out _)));
        var expected = items.Select(Nearness).OrderBy(group => group switch { "village" => 0, "township" => 1, _ => 2 }).ToList();
        Assert.Equal(expected, items.Select(item => item.Text("nearness")));
        Assert.Equal(["village", "township", "district"], expected.Distinct());
        foreach (var group in items.GroupBy(item => item.Text("nearness")))
        {
            Assert.Equal(group.Select(item => item.Text("name")).Order(StringComparer.Ordinal), group.Select(item => item.Text("name")));
        }
    }

    [Fact]
    public async Task With_a_position_the_nearest_come_first_with_metres_and_pages_fit_together()
    {
        using var server = new ApiServer();
        var before = await server.Http.GetAsync(List + "5");
        var from = Position.At(117.41, 40.05);
        server.Services.GetRequiredService<CurrentAreas>().Replace([new AreaFacts(Village, from, null, null, "test")]);
        var after = await server.Http.GetAsync(List + "5");
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);

        var items = await server.AllPages(List + "7");
        var oracle = server.Services.GetRequiredService<CurrentPlaces>().Snapshot.Places
            .OrderBy(entry => GreatCircle.Metres(from, entry.Position!.Value)).ThenBy(entry => entry.Place.Id, StringComparer.Ordinal).Select(entry => entry.Place.Id);
        Assert.Equal(oracle, items.Select(item => item.Text("id")));
        Assert.All(items, item => Assert.True(item.TryGetProperty("metres", out _)));
        Assert.Equal("near-village-by-distance", (await server.Ask(List + "1")).Text("order"));
    }

    [Fact]
    public async Task The_documented_shape_holds_and_what_makes_no_sense_is_refused()
    {
        using var server = new ApiServer();
        var answer = await server.Read<ListPlaces.Response>(List + "3&directions=true");
        Assert.All(answer.Items, item => Assert.Equal(4, item.Directions!.Count));
        Assert.Equal("unknown_area", await server.Code("/api/v1/places?nearVillage=1"));
        Assert.Equal("invalid_cursor", await server.Code(List + "3&cursor=!!"));
        await server.AssertConditional(List + "3");
    }

    private static string Nearness(JsonElement item) => item.GetProperty("village") is { ValueKind: JsonValueKind.Object } village && village.Text("code") == Village
        ? "village"
        : item.GetProperty("township").Text("code") == "120119102" ? "township" : "district";
}
