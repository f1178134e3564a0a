using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Jizhou.Public.Api.Platform.Caching;

/// <summary>Keeps successful answers to anonymous GETs by path, query and encoding, under one tag.</summary>
public sealed class SharedAnswerPolicy(string tag, TimeSpan keep) : IOutputCachePolicy
{
    /// <inheritdoc />
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isShared = HttpMethods.IsGet(request.Method) && request.Headers.Authorization.Count == 0;
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = isShared;
        context.AllowCacheStorage = isShared;
        context.AllowLocking = true; // of many that miss together, one computes
        context.ResponseExpirationTimeSpan = keep;
        context.Tags.Add(tag);

        var rules = context.CacheVaryByRules;
        rules.QueryKeys = "*";
        rules.VaryByHost = false; // several nodes answer for one name; the Host header decides nothing here
        rules.VaryByValues["encoding"] = AcceptedEncoding.Of(request) ?? "";
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;
        return ValueTask.CompletedTask;
    }
}
