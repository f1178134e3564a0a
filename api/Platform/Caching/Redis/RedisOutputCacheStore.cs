using Microsoft.AspNetCore.OutputCaching;
using StackExchange.Redis;

namespace Jizhou.Public.Api.Platform.Caching.Redis;

/// <summary>Finished answers, shared by all processes. A tag is a set of the keys that carry it.</summary>
/// <remarks>
/// An answer is made between the look-up that missed and the call that keeps it. If anything is evicted in between, here or
/// in another process, the answer may be older than what it tells of: it is then not kept. The generation, a counter that
/// every eviction raises, shows it.
/// </remarks>
public sealed class RedisOutputCacheStore(RedisLink redis) : IOutputCacheStore
{
    private const string Answer = "jizhou:answer:";
    private const string Tag = "jizhou:tag:";
    private const string Generation = "jizhou:generation";

    // One step on the server each: nothing can slip in between reading the set and deleting it, or between tag and answer.
    private const string Evict = """
        redis.call('INCR', KEYS[2])
        local keys = redis.call('SMEMBERS', KEYS[1])
        for i = 1, #keys, 500 do redis.call('DEL', unpack(keys, i, math.min(i + 499, #keys))) end
        redis.call('DEL', KEYS[1])
        return #keys
        """;

    private const string Keep = """
        if (redis.call('GET', KEYS[2]) or '0') ~= ARGV[1] then return 0 end
        for i = 3, #KEYS do
          redis.call('SADD', KEYS[i], KEYS[1])
          redis.call('EXPIRE', KEYS[i], ARGV[4])
        end
        redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
        return 1
        """;

    // A tag lives longer than any answer, so that none outlives the set that names it.
    private static readonly TimeSpan TagLife = TimeSpan.FromHours(1);

    private readonly MissedKeys _missed = new();

    /// <inheritdoc />
    public async ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
    {
        var found = await redis.AskAsync<RedisValue[]?>(db => db.StringGetAsync([Answer + key, Generation]), otherwise: null);
        if (found is { } pair && pair[0].IsNull)
        {
            _missed.Note(key, pair[1].IsNull ? "0" : pair[1].ToString());
        }

        return found?[0];
    }

    /// <inheritdoc />
    public async ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        if (_missed.Take(key) is not { } generation)
        {
            return; // Redis was away when the answer was begun: nobody knows what was evicted since
        }

        RedisKey[] keys = [Answer + key, Generation, .. (tags ?? []).Select(tag => (RedisKey)(Tag + tag))];
        RedisValue[] values = [generation, value, (long)validFor.TotalMilliseconds, (long)TagLife.TotalSeconds];
        await redis.AskAsync(db => db.ScriptEvaluateAsync(Keep, keys, values), otherwise: null!);
    }

    /// <inheritdoc />
    public async ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
        => await redis.AskAsync(db => db.ScriptEvaluateAsync(Evict, [Tag + tag, Generation]), otherwise: null!);
}
