using Jizhou.Public.Api.Platform.Formats;
using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Platform.Operators.Audit;

/// <summary>GET /console/audit/ and /console/audit.csv — who did what, for administrators.</summary>
public static class ListAudit
{
    private const int PageSize = 50;
    private const int MostExported = 100_000;

    /// <summary>Maps page and file.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var audit = app.MapGroup("/console").ExcludeFromDescription().RequireRole(Roles.Administrator);
        audit.MapGet("/audit/", ShowAsync);
        audit.MapGet("/audit.csv", ExportAsync);
    }

    /// <summary>One page, the newest first.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, AuditLog log, IEnumerable<AuditAction> actions, CancellationToken cancellationToken)
    {
        var filter = AuditFilter.Of(http.Request.Query);
        var entries = await log.FindAsync(filter, PageSize + 1, cancellationToken);
        return ConsolePage.Show<AuditPage>(http, new Dictionary<string, object?>
        {
            ["Filter"] = filter,
            ["Actions"] = actions.ToList(),
            ["Entries"] = entries.Take(PageSize).ToList(),
            ["Next"] = entries.Count > PageSize ? entries[PageSize - 1].Number : null,
        });
    }

    /// <summary>All lines that pass the filter, with a byte order mark for spreadsheets.</summary>
    public static async Task<IResult> ExportAsync(HttpContext http, AuditLog log, IEnumerable<AuditAction> actions, CancellationToken cancellationToken)
    {
        var names = actions.ToDictionary(action => action.Code, action => action.Name, StringComparer.Ordinal);
        var table = new CsvText("number", "at", "actor", "role", "action", "action_name", "subject", "summary");
        foreach (var entry in await log.FindAsync(AuditFilter.Of(http.Request.Query), MostExported, cancellationToken))
        {
            table.Row(entry.Number, JizhouTime(entry).ToString("O", System.Globalization.CultureInfo.InvariantCulture), entry.Actor, entry.Role, entry.Action,
                names.GetValueOrDefault(entry.Action), entry.Subject, entry.Summary);
        }

        http.Response.Headers.CacheControl = "no-store";
        return table.ToFile("audit.csv", withMark: true);
    }

    /// <summary>When it was, on the clock of Jizhou.</summary>
    internal static DateTimeOffset JizhouTime(AuditEntry entry) => DateTimeOffset.FromUnixTimeMilliseconds(entry.At).ToOffset(JizhouClock.Offset);
}
