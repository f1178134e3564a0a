using System.Net;
using Jizhou.Public.Api.Platform.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>What the server itself bounds: sizes, slow clients, and whose X-Forwarded headers it believes.</summary>
public static class ServerLimits
{
    /// <summary>Registers the bounds.</summary>
    public static void AddServerLimits(this WebApplicationBuilder builder)
    {
        var bodyBytes = Settings.LimitsBodyBytes.NumberOf(builder.Configuration, least: 1);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = bodyBytes;
            server.Limits.MaxRequestLineSize = 4 * CheckRequest.LongestAddress; // beyond it Kestrel answers 414 without words
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        var trusted = Settings.ProxyTrusted.ListOf(builder.Configuration)
            .Select(text => NetworkOf(text, builder.Configuration)).ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Nobody is trusted by default, not even loopback: a forged address would escape the limits.
            options.ForwardedHeaders = trusted.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            trusted.ForEach(options.KnownIPNetworks.Add);
        });
    }

    private static IPNetwork NetworkOf(string text, IConfiguration configuration)
    {
        if (IPNetwork.TryParse(text, out var network))
        {
            return network;
        }

        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw Settings.ProxyTrusted.Wrong(configuration, "应为用逗号分隔的 IP 地址或网段");
    }
}
