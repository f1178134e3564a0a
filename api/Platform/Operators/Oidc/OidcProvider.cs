using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Jizhou.Public.Api.Platform.Operators.Oidc;

/// <summary>The provider of the single sign-on: its description and keys (renewed by the library), redeeming a code, proving a token.</summary>
public sealed class OidcProvider : IDisposable
{
    /// <summary>Where the provider sends people back to.</summary>
    public const string Callback = "/console/sign-in/oidc/callback/";

    // Signatures by the provider's key pair only: with a shared secret everybody who knows ours could sign.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 1 << 20,
    };

    private readonly OidcSettings _settings;
    private readonly JizhouClock _clock;
    private readonly string _redirectAddress;
    private readonly PortalAddress _portal;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _description;

    /// <summary>Asks nobody yet.</summary>
    public OidcProvider(OidcSettings settings, JizhouClock clock, PortalAddress portal, IConfiguration configuration)
    {
        (_settings, _clock, _portal) = (settings, clock, portal);
        _redirectAddress = Settings.PortalApiBaseAddress.Of(configuration).TrimEnd('/');
        _description = new ConfigurationManager<OpenIdConnectConfiguration>(settings.MetadataAddress, new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(_http) { RequireHttps = settings.Authority.StartsWith("https:", StringComparison.Ordinal) });
    }

    private string RedirectUri => (_redirectAddress.Length > 0 ? _redirectAddress : _portal.Public) + Callback;

    /// <summary>The address to send the browser to.</summary>
    public async Task<string> AuthorizationAddressAsync(OidcFlow flow, CancellationToken cancellationToken)
    {
        var description = await _description.GetConfigurationAsync(cancellationToken);
        return new OpenIdConnectMessage
        {
            IssuerAddress = description.AuthorizationEndpoint,
            ClientId = _settings.ClientId,
            RedirectUri = RedirectUri,
            ResponseType = OpenIdConnectResponseType.Code,
            Scope = "openid profile",
            State = flow.State,
            Nonce = flow.Nonce,
            EnableTelemetryParameters = false,
            Parameters = { ["code_challenge"] = flow.Challenge, ["code_challenge_method"] = "S256" },
        }.CreateAuthenticationRequestUrl();
    }

    /// <summary>The identity behind a code; throws <see cref="SecurityTokenException"/> or <see cref="OpenIdConnectProtocolException"/> when anything about it is not right.</summary>
    public async Task<JsonWebToken> RedeemAsync(string code, string? issuer, OidcFlow flow, CancellationToken cancellationToken)
    {
        var description = await _description.GetConfigurationAsync(cancellationToken);
        if (issuer is not null && issuer != description.Issuer)
        {
            throw new OpenIdConnectProtocolException("the answer names another issuer (RFC 9207)");
        }

        var answer = await AskForTokenAsync(description.TokenEndpoint, code, flow, cancellationToken);
        var token = await ProveAsync(answer, description);
        new OpenIdConnectProtocolValidator { RequireTimeStampInNonce = false, RequireState = false, RequireStateValidation = false }.ValidateTokenResponse(new OpenIdConnectProtocolValidationContext
        {
            ClientId = _settings.ClientId,
            Nonce = flow.Nonce,
            ProtocolMessage = answer,
            ValidatedIdToken = new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(answer.IdToken),
        });
        return token;
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<OpenIdConnectMessage> AskForTokenAsync(string endpoint, string code, OidcFlow flow, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = RedirectUri,
            ["client_id"] = _settings.ClientId,
            ["code_verifier"] = flow.Verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(fields) };
        if (_settings.ClientSecret.Length > 0)
        {
            var pair = $"{Uri.EscapeDataString(_settings.ClientId)}:{Uri.EscapeDataString(_settings.ClientSecret)}"; // client_secret_basic, RFC 6749 2.3.1
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }

        using var answer = await _http.SendAsync(request, cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            return answer.IsSuccessStatusCode && new OpenIdConnectMessage(body) is { IdToken.Length: > 0 } message
                ? message
                : throw new OpenIdConnectProtocolException($"the token endpoint answered {(int)answer.StatusCode} without an identity");
        }
        catch (JsonException broken)
        {
            throw new OpenIdConnectProtocolException("the token endpoint did not answer with JSON", broken);
        }
    }

    private async Task<JsonWebToken> ProveAsync(OpenIdConnectMessage answer, OpenIdConnectConfiguration description)
    {
        var handler = new JsonWebTokenHandler { MapInboundClaims = false };
        var result = await handler.ValidateTokenAsync(answer.IdToken, Rules(description));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider has changed its keys since we read them.
            _description.RequestRefresh();
            result = await handler.ValidateTokenAsync(answer.IdToken, Rules(await _description.GetConfigurationAsync(CancellationToken.None)));
        }

        return result.IsValid ? (JsonWebToken)result.SecurityToken : throw result.Exception;
    }

    private TokenValidationParameters Rules(OpenIdConnectConfiguration description) => new()
    {
        ValidIssuer = description.Issuer,
        ValidAudience = _settings.ClientId,
        IssuerSigningKeys = description.SigningKeys,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) =>
        {
            var now = _clock.Now.UtcDateTime;
            return expires is { } end && now < end + ClockSkew && (notBefore is not { } start || start - ClockSkew <= now);
        },
    };
}
