using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jizhou.Public.Api.Platform.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Jizhou.Public.Api.Platform.Operators.Oidc;

/// <summary>What a browser that went to the provider must bring back: kept in a sealed cookie of ten minutes.</summary>
/// <param name="State">Comes back with the code: the answer belongs to this browser.</param>
/// <param name="Nonce">Comes back inside the token: the token belongs to this sign-in.</param>
/// <param name="Verifier">Proves to the provider that the code is redeemed by who asked for it (PKCE, RFC 7636).</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="StartedAt">Milliseconds since 1970.</param>
public sealed record OidcFlow(string State, string Nonce, string Verifier, string ReturnUrl, long StartedAt)
{
    private const string Cookie = "__Host-jizhou-oidc";
    private const string Purpose = "operators.oidc-flow";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>The challenge of the verifier: BASE64URL(SHA256(verifier)).</summary>
    public string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>A new one, given to the browser.</summary>
    public static OidcFlow Start(HttpContext http, string returnUrl)
    {
        var flow = new OidcFlow(Random(), Random(), Random(), returnUrl, Clock(http).Now.ToUnixTimeMilliseconds());

        // Lax, not Strict: the way back from the provider is a navigation from another site, which sends no Strict cookie.
        http.Response.Cookies.Append(Cookie, Protector(http).Protect(JsonSerializer.Serialize(flow)), Options());
        return flow;
    }

    /// <summary>The one that the browser brings back, once; null when it has none, or one that is too old or not ours.</summary>
    public static OidcFlow? Take(HttpContext http)
    {
        var cookie = http.Request.Cookies[Cookie];
        http.Response.Cookies.Delete(Cookie, Options());
        if (string.IsNullOrEmpty(cookie) || cookie.Length > 4000)
        {
            return null;
        }

        try
        {
            var flow = JsonSerializer.Deserialize<OidcFlow>(Protector(http).Unprotect(cookie))!;
            return Clock(http).Now < DateTimeOffset.FromUnixTimeMilliseconds(flow.StartedAt) + Lifetime ? flow : null;
        }
        catch (Exception broken) when (broken is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Are two secrets the same? Takes as long for any two.</summary>
    public static bool Same(string expected, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    private static JizhouClock Clock(HttpContext http) => http.RequestServices.GetRequiredService<JizhouClock>();

    private static IDataProtector Protector(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);

    private static CookieOptions Options() => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Lifetime };
}
