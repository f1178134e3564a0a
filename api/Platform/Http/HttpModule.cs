using System.IO.Compression;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Api.Platform.Security;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.ResponseCompression;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>Errors, headers, conditions and limits that every answer shares.</summary>
public static class HttpModule
{
    /// <summary>Registers the HTTP part.</summary>
    public static void AddHttp(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddJsonForm();
        services.AddSingleton(new ClientLimits(builder.Configuration));
        services.AddSingleton<ClientWindows>();
        builder.AddServerLimits();
        services.AddSingleton<SharedHeaders.Writer>();
        services.AddSingleton<ShortWays>();
        services.AddSingleton<ProblemWriter>();
        services.AddSingleton<IProblemDetailsWriter>(provider => provider.GetRequiredService<ProblemWriter>());
        services.AddProblemDetails();
        services.AddValidation();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddEndpointsApiExplorer();
        services.AddSingleton<QueryRules>();
        services.AddSingleton<KeysInFlight>();
        services.AddSingleton<ICorsPolicyProvider, CorsRules>();
        services.AddCors();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true; // answers hold no secret beside what the client sent itself
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/geo+json", "application/ld+json", "text/csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.AddSingleton<IReadyCheck, PortalReady>();
    }

    /// <summary>The HTTP part of the pipeline before the portal, outermost first.</summary>
    public static void UseHttpBeforePortal(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<ShortWay>();
        app.UseMiddleware<SharedHeaders>();
        app.UseMiddleware<ErrorPipeline>();
        app.UseMiddleware<CheckRequest>();
        app.UseMiddleware<HeadAsGet>();
        app.UseRouting();
    }

    /// <summary>The HTTP part between the portal and the endpoints.</summary>
    public static void UseHttpBeforeEndpoints(this WebApplication app)
    {
        app.UseCors();
        app.UseMiddleware<CountClients>();
        app.UseSecurity();
        app.UseMiddleware<CheckQuery>();
        app.UseOutputCache(); // outside compression: a kept answer is compressed once
        app.UseResponseCompression();
        app.UseMiddleware<TagAnswers>();
    }
}
