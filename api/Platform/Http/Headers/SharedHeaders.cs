using Jizhou.Public.Api.Platform.Hosting;
using Microsoft.Extensions.Primitives;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// The headers of every answer: request id and what browsers may do with it. Everything comes from our own origin; nobody
/// may frame us; open data may be embedded anywhere.
/// </summary>
public sealed class SharedHeaders(RequestDelegate next, SharedHeaders.Writer writer)
{
    private const string RequestId = "X-Request-Id";

    /// <summary>Sets the headers before anything else may answer.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(TellRequestId, context);
        writer.Write(context, OpenData.Covers(context.Request.Path));
        return next(context);
    }

    // At the very end: an answer out of the cache brings the headers of the request that made it.
    private static Task TellRequestId(object state)
    {
        var context = (HttpContext)state;
        context.Response.Headers[RequestId] = context.TraceIdentifier;
        return Task.CompletedTask;
    }

    /// <summary>Writes the headers.</summary>
    public sealed class Writer(IConfiguration configuration)
    {
        private static readonly StringValues NoSniff = "nosniff";
        private static readonly StringValues Referrer = "strict-origin-when-cross-origin";
        private static readonly StringValues Permissions = "geolocation=(self), camera=(), microphone=(), payment=(), usb=()";
        private static readonly StringValues SameOrigin = "same-origin";
        private static readonly StringValues CrossOrigin = "cross-origin";
        private static readonly StringValues Deny = "DENY";
        private static readonly StringValues Transport = "max-age=63072000; includeSubDomains";

        private readonly StringValues _policy = Policy(configuration, style: "'self'");
        private readonly StringValues _swaggerPolicy = Policy(configuration, style: "'self' 'unsafe-inline'"); // Swagger UI styles its widgets inline

        /// <summary>Writes all but the request id.</summary>
        public void Write(HttpContext context, bool isOpenData)
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = NoSniff;
            headers.ContentSecurityPolicy = !isOpenData && context.Request.Path.StartsWithSegments("/swagger") ? _swaggerPolicy : _policy;
            headers["Referrer-Policy"] = Referrer;
            headers["Permissions-Policy"] = Permissions;
            headers["Cross-Origin-Opener-Policy"] = SameOrigin;
            headers["Cross-Origin-Resource-Policy"] = isOpenData ? CrossOrigin : SameOrigin;
            headers.XFrameOptions = Deny;
            if (context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = Transport;
            }
        }

        /// <summary>Writes those of an answer of open data that is sent at once, the request id among them.</summary>
        public void WriteAll(HttpContext context)
        {
            context.Response.Headers[RequestId] = context.TraceIdentifier;
            Write(context, isOpenData: true);
        }

        private static string Policy(IConfiguration configuration, string style)
        {
            var api = Settings.PortalApiBaseAddress.Of(configuration);
            var connect = api.Length == 0 ? "'self'" : $"'self' {new Uri(api).GetLeftPart(UriPartial.Authority)}";
            var tiles = Settings.PortalMapKey.Of(configuration).Length == 0 ? "" : " https://t0.tianditu.gov.cn";
            return $"default-src 'none'; script-src 'self'; style-src {style}; img-src 'self' data:{tiles}; font-src 'self'; connect-src {connect}; "
                + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        }
    }
}
