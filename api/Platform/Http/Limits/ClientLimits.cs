using System.Net;
using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>So many within a time.</summary>
/// <param name="Most">How many.</param>
/// <param name="Per">Within which time.</param>
public sealed record ClientLimit(int Most, TimeSpan Per);

/// <summary>
/// How often one client may write. Public reads are not counted; the numbers are large because a whole village may share
/// one address behind its carrier's NAT. Apply with <c>.RequireRateLimiting(ClientLimits.Writes)</c>.
/// </summary>
public sealed class ClientLimits(IConfiguration configuration)
{
    /// <summary>Policy for anonymous writes (holds, bookings).</summary>
    public const string Writes = "writes";

    /// <summary>Policy for reports, counted by the hour.</summary>
    public const string Reports = "reports";

    /// <summary>Policy for sign-in attempts.</summary>
    public const string SignIns = "sign-ins";

    private readonly Dictionary<string, ClientLimit> _limits = new(StringComparer.Ordinal)
    {
        [Writes] = new(Settings.LimitsWritesPerMinute.NumberOf(configuration, least: 1), TimeSpan.FromMinutes(1)),
        [Reports] = new(Settings.LimitsReportsPerHour.NumberOf(configuration, least: 1), TimeSpan.FromHours(1)),
        [SignIns] = new(Settings.LimitsSignInsPerMinute.NumberOf(configuration, least: 1), TimeSpan.FromMinutes(1)),
    };

    /// <summary>The limit of a policy.</summary>
    public ClientLimit Of(string policy) => _limits[policy];

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
}
