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
        var code = by switch
        {
            CountBy.Kind => "r.kind",
            CountBy.Township => "COALESCE(r.township, '')",
            _ => "COALESCE(f.state, r.state)",
        };
        return [.. await connection.QueryAsync<CountRow>($"""
            SELECT SUBSTR(r.day, 1, 7) AS Month, {code} AS Code, COUNT(*) AS Count
            FROM report r LEFT JOIN report f ON f.ticket = r.follows
            GROUP BY SUBSTR(r.day, 1, 7), {code} ORDER BY 1 DESC, 2
            """)];
    }
}
