using System.Text.Json;
using Jizhou.Public.ApiTests.Platform.Http;

namespace Jizhou.Public.ApiTests.Indicators;

public sealed class ListObservationsTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string ReclaimedWater = "/api/v1/indicators/reclaimed-water-use/observations";

    [Theory]
    [InlineData(2021, "没有公布2021年的数值。")]
    [InlineData(2025, "没有公布2025年的数值。“50以上”是规划的目标，不是完成值。")]
    [InlineData(2019, "规划只写2020年基数和2025年目标，2019年不在规划期内，没有公布的数值。")]
    [InlineData(2030, "规划只写2020年基数和2025年目标，2030年不在规划期内，没有公布的数值。")]
    public async Task A_year_nobody_published_is_said_so_and_never_filled_from_the_target(int year, string message)
    {
        var item = (await server.GetJsonAsync($"{ReclaimedWater}?year={year}")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal(year, item.GetProperty("year").GetInt32());
        Assert.Equal("not-published", item.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("value").ValueKind);
        Assert.Equal("2026-11-22", item.GetProperty("checkedOn").GetString());
        Assert.Equal(message, item.GetProperty("message").GetString());
    }

    [Fact]
    public async Task The_year_of_the_baseline_has_the_value_the_plan_prints()
    {
        var item = (await server.GetJsonAsync($"{ReclaimedWater}?year=2020")).GetProperty("items")[0];
        Assert.Equal(("published", 44), (item.GetProperty("status").GetString(), item.GetProperty("value").GetInt32()));
        Assert.Equal("jizhou-plan", item.GetProperty("citation").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("energy-productivity")]
    [InlineData("construction-land-productivity")]
    public async Task A_five_year_sum_is_no_value_of_its_last_year(string id)
    {
        var item = (await server.GetJsonAsync($"/api/v1/indicators/{id}/observations?year=2020")).GetProperty("items")[0];
        Assert.Equal("not-published", item.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("value").ValueKind);
    }

    [Fact]
    public async Task Without_a_year_all_years_of_the_plan_are_told()
    {
        var items = (await server.GetJsonAsync(ReclaimedWater)).GetProperty("items").EnumerateArray();
        Assert.Equal([2020, 2021, 2022, 2023, 2024, 2025], items.Select(i => i.GetProperty("year").GetInt32()));
    }

    [Theory]
    [InlineData("?year=20255", "year_out_of_range")]
    [InlineData("?year=-1", "year_out_of_range")]
    [InlineData("?year=last", "invalid_parameter")]
    [InlineData("?year=2021&year=2022", "invalid_parameter")]
    public async Task What_is_no_year_is_refused(string query, string code)
    {
        using var answer = await server.Http.GetAsync(ReclaimedWater + query);
        var problem = await Problems.ReadAsync(answer, 400, code);
        Assert.Equal("year", problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task An_unknown_indicator_is_refused()
    {
        using var answer = await server.Http.GetAsync("/api/v1/indicators/gdp/observations?year=2021");
        await Problems.ReadAsync(answer, 404, "indicator_not_found");
    }

    [Fact]
    public Task It_is_open_data() => server.IsOpenDataAsync($"{ReclaimedWater}?year=2021");
}
