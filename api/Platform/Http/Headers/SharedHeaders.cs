using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// The headers of every answer: request id and what browsers may do with it. Everything comes from our own origin; nobody
/// may frame us; open data may be embedded anywhere.
/// </summary>
public sealed class SharedHeaders(RequestDelegate next, IConfiguration configuration)
{
    private readonly string _policy = Policy(configuration, style: "'self'");
    private readonly string _swaggerPolicy = Policy(configuration, style: "'self' 'unsafe-inline'"); // Swagger UI styles its widgets inline

    /// <summary>Sets the headers before anything else may answer.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        var path = context.Request.Path;
        context.Response.OnStarting(TellRequestId, context);
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = path.StartsWithSegments("/swagger") ? _swaggerPolicy : _policy;
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "geolocation=(self), camera=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = OpenData.Covers(path) ? "cross-origin" : "same-origin";
        headers.XFrameOptions = "DENY";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        }

        return next(context);
    }

    // At the very end: an answer out of the cache brings the headers of the request that made it.
    private static Task TellRequestId(object state)
    {
        var context = (HttpContext)state;
        context.Response.Headers["X-Request-Id"] = context.TraceIdentifier;
        return Task.CompletedTask;
    }

    private static string Policy(IConfiguration configuration, string style)
    {
        var api = Settings.PortalApiBaseAddress.Of(configuration);
        var connect = api.Length == 0 ? "'self'" : $"'self' {new Uri(api).GetLeftPart(UriPartial.Authority)}";
        return $"default-src 'none'; script-src 'self'; style-src {style}; img-src 'self' data:; font-src 'self'; connect-src {connect}; "
            + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
