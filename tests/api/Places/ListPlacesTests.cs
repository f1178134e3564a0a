namespace Jizhou.Public.ApiTests.Places;

/// <summary>GET /api/v1/places.</summary>
public sealed class ListPlacesTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_township_lists_its_places_by_name_without_distances()
    {
        var items = await server.AllPages("/api/v1/places?township=120119100&limit=2");
        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Equal("120119100", item.GetProperty("township").Text("code")));
        Assert.All(items, item => Assert.False(item.TryGetProperty("metres", out _)));
        Assert.Equal(items.Select(item => item.Text("name")).Order(StringComparer.Ordinal), items.Select(item => item.Text("name")));
    }

    [Fact]
    public async Task A_village_lists_its_own_places_first_and_then_its_townships()
    {
        var some = (await server.AllPages("/api/v1/places?limit=100")).First(item => item.GetProperty("village").ValueKind == System.Text.Json.JsonValueKind.Object);
        var (village, township) = (some.GetProperty("village").Text("code"), some.GetProperty("township").Text("code"));
        var items = await server.AllPages($"/api/v1/places?village={village}&limit=1");
        var own = items.TakeWhile(item => item.GetProperty("village") is { ValueKind: System.Text.Json.JsonValueKind.Object } named && named.Text("code") == village).ToList();
        Assert.NotEmpty(own);
        Assert.Equal(
            (await server.AllPages($"/api/v1/places?township={township}&limit=100")).Select(item => item.Text("id")).Order(StringComparer.Ordinal),
            items.Select(item => item.Text("id")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Several_townships_list_the_places_of_each_in_one_order_and_page_through_them_without_a_gap()
    {
        string[] each = [.. await Ids("township=120119100"), .. await Ids("township=120119104")];
        var both = await server.AllPages("/api/v1/places?township=120119104&township=120119100&limit=3");
        Assert.Equal(each.Order(StringComparer.Ordinal), both.Select(item => item.Text("id")!).Order(StringComparer.Ordinal));
        Assert.Equal(both.Select(item => item.Text("name")).Order(StringComparer.Ordinal), both.Select(item => item.Text("name")));

        async Task<IEnumerable<string>> Ids(string query) => (await server.AllPages($"/api/v1/places?{query}&limit=100")).Select(item => item.Text("id")!);
    }

    [Fact]
    public async Task A_township_beside_a_village_of_another_leaves_nothing_and_beside_its_own_everything()
    {
        var own = await server.AllPages("/api/v1/places?village=120119104239&limit=100");
        Assert.NotEmpty(own);
        Assert.Equal(own.Select(item => item.Text("id")), (await server.AllPages("/api/v1/places?village=120119104239&township=120119104&limit=100")).Select(item => item.Text("id")));
        Assert.Empty(await server.AllPages("/api/v1/places?village=120119104239&township=120119100"));
    }

    [Fact]
    public async Task A_box_holds_exactly_the_places_inside()
    {
        var all = await server.AllPages("/api/v1/places?limit=100");
        var inside = all.Where(item => item.GetProperty("position").GetProperty("lng").GetDouble() is >= 117.3 and <= 117.5
            && item.GetProperty("position").GetProperty("lat").GetDouble() is >= 39.9 and <= 40.1).Select(item => item.Text("id")).ToList();
        Assert.NotEmpty(inside);
        Assert.Equal(inside, (await server.AllPages("/api/v1/places?bbox=117.3,39.9,117.5,40.1&limit=9")).Select(item => item.Text("id")));
    }

    [Theory]
    [InlineData("bbox=1,2,3", "invalid_bbox")]
    [InlineData("bbox=117,41,118,40", "invalid_bbox")]
    [InlineData("bbox=a,b,c,d", "invalid_bbox")]
    [InlineData("township=1", "unknown_area")]
    [InlineData("township=120119100&township=1", "unknown_area")]
    [InlineData("village=1", "unknown_area")]
    [InlineData("cursor=!!", "invalid_cursor")]
    [InlineData("limit=-1", "invalid_parameter")]
    public async Task What_makes_no_sense_is_refused(string query, string code) => Assert.Equal(code, await server.Code("/api/v1/places?" + query));

    [Fact]
    public Task An_unchanged_list_is_304() => server.AssertConditional("/api/v1/places?township=120119100");

    [Fact]
    public async Task Materials_count_the_standing_places_that_take_them()
    {
        var answer = await server.Ask("/api/v1/materials");
        var paper = answer.Items().Single(item => item.Text("code") == "paper");
        Assert.Equal((await server.AllPages("/api/v1/places?material=paper&limit=100")).Count, paper.GetProperty("places").GetInt32());
        Assert.Equal(13, answer.GetProperty("kinds").GetArrayLength());
        await server.AssertConditional("/api/v1/materials");
    }
}
