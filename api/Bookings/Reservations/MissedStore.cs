using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>A pickup that its resident reported as missed.</summary>
/// <param name="Reference">The booking.</param>
/// <param name="Day">The day on which nobody came.</param>
/// <param name="ReportedAt">When it was reported first.</param>
/// <param name="Secret">What the resident wrote, encrypted; null when nothing, or once erased.</param>
public sealed record MissedReport(string Reference, DateOnly Day, DateTimeOffset ReportedAt, byte[]? Secret);

/// <summary>The SQL of missed pickups.</summary>
public static class MissedStore
{
    /// <summary>Keeps a report; false when the booking's day has one already. Exactly one of several callers gets true.</summary>
    public static async Task<bool> InsertAsync(DbTransaction transaction, MissedReport report) => await transaction.Connection!.ExecuteAsync("""
        INSERT INTO booking_missed (reference, day, reported_at, secret) VALUES (@Reference, @day, @at, @Secret) ON CONFLICT (reference, day) DO NOTHING
        """, new { report.Reference, day = SlotStore.Day(report.Day), at = report.ReportedAt.ToUnixTimeMilliseconds(), report.Secret }, transaction) == 1;

    /// <summary>The report of a booking's day; null when there is none.</summary>
    public static async Task<MissedReport?> FindAsync(DbConnection connection, string reference, DateOnly day, DbTransaction? transaction = null)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            "SELECT reported_at AS ReportedAt, secret AS Secret FROM booking_missed WHERE reference = @reference AND day = @day",
            new { reference, day = SlotStore.Day(day) }, transaction);
        return row is null ? null : new MissedReport(reference, day, DateTimeOffset.FromUnixTimeMilliseconds(row.ReportedAt), row.Secret);
    }

    private sealed record Row(long ReportedAt, byte[]? Secret);
}
