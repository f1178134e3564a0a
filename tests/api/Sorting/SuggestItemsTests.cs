using Jizhou.Public.ApiTests.Platform.Http;

namespace Jizhou.Public.ApiTests.Sorting;

public sealed class SuggestItemsTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("电")]
    [InlineData("d")]
    [InlineData("瓶")]
    public async Task At_most_ten_things_are_suggested_while_typing(string typed)
    {
        var items = (await SuggestAsync(typed)).GetProperty("items");
        Assert.InRange(items.GetArrayLength(), 5, 10);
    }

    [Fact]
    public async Task A_suggestion_names_what_matched()
    {
        var first = (await SuggestAsync("移动电")).GetProperty("items")[0];
        Assert.Equal(("充电宝", "移动电源", "alias"), (first.GetProperty("name").GetString(), first.GetProperty("matched").GetString(), first.GetProperty("match").GetString()));
    }

    [Fact]
    public async Task Nothing_typed_suggests_nothing() =>
        Assert.Equal(0, (await server.GetJsonAsync("/api/v1/sorting/suggest?q=")).GetProperty("items").GetArrayLength());

    [Fact]
    public async Task Without_q_it_is_refused()
    {
        using var answer = await server.Http.GetAsync("/api/v1/sorting/suggest");
        await Problems.ReadAsync(answer, 400, "invalid_parameter");
    }

    [Fact]
    public Task It_is_open_data() => server.IsOpenDataAsync("/api/v1/sorting/suggest?q=dian");

    private Task<System.Text.Json.JsonElement> SuggestAsync(string typed) => server.GetJsonAsync($"/api/v1/sorting/suggest?q={Uri.EscapeDataString(typed)}");
}
