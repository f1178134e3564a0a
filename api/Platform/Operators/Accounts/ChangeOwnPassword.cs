using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Platform.Operators.Accounts;

/// <summary>GET and POST /console/password/ — an operator chooses the own password; the old one is asked for, wrong ones count towards the pause.</summary>
public static class ChangeOwnPassword
{
    /// <summary>Maps page and form. Open to any role: whoever must change the password gets nowhere else.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var password = app.MapGroup("/console/password").ExcludeFromDescription().RequireAuthorization().ChecksForms();
        password.MapGet("/", IResult (HttpContext http) => Show(http, null, isDone: false));
        password.MapPost("/", HandleAsync).RequireRateLimiting(ClientLimits.SignIns);
    }

    private static async Task<IResult> HandleAsync(HttpContext http, OperatorStore store, SignInLocks locks, AccountChanges changes, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var (old, wanted, again) = (form["old"].ToString(), form["password"].ToString(), form["again"].ToString());
        var actor = Actor.Of(http.User);
        var address = ClientLimits.ClientOf(http);
        var isLocked = await locks.IsLockedAsync(actor.Name, address, cancellationToken);
        if (old.Length > 200 || await store.VerifyAsync(actor.Name, old, cancellationToken) is null || isLocked)
        {
            await locks.NoteAsync(actor.Name, address, cancellationToken);
            return Show(http, "现在的密码不对；如果连续输错多次，要等 15 分钟", isDone: false);
        }

        var problem = AccountRules.WhyNotPassword(wanted, actor.Name)
            ?? (wanted == again ? null : "两次填的新密码不一样")
            ?? (wanted == old ? "新密码和现在的一样" : null)
            ?? await changes.ChangePasswordAsync(actor.Name, wanted, actor, cancellationToken);
        if (problem is not null)
        {
            return Show(http, problem, isDone: false);
        }

        await OperatorSession.StartAsync(http, (await store.FindAsync(actor.Name, cancellationToken))!);
        return TypedResults.LocalRedirect(OperatorSession.PasswordPage + "?done=1");
    }

    private static RazorComponentResult<PasswordPage> Show(HttpContext http, string? problem, bool isDone) => ConsolePage.Show<PasswordPage>(http, new Dictionary<string, object?>
    {
        ["Problem"] = problem,
        ["IsDone"] = isDone || http.Request.Query.ContainsKey("done"),
        ["IsMust"] = http.User.MustChangePassword(),
    }, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
