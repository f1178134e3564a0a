using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Operators.Oidc;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Platform.Operators.Accounts;

/// <summary>/console/accounts/account/?name= — one account: role, villages, single sign-on, password, lock, removal. What takes something away asks once.</summary>
public static class EditAccount
{
    /// <summary>Maps pages and forms.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/console/accounts").ExcludeFromDescription().RequireRole(Roles.Administrator).ChecksForms();
        accounts.MapGet("/account/", ShowAsync);
        accounts.MapPost("/role/", ChangeRoleAsync);
        accounts.MapPost("/villages/", SetVillagesAsync);
        accounts.MapPost("/subject/", (HttpContext http, AccountChanges changes, CancellationToken cancellationToken) =>
            ChangeAsync(http, (name, actor) => changes.LinkAsync(name, Field(http, "subject"), actor, cancellationToken)));
        accounts.MapPost("/unlock/", (HttpContext http, AccountChanges changes, CancellationToken cancellationToken) =>
            ChangeAsync(http, (name, actor) => changes.UnlockAsync(name, actor, cancellationToken)));
        accounts.MapPost("/lift/", (HttpContext http, AccountChanges changes, CancellationToken cancellationToken) =>
            ChangeAsync(http, (name, actor) => changes.LiftPauseAsync(name, actor, cancellationToken)));

        accounts.MapGet("/password/", IResult (HttpContext http) => Ask(http, "给“{0}”重设密码？", "password", "重设密码",
            "旧密码和所有登录立即失效；新密码只显示一次，本人下次登录时必须改掉。"));
        accounts.MapPost("/password/", ResetPasswordAsync);
        accounts.MapGet("/lock/", IResult (HttpContext http) => Ask(http, "停用账号“{0}”？", "lock", "停用", "登录立即失效，直到您恢复它。记录和负责的村都保留。"));
        accounts.MapPost("/lock/", (HttpContext http, AccountChanges changes, CancellationToken cancellationToken) =>
            ChangeAsync(http, (name, actor) => changes.LockAsync(name, actor, cancellationToken)));
        accounts.MapGet("/remove/", IResult (HttpContext http) => Ask(http, "删除账号“{0}”？", "remove", "删除", "登录立即失效，不能恢复；操作记录里这个人做过的事都保留。"));
        accounts.MapPost("/remove/", RemoveAsync);
    }

    private static Task<IResult> ShowAsync(HttpContext http, CancellationToken cancellationToken) =>
        PageOfAsync(http, http.Request.Query["name"].ToString(), http.Request.Query["township"].ToString(), null, cancellationToken);

    private static async Task<IResult> PageOfAsync(HttpContext http, string name, string township, string? problem, CancellationToken cancellationToken)
    {
        var services = http.RequestServices;
        if (await services.GetRequiredService<OperatorStore>().FindAsync(name, cancellationToken) is not { } account)
        {
            return TypedResults.LocalRedirect("/console/accounts/");
        }

        var paused = await services.GetRequiredService<SignInLocks>().PausedAsync([account.Name], cancellationToken);
        var geo = services.GetRequiredService<ContentFolder>().Geo;
        return ConsolePage.Show<AccountPage>(http, new Dictionary<string, object?>
        {
            ["Account"] = account,
            ["PausedUntil"] = paused.TryGetValue(account.Name, out var until) ? until : null,
            ["Codes"] = await services.GetRequiredService<OperatorVillages>().OfAsync(account.Name, cancellationToken),
            ["Geo"] = geo,
            ["Township"] = geo.Township(township),
            ["HasOidc"] = services.GetRequiredService<OidcSettings>().IsOn,
            ["Problem"] = problem,
            ["IsDone"] = http.Request.Query.ContainsKey("done"),
        }, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<IResult> ChangeRoleAsync(HttpContext http, AccountChanges changes, CancellationToken cancellationToken) => ChangeAsync(http, async (name, actor) =>
        Roles.Names.ContainsKey(Field(http, "role")) ? await changes.ChangeRoleAsync(name, Field(http, "role"), actor, cancellationToken) : "请选一个角色");

    private static Task<IResult> SetVillagesAsync(HttpContext http, AccountChanges changes, ContentFolder content, CancellationToken cancellationToken) =>
        ChangeAsync(http, async (name, actor) =>
        {
            if (content.Geo.Township(Field(http, "township")) is not { } township)
            {
                return "请先选一个乡镇";
            }

            // The whole township says it all; single villages beside it would only have to be kept in step.
            var chosen = http.Request.Form["code"].OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var codes = chosen.Contains(township.Code, StringComparer.Ordinal)
                ? [township.Code]
                : chosen.Where(code => content.Geo.Village(code)?.Township == township.Code).Order(StringComparer.Ordinal).ToList();
            return await changes.SetVillagesAsync(name, township.Code, codes, actor, cancellationToken);
        });

    private static async Task<IResult> ResetPasswordAsync(HttpContext http, AccountChanges changes, CancellationToken cancellationToken)
    {
        var (name, password) = (Field(http, "name"), AccountRules.NewPassword());
        var problem = await changes.ResetPasswordAsync(name, password, Actor.Of(http.User), cancellationToken);
        return problem is not null
            ? await PageOfAsync(http, name, "", problem, cancellationToken)
            : ConsolePage.Show<PasswordOncePage>(http, new Dictionary<string, object?> { ["Title"] = "密码已重设", ["Name"] = OperatorStore.Normalise(name), ["Password"] = password });
    }

    private static async Task<IResult> RemoveAsync(HttpContext http, AccountChanges changes, CancellationToken cancellationToken)
    {
        var name = Field(http, "name");
        return await changes.RemoveAsync(name, Actor.Of(http.User), cancellationToken) is { } problem
            ? await PageOfAsync(http, name, "", problem, cancellationToken)
            : TypedResults.LocalRedirect("/console/accounts/?done=1");
    }

    // Done: back to the page by a redirect, so that a reload does nothing again. Not done: the page at once, with the reason.
    private static async Task<IResult> ChangeAsync(HttpContext http, Func<string, Actor, Task<string?>> change)
    {
        var (name, township) = (Field(http, "name"), Field(http, "township"));
        if (await change(name, Actor.Of(http.User)) is { } problem)
        {
            return await PageOfAsync(http, name, township, problem, http.RequestAborted);
        }

        List<KeyValuePair<string, string?>> query = [new("name", OperatorStore.Normalise(name)), new("done", "1")];
        if (township.Length > 0)
        {
            query.Add(new("township", township));
        }

        return TypedResults.LocalRedirect($"/console/accounts/account/{QueryString.Create(query)}");
    }

    private static RazorComponentResult<AskPage> Ask(HttpContext http, string question, string page, string button, string what)
    {
        var name = OperatorStore.Normalise(http.Request.Query["name"].ToString());
        return AskPage.Show(http, string.Format(System.Globalization.CultureInfo.InvariantCulture, question, name), [what],
            $"/console/accounts/{page}/", button, ListAccounts.AddressOf(name), new Dictionary<string, string> { ["name"] = name });
    }

    private static string Field(HttpContext http, string name) => http.Request.Form[name].ToString().Trim();
}
