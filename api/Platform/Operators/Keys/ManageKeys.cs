using Jizhou.Public.Api.Platform.Operators.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Platform.Operators.Keys;

/// <summary>/console/keys/ — the keys of machines: made with a scope and shown once, listed, revoked after a question.</summary>
public static class ManageKeys
{
    private const int LongestName = 60;

    /// <summary>Maps pages and forms.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var keys = app.MapGroup("/console/keys").ExcludeFromDescription().RequireRole(Roles.Administrator).ChecksForms();
        keys.MapGet("/", (HttpContext http, ApiKeyStore store, CancellationToken cancellationToken) => ShowAsync(http, store, null, null, cancellationToken));
        keys.MapPost("/", IssueAsync);
        keys.MapGet("/{id}/revoke/", IResult (string id, HttpContext http) => Ask(id, http));
        keys.MapPost("/{id}/revoke/", RevokeAsync);
    }

    private static async Task<IResult> IssueAsync(HttpContext http, ApiKeyStore store, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var (scope, name) = (form["scope"].ToString(), form["name"].ToString().Trim());
        if (!ApiKeyStore.ScopeNames.ContainsKey(scope))
        {
            return await ShowAsync(http, store, null, "请选用途", cancellationToken);
        }

        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return await ShowAsync(http, store, null, $"请写给谁用，1–{LongestName} 个字", cancellationToken);
        }

        var (_, key) = await store.IssueAsync(scope, name, Actor.Of(http.User), cancellationToken);
        return await ShowAsync(http, store, key, null, cancellationToken);
    }

    private static RazorComponentResult<AskPage> Ask(string id, HttpContext http) => AskPage.Show(http, "吊销这个密钥？",
        [$"编号 {id}。吊销后立即失效，不能恢复；用它的设备要换新密钥。"], $"/console/keys/{Uri.EscapeDataString(id)}/revoke/", "吊销", "/console/keys/", new Dictionary<string, string>());

    private static async Task<IResult> RevokeAsync(string id, HttpContext http, ApiKeyStore store, CancellationToken cancellationToken)
    {
        await store.RevokeAsync(id, Actor.Of(http.User), cancellationToken);
        return TypedResults.LocalRedirect("/console/keys/");
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ApiKeyStore store, string? key, string? problem, CancellationToken cancellationToken) =>
        ConsolePage.Show<KeysPage>(http, new Dictionary<string, object?>
        {
            ["Keys"] = await store.ListAsync(cancellationToken),
            ["New"] = key,
            ["Problem"] = problem,
        }, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
