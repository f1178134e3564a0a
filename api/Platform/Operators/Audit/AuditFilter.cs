using System.Globalization;
using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Platform.Operators.Audit;

/// <summary>Which lines of the log are asked for.</summary>
/// <param name="Actor">Name of the account, or blank for all.</param>
/// <param name="Action">Code of an action, or blank.</param>
/// <param name="Words">What subject or summary must hold, or blank.</param>
/// <param name="From">First day in Jizhou, or null.</param>
/// <param name="To">Last day, included, or null.</param>
/// <param name="Before">Only lines older than this number; null for the first page.</param>
public sealed record AuditFilter(string Actor, string Action, string Words, DateOnly? From, DateOnly? To, long? Before)
{
    /// <summary>Reads the query of the page; what cannot be read counts as not asked for.</summary>
    public static AuditFilter Of(IQueryCollection query) => new(
        query["actor"].ToString().Trim(), query["action"].ToString(), query["words"].ToString().Trim(), Day(query["from"]), Day(query["to"]),
        long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null);

    /// <summary>The values of the log's one query.</summary>
    internal object Values(int count) => new
    {
        actor = Actor,
        action = Action,
        words = $"%{Words.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%",
        since = From is { } from ? Midnight(from) : 0,
        until = To is { } to ? Midnight(to.AddDays(1)) : long.MaxValue,
        before = Before ?? long.MaxValue,
        count,
    };

    /// <summary>The filter as a query, for links to the next page and to the file.</summary>
    public string Query(long? before = null)
    {
        var parts = new Dictionary<string, string?>
        {
            ["actor"] = Actor, ["action"] = Action, ["words"] = Words, ["from"] = Iso(From), ["to"] = Iso(To),
            ["before"] = before?.ToString(CultureInfo.InvariantCulture),
        };
        return QueryString.Create(parts.Where(part => !string.IsNullOrEmpty(part.Value))).ToString();
    }

    /// <summary>A day as <c>2026-11-22</c>, blank for none.</summary>
    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200 ? day : null;

    private static long Midnight(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), JizhouClock.Offset).ToUnixTimeMilliseconds();
}
