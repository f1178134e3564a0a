using Jizhou.Public.Api.Platform.Hosting;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// Open data may be read from any origin. Bookings and reports may be called from another origin only when the owner serves the portal
/// apart from the API (<c>Portal:ApiBaseAddress</c>), and then from the portal's origin alone.
/// </summary>
public sealed class CorsRules(IConfiguration configuration) : ICorsPolicyProvider
{
    private static readonly CorsPolicy Reading = new CorsPolicyBuilder()
        .AllowAnyOrigin().WithMethods("GET", "HEAD").WithHeaders("If-None-Match", "Accept")
        .WithExposedHeaders("ETag", "X-Request-Id", "Retry-After", CountClients.PolicyHeader, CountClients.Header, "Content-Crs").SetPreflightMaxAge(TimeSpan.FromHours(24)).Build();

    private readonly CorsPolicy? _personal = Personal(configuration);

    /// <inheritdoc />
    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
        => Task.FromResult(Of(context.Request.Path));

    private CorsPolicy? Of(PathString path)
    {
        if (OpenData.IsPersonal(path))
        {
            return _personal;
        }

        return OpenData.Covers(path) ? Reading : null;
    }

    private static CorsPolicy? Personal(IConfiguration configuration)
        => Settings.PortalApiBaseAddress.Of(configuration).Length == 0 || Settings.PortalBaseAddress.Of(configuration) is not { Length: > 0 } portal
            ? null
            : new CorsPolicyBuilder()
                .WithOrigins(new Uri(portal).GetLeftPart(UriPartial.Authority))
                .WithMethods("GET", "HEAD", "POST", "PATCH", "DELETE")
                .WithHeaders("Authorization", "Content-Type", "Idempotency-Key", "If-None-Match")
                .WithExposedHeaders("ETag", "X-Request-Id", "Retry-After", CountClients.PolicyHeader, CountClients.Header).Build();
}
