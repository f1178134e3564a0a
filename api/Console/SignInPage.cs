using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Operators.Oidc;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.ConsolePages;

/// <summary>GET and POST /console/sign-in/ — the door of the console.</summary>
public static class SignInPage
{
    private const string Wrong = "用户名或密码不对；如果连续输错多次，账号会暂停 15 分钟。请核对后再试，或请管理员重设。";
    private const string Stale = "这个页面放得太久了，没有登录。请再填一次。";

    /// <summary>Maps page and form.</summary>
    public static void Map(IEndpointRouteBuilder console)
    {
        console.MapGet("/sign-in/", IResult (HttpContext http) => Show(http, null, "", StatusCodes.Status200OK));

        // The token is checked in the handler, so that a stale page is answered with a page instead of JSON.
        console.MapPost("/sign-in/", HandleAsync).RequireRateLimiting(ClientLimits.SignIns).DisableAntiforgery();
    }

    /// <summary>One sentence for every failure: it does not tell which of the two was wrong, or that the account is locked.</summary>
    public static async Task<IResult> HandleAsync(HttpContext http, IAntiforgery antiforgery, OperatorStore operators, SignInLocks locks, AuditLog audit, CancellationToken cancellationToken)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
        {
            return Show(http, Stale, "", StatusCodes.Status400BadRequest);
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        var (name, password) = (form["name"].ToString(), form["password"].ToString());
        var address = ClientLimits.ClientOf(http);
        var isLocked = await locks.IsLockedAsync(name, address, cancellationToken);
        var account = name.Length <= 100 && password.Length <= 200 ? await operators.VerifyAsync(name, password, cancellationToken) : null;
        if (isLocked || account is null)
        {
            await locks.NoteAsync(name, address, cancellationToken);
            return Show(http, Wrong, name, StatusCodes.Status401Unauthorized);
        }

        await locks.ForgetAsync(name, cancellationToken);
        await operators.NoteSignInAsync(account.Name, cancellationToken);
        await audit.NoteAsync(new Actor(account.Name, account.Role), AccountActions.SignedIn, account.Name, "登录工作台", cancellationToken);
        await OperatorSession.StartAsync(http, account);
        return TypedResults.LocalRedirect(account.MustChange != 0 ? OperatorSession.PasswordPage : ConsoleAddress.Own(http.Request.Query["ReturnUrl"].ToString()));
    }

    private static RazorComponentResult<SignInForm> Show(HttpContext http, string? problem, string name, int status) =>
        ConsolePage.Show<SignInForm>(http, new Dictionary<string, object?>
        {
            ["Problem"] = problem, ["Name"] = name, ["ReturnUrl"] = ConsoleAddress.Own(http.Request.Query["ReturnUrl"].ToString()),
            ["HasOidc"] = http.RequestServices.GetRequiredService<OidcSettings>().IsOn
        }, status);
}
