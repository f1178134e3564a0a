using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Platform.Operators.Accounts;

/// <summary>GET /console/accounts/ — who may work here, page by page.</summary>
public static class ListAccounts
{
    private const int PageSize = 50;

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/console/accounts/", HandleAsync).ExcludeFromDescription().RequireRole(Roles.Administrator);

    /// <summary>Filtered by letters of the name and by role, by name.</summary>
    public static async Task<IResult> HandleAsync(HttpContext http, OperatorStore store, SignInLocks locks, OperatorVillages villages, CancellationToken cancellationToken)
    {
        var query = http.Request.Query;
        var (words, role) = (query["words"].ToString().Trim(), query["role"].ToString());
        var found = await store.PageAsync(words, role, query["after"].ToString(), PageSize + 1, cancellationToken);
        var accounts = found.Take(PageSize).ToList();
        var names = accounts.ConvertAll(account => account.Name);
        return ConsolePage.Show<AccountsPage>(http, new Dictionary<string, object?>
        {
            ["Accounts"] = accounts,
            ["Paused"] = await locks.PausedAsync(names, cancellationToken),
            ["Villages"] = await villages.BetweenAsync(names.FirstOrDefault(""), names.LastOrDefault(""), cancellationToken),
            ["Words"] = words,
            ["AskedRole"] = role,
            ["IsDone"] = query.ContainsKey("done"),
            ["Next"] = found.Count > PageSize ? $"/console/accounts/{QueryString.Create(new Dictionary<string, string?> { ["words"] = words, ["role"] = role, ["after"] = names[^1] })}" : null,
        });
    }

    /// <summary>An instant on the clock of Jizhou.</summary>
    internal static string Time(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(JizhouClock.Offset).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Address of an account's page.</summary>
    internal static string AddressOf(string name, string page = "account") => $"/console/accounts/{page}/{QueryString.Create("name", name)}";
}
