using Jizhou.Public.Api.Platform.Caching.Redis;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Telemetry;

namespace Jizhou.Public.Api.Platform.Caching;

/// <summary>The output cache, the distributed cache and the news that something changed; shared through Redis when it is set.</summary>
public static class CachingModule
{
    /// <summary>Registers caching; <c>Cache:Redis</c> decides where answers are kept.</summary>
    public static void AddCaching(this WebApplicationBuilder builder)
    {
        builder.Services.AddOutputCache(options =>
        {
            options.AddBasePolicy(new EncodingPolicy());
            foreach (var (tag, keep) in CacheTags.Keep)
            {
                options.AddPolicy(tag, policy => policy.Expire(keep).Tag(tag));
            }
        });
        builder.Services.AddSingleton<ChangeFeed>();
        builder.Services.AddSingleton<IChangeFeed>(services => services.GetRequiredService<ChangeFeed>());
        builder.Services.AddHostedService(services => services.GetRequiredService<ChangeFeed>());

        builder.Services.AddSingleton<SnapshotAge>();
        builder.Services.AddSingleton<IReadyCheck>(services => services.GetRequiredService<SnapshotAge>());
        builder.Services.AddSingleton<IGauge>(services => services.GetRequiredService<SnapshotAge>());

        if (Settings.CacheRedis.Of(builder.Configuration) is { Length: > 0 } server)
        {
            builder.Services.AddRedisCaches(server);
        }
        else
        {
            builder.Services.AddDistributedMemoryCache();
            builder.Services.AddSingleton<IChangeChannel, NoChannel>();
        }
    }
}
