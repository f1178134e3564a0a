using System.Text.Json;
using Jizhou.Public.ApiTests.Platform.Http;

namespace Jizhou.Public.ApiTests.Collectors;

public sealed class ListCollectorsTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Address = "/api/v1/collectors";

    [Fact]
    public async Task A_township_with_a_collector_gets_it_and_says_that_it_is_a_sample()
    {
        var answer = await server.GetJsonAsync($"{Address}?stream=kitchen-waste&township=120119104");
        var one = Assert.Single(answer.GetProperty("items").EnumerateArray());
        Assert.True(one.GetProperty("sample").GetBoolean());
        Assert.Equal("valid", one.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("message").ValueKind);
    }

    [Fact]
    public async Task An_expired_licence_is_shown_as_expired()
    {
        var answer = await server.GetJsonAsync($"{Address}?stream=kitchen-waste&township=120119102");
        Assert.Equal("expired", Assert.Single(answer.GetProperty("items").EnumerateArray()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_township_without_one_is_told_whom_to_ask()
    {
        var answer = await server.GetJsonAsync($"{Address}?stream=kitchen-waste&township=120119111");
        Assert.Equal(0, answer.GetProperty("items").GetArrayLength());
        Assert.StartsWith("本镇未录入收运单位", answer.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("?stream=gold", "unknown_stream")]
    [InlineData("?township=110000000", "unknown_collector_township")]
    public async Task A_wrong_question_is_refused(string query, string code)
    {
        using var answer = await server.Http.GetAsync(Address + query);
        await Problems.ReadAsync(answer, 400, code);
    }

    [Fact]
    public Task It_is_open_data() => server.IsOpenDataAsync(Address);
}
