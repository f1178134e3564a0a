using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Jizhou.Public.Api.Platform.Caching;

/// <summary>
/// Part of every policy: answers are kept compressed, so the encoding belongs to their key — without it a client that takes
/// no Brotli would be given some — and the host does not, because several nodes answer for one name. Caches nothing by itself.
/// </summary>
public sealed class EncodingPolicy : IOutputCachePolicy
{
    /// <inheritdoc />
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["encoding"] = AcceptedEncoding.Of(context.HttpContext.Request) ?? "";
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
}
