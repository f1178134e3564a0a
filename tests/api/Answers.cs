using System.Net;
using System.Text.Json;

namespace Jizhou.Public.ApiTests;

/// <summary>Reads JSON answers, and checks what every open answer promises.</summary>
public static class Answers
{
    /// <summary>The body of a 200 answer.</summary>
    public static async Task<JsonElement> GetJsonAsync(this ApiServer server, string path)
    {
        using var answer = await server.Http.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Every text under a name in a list of objects.</summary>
    public static string[] Texts(this JsonElement list, string name) => [.. list.EnumerateArray().Select(i => i.GetProperty(name).GetString()!)];

    /// <summary>Strong ETag, 304 when held, readable from any origin, no unknown parameter.</summary>
    public static async Task IsOpenDataAsync(this ApiServer server, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", "https://example.org" } } };
        using var first = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(first.Headers.ETag!.IsWeak);
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag } } };
        using var second = await server.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        using var unknown = await server.Http.GetAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "qq=1");
        await Platform.Http.Problems.ReadAsync(unknown, 400, "unknown_parameter");
    }
}
