using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Platform.Caching;

/// <summary>A kept answer is given only to those who can read it, and once for all hosts.</summary>
public sealed class OutputCacheTests
{
    private int _made;

    [Fact]
    public async Task A_kept_answer_has_the_encoding_that_is_asked_for()
    {
        await using var server = await StartAsync();
        using var packed = await SendAsync(server, "br", "a.example");
        using var plain = await SendAsync(server, null, "a.example");
        Assert.Equal("br", Assert.Single(packed.Content.Headers.ContentEncoding));
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal("""{"number":2}""", await plain.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task One_answer_serves_all_hosts()
    {
        await using var server = await StartAsync();
        using var one = await SendAsync(server, null, "a.example");
        using var two = await SendAsync(server, null, "b.example");
        Assert.Equal(await one.Content.ReadAsStringAsync(), await two.Content.ReadAsStringAsync());
        Assert.Equal(1, _made);
    }

    [Fact]
    public async Task HEAD_and_GET_share_an_answer_that_has_its_body()
    {
        await using var server = await StartAsync();
        using var head = new HttpRequestMessage(HttpMethod.Head, "/api/v1/made");
        using var first = await server.Http.SendAsync(head);
        Assert.Equal(200, (int)first.StatusCode);
        Assert.Equal("""{"number":1}""", await server.Http.GetStringAsync("/api/v1/made"));
    }

    private Task<PlatformServer> StartAsync() => PlatformServer.StartAsync(app => app
        .MapGet("/api/v1/made", () => new { number = Interlocked.Increment(ref _made) })
        .CacheOutput(policy => policy.Expire(TimeSpan.FromMinutes(1))));

    private static async Task<HttpResponseMessage> SendAsync(PlatformServer server, string? encoding, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/made") { Headers = { Host = host } };
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        return await server.Http.SendAsync(request);
    }
}
