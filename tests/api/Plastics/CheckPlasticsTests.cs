using System.Text.Json;
using Jizhou.Public.ApiTests.Platform.Http;

namespace Jizhou.Public.ApiTests.Plastics;

public sealed class CheckPlasticsTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Address = "/api/v1/plastics/check";

    [Fact]
    public async Task An_inn_learns_that_toiletries_wait_for_the_guest_to_ask()
    {
        var answer = await server.GetJsonAsync($"{Address}?business=inn&product=guest-toiletries&date=2026-11-22");
        Assert.Equal("not-offered", answer.GetProperty("verdict").GetString());
        Assert.Equal("2020-12-01", answer.GetProperty("since").GetString());
        Assert.NotEqual(0, answer.GetProperty("alternatives").GetArrayLength());
        Assert.Equal(["rooms-city", "rooms-national-inn"], answer.GetProperty("rules").EnumerateArray().Select(r => r.GetString()));
        Assert.Contains("天津市生活垃圾管理条例", answer.GetProperty("citations").Texts("document"));
        var fine = answer.GetProperty("consequence").GetProperty("penalties")[0];
        Assert.Equal((50_000, 500_000), (fine.GetProperty("minFen").GetInt32(), fine.GetProperty("maxFen").GetInt32()));
    }

    [Fact]
    public async Task A_past_day_is_answered_by_its_law()
    {
        var before = await server.GetJsonAsync($"{Address}?business=inn&product=plastic-straw&date=2026-08-14");
        var after = await server.GetJsonAsync($"{Address}?business=inn&product=plastic-straw&date=2026-08-15");
        Assert.Contains("固体废物污染环境防治法", before.GetProperty("citations").Texts("document"));
        Assert.DoesNotContain("生态环境法典", before.GetProperty("citations").Texts("document"));
        Assert.Contains("生态环境法典", after.GetProperty("citations").Texts("document"));
        Assert.DoesNotContain("固体废物污染环境防治法", after.GetProperty("citations").Texts("document"));
    }

    [Fact]
    public async Task Before_the_record_begins_the_verdict_is_unknown()
    {
        var answer = await server.GetJsonAsync($"{Address}?business=shop&product=plastic-bag&date=2020-11-30");
        Assert.Equal("unknown", answer.GetProperty("verdict").GetString());
        Assert.Contains("没有收录", answer.GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("since").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("consequence").ValueKind);
    }

    [Fact]
    public async Task Without_a_date_it_answers_for_today_in_Jizhou()
    {
        var answer = await server.GetJsonAsync($"{Address}?business=shop&product=degradable-bag");
        Assert.Equal("2026-11-22", answer.GetProperty("date").GetString());
        Assert.Equal(["charge", "ledger", "report"], answer.GetProperty("duties").EnumerateArray().Select(d => d.GetString()));
    }

    [Fact]
    public async Task The_area_matters_for_markets()
    {
        var town = await server.GetJsonAsync($"{Address}?business=market&product=plastic-bag&area=built-up&date=2026-01-01");
        var village = await server.GetJsonAsync($"{Address}?business=market&product=plastic-bag&area=other&date=2026-01-01");
        Assert.Equal(("forbidden", "unknown"), (town.GetProperty("verdict").GetString(), village.GetProperty("verdict").GetString()));
    }

    [Theory]
    [InlineData("?business=casino&product=cutlery", "unknown_business")]
    [InlineData("?business=inn&product=gold", "unknown_product")]
    [InlineData("?business=inn&product=cutlery&area=moon", "unknown_area_kind")]
    [InlineData("?business=inn", "invalid_parameter")]
    [InlineData("?business=inn&product=cutlery&date=2026-02-30", "invalid_parameter")]
    public async Task A_wrong_question_is_refused(string query, string code)
    {
        using var answer = await server.Http.GetAsync(Address + query);
        var problem = await Problems.ReadAsync(answer, 400, code);
        Assert.NotEqual(0, problem.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public Task It_is_open_data() => server.IsOpenDataAsync($"{Address}?business=inn&product=cutlery&date=2026-11-22");
}
