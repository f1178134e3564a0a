using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Jizhou.Public.Api.Platform.Operators.Oidc;

/// <summary>
/// GET /console/sign-in/oidc/ and /console/sign-in/oidc/callback/ — signing in through the single sign-on: authorization code with PKCE,
/// state and nonce (OpenID Connect Core 3.1, RFC 7636, RFC 9700). Every failure is a page in words that leads back to the sign-in.
/// </summary>
public static partial class SignInWithOidc
{
    private const string Unfinished = "统一身份登录没有完成：页面放得太久，或不是从本站开始的。请再登录一次。";
    private const string Wrong = "统一身份登录没有通过核对，没有登录。请再试一次；还是不行，请联系管理员。";
    private const string Away = "现在连不上统一身份认证。请过几分钟再试，或用用户名和密码登录。";

    /// <summary>Maps both; without a single sign-on there is nothing here.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        if (!app.ServiceProvider.GetRequiredService<OidcSettings>().IsOn)
        {
            return;
        }

        var oidc = app.MapGroup("/console/sign-in/oidc").ExcludeFromDescription().RequireRateLimiting(ClientLimits.SignIns);
        oidc.MapGet("/", StartAsync);
        oidc.MapGet("/callback/", FinishAsync);
    }

    private static async Task<IResult> StartAsync(HttpContext http, OidcProvider provider, ILogger<OidcProvider> logger, CancellationToken cancellationToken)
    {
        try
        {
            var flow = OidcFlow.Start(http, ConsoleAddress.Own(http.Request.Query["ReturnUrl"].ToString()));
            var address = await provider.AuthorizationAddressAsync(flow, cancellationToken);
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Redirect(address);
        }
        catch (Exception failure) when (IsAway(failure, cancellationToken))
        {
            ProviderIsAway(logger, failure.Message);
            return Refuse(http, Away, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> FinishAsync(
        HttpContext http, OidcProvider provider, OidcAccounts accounts, OperatorStore store, AuditLog audit, ILogger<OidcProvider> logger, CancellationToken cancellationToken)
    {
        var query = http.Request.Query;
        if (OidcFlow.Take(http) is not { } flow || !OidcFlow.Same(flow.State, query["state"].ToString()))
        {
            return Refuse(http, Unfinished, StatusCodes.Status400BadRequest);
        }

        if (query["code"].ToString() is not { Length: > 0 } code)
        {
            return Refuse(http, Wrong, StatusCodes.Status401Unauthorized);
        }

        try
        {
            var identity = await provider.RedeemAsync(code, query.TryGetValue("iss", out var issuer) ? issuer.ToString() : null, flow, cancellationToken);
            var (account, problem, subject) = await accounts.FindAsync(identity, cancellationToken);
            if (account is null)
            {
                return Refuse(http, problem!, StatusCodes.Status403Forbidden, subject);
            }

            await store.NoteSignInAsync(account.Name, cancellationToken);
            await audit.NoteAsync(new Actor(account.Name, account.Role), AccountActions.SignedIn, account.Name, "用统一身份登录工作台", cancellationToken);
            await OperatorSession.StartAsync(http, account);
            return ConsolePage.Show<SignedInPage>(http, new Dictionary<string, object?> { ["ReturnUrl"] = flow.ReturnUrl });
        }
        catch (Exception failure) when (failure is SecurityTokenException or OpenIdConnectProtocolException or ArgumentException)
        {
            TokenIsWrong(logger, failure.GetType().Name);
            return Refuse(http, Wrong, StatusCodes.Status401Unauthorized);
        }
        catch (Exception failure) when (IsAway(failure, cancellationToken))
        {
            ProviderIsAway(logger, failure.Message);
            return Refuse(http, Away, StatusCodes.Status503ServiceUnavailable);
        }
    }

    // The library wraps a description it cannot read into InvalidOperationException (IDX20803).
    private static bool IsAway(Exception failure, CancellationToken cancellationToken) =>
        failure is HttpRequestException or IOException or InvalidOperationException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static RazorComponentResult<OidcRefusedPage> Refuse(HttpContext http, string problem, int status, string? subject = null) =>
        ConsolePage.Show<OidcRefusedPage>(http, new Dictionary<string, object?> { ["Problem"] = problem, ["Subject"] = subject }, status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The single sign-on cannot be reached: {Reason}")]
    private static partial void ProviderIsAway(ILogger logger, string reason);

    // The kind alone: messages of the library may quote the token.
    [LoggerMessage(Level = LogLevel.Warning, Message = "An identity of the single sign-on was refused: {Kind}")]
    private static partial void TokenIsWrong(ILogger logger, string kind);
}
