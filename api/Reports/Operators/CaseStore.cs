using System.Data.Common;
using Dapper;

namespace Jizhou.Public.Api.Reports.Operators;

/// <summary>The SQL of the operators' list.</summary>
public static class CaseStore
{
    /// <summary>The cases that pass the filter, those due first, one more than <paramref name="count"/> when there is another page.</summary>
    public static async Task<IReadOnlyList<(StoredReport Report, long Reports)>> ListAsync(DbConnection connection, ReportFilter filter, string phoneKey, DateOnly today, int count)
    {
        var rows = (await connection.QueryAsync<ReportRow>($"""
            SELECT {ReportStore.Columns} FROM report r
            WHERE r.follows IS NULL AND (@Kind = '' OR r.kind = @Kind) AND (@Township = '' OR r.township = @Township)
              AND (@State = '' OR r.state = @State OR (@State = 'open' AND r.state IN ('received', 'in-progress')))
              AND (@overdue = 0 OR (r.state IN ('received', 'in-progress') AND r.answer_by < @today))
              AND (@phoneKey = '' OR r.phone_key = @phoneKey OR EXISTS (SELECT 1 FROM report o WHERE o.follows = r.ticket AND o.phone_key = @phoneKey))
            ORDER BY CASE WHEN r.state IN ('received', 'in-progress') THEN 0 ELSE 1 END, r.answer_by, r.created_at, r.ticket
            LIMIT @limit OFFSET @skip
            """, new
        {
            filter.Kind, filter.Township, filter.State, overdue = filter.Overdue ? 1L : 0L, today = ReportStore.Day(today), phoneKey,
            limit = (long)count + 1, skip = (filter.Page - 1L) * count,
        })).Select(row => row.ToReport()).ToList();
        var followers = (await connection.QueryAsync<(string Ticket, long Reports)>(
            "SELECT follows AS Ticket, COUNT(*) AS Reports FROM report WHERE follows IS NOT NULL GROUP BY follows")).ToDictionary(r => r.Ticket, r => r.Reports, StringComparer.Ordinal);
        return [.. rows.Select(report => (report, 1 + followers.GetValueOrDefault(report.Ticket)))];
    }

    /// <summary>A case and all reports that follow it, the oldest first.</summary>
    public static async Task<IReadOnlyList<StoredReport>> FamilyAsync(DbConnection connection, string ticket) =>
        [.. (await connection.QueryAsync<ReportRow>(
            $"SELECT {ReportStore.Columns} FROM report r WHERE r.ticket = @ticket OR r.follows = @ticket ORDER BY r.created_at, r.ticket", new { ticket })).Select(row => row.ToReport())];
}
