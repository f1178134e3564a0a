using System.Globalization;
using Microsoft.AspNetCore.RateLimiting;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// Refuses clients beyond their limit, and tells every counted client how many are left: <c>RateLimit-Policy</c> and <c>RateLimit</c>
/// (draft-ietf-httpapi-ratelimit-headers). An address is counted when it was mapped with <c>.RequireRateLimiting(ClientLimits.…)</c>.
/// </summary>
public sealed class CountClients(RequestDelegate next, ClientWindows windows, ClientLimits limits, ProblemWriter problems)
{
    /// <summary>Name of the header that tells the limit.</summary>
    public const string PolicyHeader = "RateLimit-Policy";

    /// <summary>Name of the header that tells what is left.</summary>
    public const string Header = "RateLimit";

    /// <summary>Counts, tells, and passes on or refuses.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is not { } name)
        {
            return next(context);
        }

        var limit = limits.Of(name);
        var state = windows.Take($"{name} {ClientLimits.ClientOf(context)}", limit);
        var headers = context.Response.Headers;
        headers[PolicyHeader] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={limit.Most};w={(int)limit.Per.TotalSeconds}");
        headers[Header] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={state.Remaining};t={state.ResetSeconds}");
        return state.IsAllowed ? next(context) : problems.WriteAsync(context, TooMany(state.ResetSeconds));
    }

    private static Refusal TooMany(int seconds) =>
        PlatformRefusals.TooManyRequests.Because(string.Create(CultureInfo.InvariantCulture, $"请求太频繁，内容没有保存。请 {seconds} 秒后再试。"))
            with
        { RetryAfterSeconds = seconds };
}
