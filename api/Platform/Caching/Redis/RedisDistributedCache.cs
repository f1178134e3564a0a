using System.Globalization;
using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;

namespace Jizhou.Public.Api.Platform.Caching.Redis;

/// <summary>
/// <see cref="IDistributedCache"/> on the shared connection: each entry a hash of its bytes, its sliding time and its last
/// moment. Whatever fails is a miss.
/// </summary>
public sealed class RedisDistributedCache(RedisLink redis, TimeProvider time) : IDistributedCache
{
    private const string Prefix = "jizhou:cache:";
    private static readonly RedisValue[] Fields = ["data", "sliding", "until"];

    /// <inheritdoc />
    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        var entry = await redis.AskAsync(db => db.HashGetAsync(Prefix + key, Fields), []);
        if (entry.Length == 0 || entry[0].IsNull)
        {
            return null;
        }

        await ProlongAsync(key, entry[1], entry[2]);
        return entry[0];
    }

    /// <inheritdoc />
    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        var now = time.GetUtcNow();
        var until = options.AbsoluteExpiration ?? (options.AbsoluteExpirationRelativeToNow is { } span ? now + span : null);
        var sliding = options.SlidingExpiration;
        HashEntry[] entry =
        [
            new("data", value),
            new("sliding", (long)(sliding?.TotalMilliseconds ?? 0)),
            new("until", until?.ToUnixTimeMilliseconds() ?? 0),
        ];
        return redis.AskAsync(
            async db =>
            {
                await db.HashSetAsync(Prefix + key, entry);
                return await db.KeyExpireAsync(Prefix + key, LifeLeft(sliding, until, now) ?? TimeSpan.FromDays(1));
            },
            otherwise: false);
    }

    /// <inheritdoc />
    public Task RefreshAsync(string key, CancellationToken token = default) => GetAsync(key, token);

    /// <inheritdoc />
    public Task RemoveAsync(string key, CancellationToken token = default) => redis.AskAsync(db => db.KeyDeleteAsync(Prefix + key), otherwise: false);

    /// <summary>As <see cref="GetAsync"/>; waits at most as long.</summary>
    public byte[]? Get(string key) => GetAsync(key).GetAwaiter().GetResult();

    /// <summary>As <see cref="SetAsync"/>; waits at most as long.</summary>
    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => SetAsync(key, value, options).GetAwaiter().GetResult();

    /// <summary>As <see cref="RefreshAsync"/>; waits at most as long.</summary>
    public void Refresh(string key) => RefreshAsync(key).GetAwaiter().GetResult();

    /// <summary>As <see cref="RemoveAsync"/>; waits at most as long.</summary>
    public void Remove(string key) => RemoveAsync(key).GetAwaiter().GetResult();

    private static TimeSpan? LifeLeft(TimeSpan? sliding, DateTimeOffset? until, DateTimeOffset now)
    {
        var left = until - now;
        return sliding is null || left < sliding ? left : sliding;
    }

    private async Task ProlongAsync(string key, RedisValue sliding, RedisValue until)
    {
        if (Number(sliding) is 0)
        {
            return;
        }

        var end = Number(until) is var last and > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(last) : (DateTimeOffset?)null;
        var life = LifeLeft(TimeSpan.FromMilliseconds(Number(sliding)), end, time.GetUtcNow());
        await redis.AskAsync(db => db.KeyExpireAsync(Prefix + key, life), otherwise: false);
    }

    private static long Number(RedisValue value) => long.TryParse((string?)value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
