using Jizhou.Public.ApiTests.Platform.Http;

namespace Jizhou.Public.ApiTests.Indicators;

public sealed class GetIndicatorTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Each_indicator_of_the_list_answers_the_same_by_its_id()
    {
        var list = await server.GetJsonAsync("/api/v1/indicators");
        foreach (var item in list.GetProperty("items").EnumerateArray())
        {
            var one = await server.GetJsonAsync($"/api/v1/indicators/{item.GetProperty("id").GetString()}");
            Assert.Equal(item.GetRawText(), one.GetRawText());
        }
    }

    [Fact]
    public async Task An_unknown_id_is_refused_with_the_way_out()
    {
        using var answer = await server.Http.GetAsync("/api/v1/indicators/gdp");
        Assert.Contains("/api/v1/indicators", (await Problems.ReadAsync(answer, 404, "indicator_not_found")).GetProperty("detail").GetString());
    }

    [Fact]
    public Task It_is_open_data() => server.IsOpenDataAsync("/api/v1/indicators/mulch-film-recovery");
}
