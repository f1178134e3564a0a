using System.Data.Common;
using Dapper;

namespace Jizhou.Public.Api.Reports.Counts;

/// <summary>How many reports of a month share a code. With properties: SQLite does not tell the types of computed columns when there are no rows.</summary>
public sealed record CountRow
{
    /// <summary>2026-11.</summary>
    public string Month { get; init; } = "";

    /// <summary>Kind, township or state; empty for no township.</summary>
    public string Code { get; init; } = "";

    /// <summary>How many.</summary>
    public long Count { get; init; }
}

/// <summary>What counts can be taken by.</summary>
public enum CountBy
{
    /// <summary>Kind of problem.</summary>
    Kind,

    /// <summary>Township.</summary>
    Township,

    /// <summary>Where it stands now.</summary>
    State,
}

/// <summary>The SQL of the counts.</summary>
public static class CountStore
{
    /// <summary>All months, the newest first.</summary>
    public static async Task<IReadOnlyList<CountRow>> ReadAsync(DbConnection connection, CountBy by)
    {
        return [.. await connection.QueryAsync<CountRow>("""
            SELECT Month, Code, COUNT(*) AS Count FROM (
                SELECT SUBSTR(r.day, 1, 7) AS Month,
                       CASE @by WHEN 'Kind' THEN r.kind WHEN 'Township' THEN COALESCE(r.township, '') ELSE COALESCE(f.state, r.state) END AS Code
                FROM report r LEFT JOIN report f ON f.ticket = r.follows) AS told
            GROUP BY Month, Code ORDER BY Month DESC, Code
            """, new { by = by.ToString() })];
    }
}
