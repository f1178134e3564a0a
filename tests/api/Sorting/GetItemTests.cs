using Jizhou.Public.ApiTests.Platform.Http;

namespace Jizhou.Public.ApiTests.Sorting;

public sealed class GetItemTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task An_item_answers_by_its_id()
    {
        var item = await server.GetJsonAsync("/api/v1/sorting/items/nong-yao-ping-nong-yao-dai");
        Assert.Equal(("farm", "official"), (item.GetProperty("category").GetString(), item.GetProperty("confidence").GetString()));
        Assert.Contains("farm-waste-point", item.GetProperty("nextStep").GetProperty("places").GetProperty("kinds").EnumerateArray().Select(k => k.GetString()));
        Assert.NotEqual(0, item.GetProperty("citations").GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_id_is_refused()
    {
        using var answer = await server.Http.GetAsync("/api/v1/sorting/items/moon-rock");
        await Problems.ReadAsync(answer, 404, "item_not_found");
    }

    [Fact]
    public Task It_is_open_data() => server.IsOpenDataAsync("/api/v1/sorting/items/nai-cha-bei");
}
