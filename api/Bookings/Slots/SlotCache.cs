using Jizhou.Public.Api.Platform.Caching;
using Microsoft.AspNetCore.OutputCaching;

namespace Jizhou.Public.Api.Bookings.Slots;

/// <summary>The cached lists of slots: they may be a little old, the real check is at hold and confirmation.</summary>
public sealed class SlotCache(IOutputCacheStore store)
{
    /// <summary>Makes the next reader see what was just taken or freed.</summary>
    public ValueTask ForgetAsync(CancellationToken cancellationToken) => store.EvictByTagAsync(CacheTags.Slots, cancellationToken);
}
