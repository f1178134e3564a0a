using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Jizhou.Public.Api.Platform.Hosting;
using Microsoft.AspNetCore.RateLimiting;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// How often one client may write. Public reads are not counted; the numbers are large because a whole village may share
/// one address behind its carrier's NAT. Apply with <c>.RequireRateLimiting(ClientLimits.Writes)</c>.
/// </summary>
public static class ClientLimits
{
    /// <summary>Policy for anonymous writes (holds, bookings).</summary>
    public const string Writes = "writes";

    /// <summary>Policy for reports, counted by the hour.</summary>
    public const string Reports = "reports";

    /// <summary>Policy for sign-in attempts.</summary>
    public const string SignIns = "sign-ins";

    /// <summary>Registers the policies with their settings.</summary>
    public static void AddClientLimits(this WebApplicationBuilder builder)
    {
        var writes = Settings.LimitsWritesPerMinute.NumberOf(builder.Configuration, least: 1);
        var reports = Settings.LimitsReportsPerHour.NumberOf(builder.Configuration, least: 1);
        var signIns = Settings.LimitsSignInsPerMinute.NumberOf(builder.Configuration, least: 1);
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = RefuseAsync;
            options.AddPolicy(Writes, context => Per(TimeSpan.FromMinutes(1), Writes, context, writes));
            options.AddPolicy(Reports, context => Per(TimeSpan.FromHours(1), Reports, context, reports));
            options.AddPolicy(SignIns, context => Per(TimeSpan.FromMinutes(1), SignIns, context, signIns));
        });
    }

    /// <summary>Whom we count: an IPv4 address, or the /64 that one IPv6 subscriber owns.</summary>
    public static string ClientOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static RateLimitPartition<string> Per(TimeSpan window, string policy, HttpContext context, int permits)
        => RateLimitPartition.GetFixedWindowLimiter($"{policy} {ClientOf(context)}", _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = window,
        });

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 60;
        var refusal = PlatformRefusals.TooManyRequests.Because(
            string.Create(CultureInfo.InvariantCulture, $"请求太频繁，内容没有保存。请 {wait} 秒后再试。")) with
        { RetryAfterSeconds = wait };
        await rejected.HttpContext.RequestServices.GetRequiredService<ProblemWriter>().WriteAsync(rejected.HttpContext, refusal);
    }
}
