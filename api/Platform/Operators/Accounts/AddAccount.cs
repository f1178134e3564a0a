using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Operators.Oidc;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Platform.Operators.Accounts;

/// <summary>GET and POST /console/accounts/new/ — makes an account; its password is shown once and must be changed at the first sign-in.</summary>
public static class AddAccount
{
    /// <summary>Maps page and form.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/console/accounts/new").ExcludeFromDescription().RequireRole(Roles.Administrator).ChecksForms();
        accounts.MapGet("/", IResult (HttpContext http, OidcSettings oidc) => Show(http, oidc, FormCollection.Empty, null));
        accounts.MapPost("/", HandleAsync);
    }

    private static async Task<IResult> HandleAsync(HttpContext http, AccountChanges changes, OidcSettings oidc, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var (name, role, typed, subject) = (form["name"].ToString(), form["role"].ToString(), form["password"].ToString(), form["subject"].ToString().Trim());
        var password = typed.Length > 0 ? typed : AccountRules.NewPassword();
        var problem = AccountRules.WhyNotName(name) ?? (Roles.Names.ContainsKey(role) ? null : "请选一个角色") ?? AccountRules.WhyNotPassword(password, name)
            ?? (subject.Length > 255 ? "统一身份标识最多 255 个字符" : null);
        if (problem is null)
        {
            var account = new NewAccount(name, role, password, MustChange: true, subject.Length == 0 ? null : subject);
            problem = await changes.AddAsync(account, Actor.Of(http.User), cancellationToken) ? null : "这个用户名（或统一身份）已经有账号了，请换一个";
        }

        return problem is not null ? Show(http, oidc, form, problem) : ConsolePage.Show<PasswordOncePage>(http, new Dictionary<string, object?>
        {
            ["Title"] = "账号已添加",
            ["Name"] = OperatorStore.Normalise(name),
            ["Password"] = typed.Length > 0 ? null : password,
            ["IsAgent"] = role == Roles.VillageAgent,
        });
    }

    private static RazorComponentResult<AddAccountPage> Show(HttpContext http, OidcSettings oidc, IFormCollection form, string? problem) => ConsolePage.Show<AddAccountPage>(http, new Dictionary<string, object?>
    {
        ["Problem"] = problem,
        ["Name"] = form["name"].ToString(),
        ["AskedRole"] = form["role"].ToString(),
        ["Subject"] = form["subject"].ToString(),
        ["HasOidc"] = oidc.IsOn,
    }, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
