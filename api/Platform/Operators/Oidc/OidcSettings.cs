using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Platform.Operators.Oidc;

/// <summary>How operators sign in through a single sign-on (OpenID Connect); off unless authority and client are set.</summary>
/// <param name="Authority">Address of the provider, without a closing slash; blank when there is none.</param>
/// <param name="ClientId">Who we are to it.</param>
/// <param name="ClientSecret">Our secret; blank for a public client.</param>
/// <param name="AccountClaim">The claim that an account is linked by.</param>
/// <param name="RoleClaim">The claim that gives a role; blank when only linked accounts get in.</param>
/// <param name="RoleOf">Role by value of that claim, the first that fits counts.</param>
/// <param name="NameClaim">The claim that names an account made for somebody new.</param>
public sealed record OidcSettings(
    string Authority, string ClientId, string ClientSecret, string AccountClaim, string RoleClaim, IReadOnlyList<KeyValuePair<string, string>> RoleOf, string NameClaim)
{
    /// <summary>Is there a single sign-on?</summary>
    public bool IsOn => Authority.Length > 0;

    /// <summary>Address of the provider's own description.</summary>
    public string MetadataAddress => Authority + "/.well-known/openid-configuration";

    /// <summary>What the settings say; refuses half of them, plain http to another machine and roles that do not exist.</summary>
    public static OidcSettings Of(IConfiguration configuration)
    {
        var authority = Settings.OidcAuthority.Of(configuration).TrimEnd('/');
        if (authority.Length > 0 && !IsSafe(authority))
        {
            throw Settings.OidcAuthority.Wrong(configuration, "应为 https 网址（本机可用 http）");
        }

        var client = Settings.OidcClientId.Of(configuration);
        if (authority.Length > 0 != client.Length > 0)
        {
            throw Settings.OidcClientId.Wrong(configuration, "应与 Oidc:Authority 一起设");
        }

        return new OidcSettings(authority, client, Settings.OidcClientSecret.Of(configuration), Settings.OidcAccountClaim.Of(configuration),
            Settings.OidcRoleClaim.Of(configuration), [.. Settings.OidcRoles.ListOf(configuration).Select(pair => RolePair(pair, configuration))],
            Settings.OidcNameClaim.Of(configuration));
    }

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static KeyValuePair<string, string> RolePair(string pair, IConfiguration configuration) =>
        pair.Split('=', StringSplitOptions.TrimEntries) is [{ Length: > 0 } theirs, var ours] && Roles.Names.ContainsKey(ours)
            ? new(theirs, ours)
            : throw Settings.OidcRoles.Wrong(configuration, $"“{pair}”应写成 对方的值=角色，角色是 {string.Join("、", Roles.Names.Keys)} 之一");
}
