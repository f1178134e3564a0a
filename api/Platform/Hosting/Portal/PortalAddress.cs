using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>The portal's address for the outside world: the setting, else the first address the program listens on, never the Host header.</summary>
public sealed class PortalAddress(IConfiguration configuration, IServer server)
{
    /// <summary>Without a closing slash, e.g. <c>https://example.gov.cn</c>.</summary>
    public string Public => (Settings.PortalBaseAddress.Of(configuration) is { Length: > 0 } set ? set : Listening).TrimEnd('/');

    private string Listening => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Settings.Urls.Of(configuration);
}
