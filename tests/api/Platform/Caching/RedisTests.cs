using System.Diagnostics;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.ApiTests.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Platform.Caching;

/// <summary>Two servers on one real redis-server, and what happens when it dies, freezes or never was there: no read fails.</summary>
public sealed class RedisTests : IDisposable
{
    private int _made;
    private RedisServer? _redis;

    [Fact]
    public async Task An_answer_made_by_one_server_is_served_by_the_other()
    {
        _redis = await RedisServer.StartedAsync();
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        var one = await FirstSharedAsync(first);
        Assert.Equal(one, await second.Http.GetStringAsync("/api/v1/made"));
    }

    [Fact]
    public async Task A_shared_answer_keeps_its_tag_and_gets_a_request_id_of_its_own()
    {
        _redis = await RedisServer.StartedAsync();
        await using var first = await StartAsync();
        await FirstSharedAsync(first);
        using var one = await first.Http.GetAsync("/api/v1/made");
        using var two = await first.Http.GetAsync("/api/v1/made");
        Assert.Equal(one.Headers.ETag, two.Headers.ETag);
        Assert.NotEqual(one.Headers.GetValues("X-Request-Id"), two.Headers.GetValues("X-Request-Id"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/made");
        request.Headers.IfNoneMatch.Add(one.Headers.ETag!);
        using var held = await first.Http.SendAsync(request);
        Assert.Equal(304, (int)held.StatusCode);
    }

    [Fact]
    public async Task An_eviction_by_one_server_is_seen_by_the_other()
    {
        _redis = await RedisServer.StartedAsync();
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        var old = await FirstSharedAsync(first);
        Assert.Equal(old, await second.Http.GetStringAsync("/api/v1/made"));
        await first.Services.GetRequiredService<IOutputCacheStore>().EvictByTagAsync(CacheTags.Exports, default);
        Assert.NotEqual(old, await second.Http.GetStringAsync("/api/v1/made"));
    }

    [Fact]
    public async Task When_it_is_killed_no_read_fails_and_it_is_used_again_after_its_return()
    {
        _redis = await RedisServer.StartedAsync();
        await using var server = await StartAsync();
        await FirstSharedAsync(server);
        _redis.Kill();
        await ReadAsync(server, 50, atMost: TimeSpan.FromSeconds(5));
        await _redis.StartAsync();
        await FirstSharedAsync(server);
    }

    [Fact]
    public async Task When_it_is_frozen_no_read_fails_and_the_breaker_keeps_them_quick()
    {
        _redis = await RedisServer.StartedAsync();
        await using var server = await StartAsync();
        await FirstSharedAsync(server);
        Assert.Equal(0, ServerProcess.Kill(_redis.Id, 19));
        try
        {
            // Without the breaker each would wait twice 250 ms: 50 s.
            await ReadAsync(server, 100, atMost: TimeSpan.FromSeconds(10));
        }
        finally
        {
            ServerProcess.Kill(_redis.Id, 18);
        }

        await FirstSharedAsync(server);
    }

    [Fact]
    public async Task When_it_is_absent_at_the_start_no_read_fails_and_it_is_used_when_it_comes()
    {
        _redis = new RedisServer();
        await using var server = await StartAsync();
        await ReadAsync(server, 20, atMost: TimeSpan.FromSeconds(5));
        using var ready = await server.Http.GetAsync("/readyz");
        Assert.True(ready.IsSuccessStatusCode);
        await _redis.StartAsync();
        await FirstSharedAsync(server);
    }

    [Fact]
    public async Task The_distributed_cache_keeps_forgets_and_expires()
    {
        _redis = await RedisServer.StartedAsync();
        await using var server = await StartAsync();
        await FirstSharedAsync(server);
        var cache = server.Services.GetRequiredService<IDistributedCache>();
        await cache.SetAsync("a", [1, 2], new DistributedCacheEntryOptions { SlidingExpiration = TimeSpan.FromMinutes(1) });
        Assert.Equal([1, 2], await cache.GetAsync("a"));
        await cache.RemoveAsync("a");
        Assert.Null(await cache.GetAsync("a"));
        await cache.SetAsync("b", [3], new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromMilliseconds(50) });
        await UntilAsync(async () => await cache.GetAsync("b") is null);
    }

    public void Dispose() => _redis?.Dispose();

    private Task<PlatformServer> StartAsync() => PlatformServer.StartAsync(
        app => app.MapGet("/api/v1/made", () => new { number = Interlocked.Increment(ref _made) }).CacheOutput(CacheTags.Exports),
        ("Cache:Redis", _redis!.Address));

    /// <summary>The answer once it comes out of the cache: the same twice.</summary>
    private static async Task<string> FirstSharedAsync(PlatformServer server)
    {
        var answer = "";
        await UntilAsync(async () =>
        {
            answer = await server.Http.GetStringAsync("/api/v1/made");
            return answer == await server.Http.GetStringAsync("/api/v1/made");
        });
        return answer;
    }

    private static async Task ReadAsync(PlatformServer server, int times, TimeSpan atMost)
    {
        var clock = Stopwatch.StartNew();
        for (var read = 0; read < times; read++)
        {
            using var answer = await server.Http.GetAsync("/api/v1/made");
            Assert.Equal(200, (int)answer.StatusCode);
        }

        Assert.True(clock.Elapsed < atMost, $"{times} reads took {clock.Elapsed}");
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("It did not happen within ten seconds.");
    }
}
