using System.Net;

namespace Jizhou.Public.ApiTests.Sorting;

/// <summary>The short way of the look-up gives the bytes and headers of the long way, which a request from another origin takes.</summary>
public sealed class SearchShortTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("q=奶茶杯")]
    [InlineData("q=%E5%A5%B6%E8%8C%B6%E6%9D%AF")]
    [InlineData("q=naichabei")]
    [InlineData("q=旧床垫怎么扔")]
    [InlineData("q=奶茶怀")]
    [InlineData("q=榴莲壳做的灯")]
    [InlineData("q=没有这样的东西呢")]
    [InlineData("q=a+b%22%3Cscript%3E")]
    [InlineData("q=%FF%FE")]
    [InlineData("q=")]
    [InlineData("q=%20")]
    [InlineData("q=电池&q=灯")]
    [InlineData("Q=电池")]
    [InlineData("q=电池&limit=2")]
    [InlineData("q=电池&colour=red")]
    [InlineData("")]
    public async Task Both_ways_give_the_same_answer(string query)
    {
        Assert.Equal(await AskAsync(query, "https://example.org"), await AskAsync(query, origin: null));
    }

    [Fact]
    public async Task A_tag_of_the_short_way_is_known_on_it()
    {
        using var answer = await server.Http.GetAsync("/api/v1/sorting/items?q=电池");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/sorting/items?q=电池");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await server.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync());
    }

    private async Task<string> AskAsync(string query, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/sorting/items?{query}");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await server.Http.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "X-Request-ID") && !header.Key.StartsWith("Access-Control-", StringComparison.Ordinal))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value.Where(value => value != "Origin"))}")
            .Where(line => line != "Vary: ").Order(StringComparer.Ordinal);
        var body = System.Text.RegularExpressions.Regex.Replace(await answer.Content.ReadAsStringAsync(), "\"requestId\":\"[^\"]*\"", "");
        return $"{answer.StatusCode}\n{string.Join('\n', headers)}\n{body}";
    }
}
