using Microsoft.AspNetCore.OutputCaching;
using StackExchange.Redis;

namespace Jizhou.Public.Api.Platform.Caching.Redis;

/// <summary>Finished answers, shared by all processes. A tag is a set of the keys that carry it.</summary>
public sealed class RedisOutputCacheStore(RedisLink redis) : IOutputCacheStore
{
    private const string Answer = "jizhou:answer:";
    private const string Tag = "jizhou:tag:";

    // One step on the server: no answer can slip in between reading the set and deleting it.
    private const string Evict = """
        local keys = redis.call('SMEMBERS', KEYS[1])
        for i = 1, #keys, 500 do redis.call('DEL', unpack(keys, i, math.min(i + 499, #keys))) end
        redis.call('DEL', KEYS[1])
        return #keys
        """;

    // A tag lives longer than any answer, so that none outlives the set that names it.
    private static readonly TimeSpan TagLife = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public async ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
        => await redis.AskAsync(db => db.StringGetAsync(Answer + key), RedisValue.Null);

    /// <inheritdoc />
    public async ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
        => await redis.AskAsync(
            async db =>
            {
                // The tags first: an answer without its tag could not be evicted.
                foreach (var tag in tags ?? [])
                {
                    await db.SetAddAsync(Tag + tag, Answer + key);
                    await db.KeyExpireAsync(Tag + tag, TagLife);
                }

                return await db.StringSetAsync(Answer + key, value, validFor);
            },
            otherwise: false);

    /// <inheritdoc />
    public async ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
        => await redis.AskAsync(db => db.ScriptEvaluateAsync(Evict, [Tag + tag]), otherwise: null!);
}
