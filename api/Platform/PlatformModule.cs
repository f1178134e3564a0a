using Jizhou.Public.Api.Platform.Backups;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Api.Platform.OpenApi;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Security;
using Jizhou.Public.Api.Platform.Telemetry;

namespace Jizhou.Public.Api.Platform;

/// <summary>What every feature stands on: settings, database, errors, caching, security and the portal's files.</summary>
public static class PlatformModule
{
    /// <summary>Registers the platform. Refuses settings that cannot be read with <see cref="StartFailedException"/>.</summary>
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        builder.AddHosting();
        builder.AddContent();
        builder.AddPersistence();
        builder.AddSecurity();
        builder.AddBackups();
        builder.AddCaching();
        builder.AddHttp();
        builder.AddOpenApi();
        builder.AddPortal();
        builder.AddOperators();
        builder.AddTelemetry();
        builder.AddNotices();
    }

    /// <summary>The order of the pipeline, outermost first.</summary>
    public static void UsePlatform(this WebApplication app)
    {
        app.UseHttpBeforePortal();
        app.UsePortal();
        app.UseHttpBeforeEndpoints();
    }

    /// <summary>The platform's own addresses.</summary>
    public static void MapPlatform(this WebApplication app)
    {
        app.MapHealth();
        app.MapOpenApi();
        app.MapOperators();
    }
}
