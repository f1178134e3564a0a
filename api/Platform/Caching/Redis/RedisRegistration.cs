using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Jizhou.Public.Api.Platform.Caching.Redis;

/// <summary>The one line that would change if the framework's own Redis package could be had.</summary>
public static class RedisRegistration
{
    /// <summary>Keeps shared answers and the distributed cache in Redis, and hears of changes through it.</summary>
    /// <param name="services">The container.</param>
    /// <param name="server">As StackExchange.Redis reads it, e.g. <c>127.0.0.1:6379,password=…</c>.</param>
    public static IServiceCollection AddRedisCaches(this IServiceCollection services, string server)
    {
        services.AddSingleton(provider => new RedisLink(
            server, TimeProvider.System, provider.GetRequiredService<ILogger<RedisLink>>()));
        services.Replace(ServiceDescriptor.Singleton<IOutputCacheStore, RedisOutputCacheStore>());
        services.Replace(ServiceDescriptor.Singleton<IDistributedCache, RedisDistributedCache>());
        services.AddSingleton<IChangeChannel, RedisChangeChannel>();
        return services;
    }
}
