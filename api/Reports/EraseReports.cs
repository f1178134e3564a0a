using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Reports;

/// <summary>
/// Erases phone, note, photo, village and exact position of reports that were answered some time ago (<c>keepDaysAfterAnswer</c>), and of all after
/// <c>keepDaysAtMost</c>. Kind, place, township, days, state and the public answer stay for the counts; nothing leads back to a person.
/// </summary>
public sealed class EraseReports(ReportDesk desk) : IExpiringData
{
    private const string Due = """
        SELECT r.ticket FROM report r LEFT JOIN report f ON f.ticket = r.follows
        WHERE r.erased = 0 AND (r.day <= @atMost OR COALESCE(f.closed_on, r.closed_on) <= @answered)
        """;

    /// <inheritdoc />
    public (string Chinese, string English) Name => ("个上报的个人信息", "reports");

    /// <inheritdoc />
    public Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var (today, book) = (desk.Clock.Today, desk.Facts.Book);
        var days = new { atMost = ReportStore.Day(today.AddDays(-book.KeepDaysAtMost)), answered = ReportStore.Day(today.AddDays(-book.KeepDaysAfterAnswer)) };
        return desk.Database.WriteAsync(tx => EraseAsync(tx, days), cancellationToken);
    }

    private static async Task<int> EraseAsync(DbTransaction tx, object days)
    {
        await tx.Connection!.ExecuteAsync($"DELETE FROM report_photo WHERE ticket IN ({Due})", days, tx);
        return await tx.Connection!.ExecuteAsync($"""
            UPDATE report SET secret = NULL, phone_key = '', request_key = NULL, body_key = '', village = NULL, lng = NULL, lat = NULL, has_photo = 0, erased = 1
            WHERE ticket IN ({Due})
            """, days, tx);
    }
}
