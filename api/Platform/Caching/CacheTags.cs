namespace Jizhou.Public.Api.Platform.Caching;

/// <summary>
/// The shared answers: an output cache policy and its tag have the same name. Apply with
/// <c>.CacheOutput(CacheTags.Slots)</c>, evict with <c>IOutputCacheStore.EvictByTagAsync(CacheTags.Slots, …)</c>.
/// A feature may add a policy of its own; <see cref="EncodingPolicy"/> is part of each.
/// </summary>
public static class CacheTags
{
    /// <summary>What can be booked. Changes with content only.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>When something can be picked up. A hint: the real check is made when a slot is held.</summary>
    public const string Slots = "slots";

    /// <summary>Whole documents for download.</summary>
    public const string Exports = "exports";

    /// <summary>How long each is kept at most: an eviction that is lost while the cache server is away costs no more than this.</summary>
    public static IReadOnlyDictionary<string, TimeSpan> Keep { get; } = new Dictionary<string, TimeSpan>
    {
        [Catalogue] = TimeSpan.FromSeconds(60),
        [Slots] = TimeSpan.FromSeconds(5),
        [Exports] = TimeSpan.FromSeconds(60),
    };
}
