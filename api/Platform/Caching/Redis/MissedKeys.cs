using System.Collections.Concurrent;

namespace Jizhou.Public.Api.Platform.Caching.Redis;

/// <summary>Which generation was in force when an answer was looked for and not found. Safe for many threads.</summary>
public sealed class MissedKeys
{
    /// <summary>Keys that are missed but never kept (refusals, say) would pile up: strangers choose them.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, string> _generations = new(StringComparer.Ordinal);

    /// <summary>Remembers the first miss; a later one of the same key must not make an older answer look fresh.</summary>
    public void Note(string key, string generation)
    {
        if (_generations.Count >= Most)
        {
            _generations.Clear(); // what is being made now is then not kept: a little work, never a wrong answer
        }

        _generations.TryAdd(key, generation);
    }

    /// <summary>The generation of the first miss, once; null when none is known.</summary>
    public string? Take(string key) => _generations.TryRemove(key, out var generation) ? generation : null;
}
