using System.Data.Common;
using System.Globalization;
using Dapper;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Reports;

/// <summary>What a retried request is known by.</summary>
/// <param name="Request">Keyed hash of the Idempotency-Key.</param>
/// <param name="Body">Keyed hash of the body.</param>
public sealed record RequestKeys(string Request, string Body);

/// <summary>The SQL of reports.</summary>
public static class ReportStore
{
    /// <summary>What a <see cref="ReportRow"/> is read from.</summary>
    internal const string Columns = """
        r.ticket AS Ticket, r.follows AS Follows, r.kind AS Kind, r.place AS Place, r.place_name AS PlaceName, r.township AS Township, r.village AS Village,
        r.lng AS Lng, r.lat AS Lat, r.state AS State, r.answer AS Answer, r.day AS Day, r.answer_by AS AnswerBy, r.created_at AS CreatedAt,
        r.changed_at AS ChangedAt, r.secret AS Secret, r.has_photo AS HasPhoto
        """;

    /// <summary>A day as it is stored.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The report with this ticket; null when there is none.</summary>
    public static async Task<StoredReport?> FindAsync(DbConnection connection, string ticket, DbTransaction? transaction = null) =>
        (await connection.QuerySingleOrDefaultAsync<ReportRow>($"SELECT {Columns} FROM report r WHERE r.ticket = @ticket", new { ticket }, transaction))?.ToReport();

    /// <summary>The report that a request made before, with the hash of its body; null when the key is new.</summary>
    public static async Task<(StoredReport Report, string Body)?> FindByRequestAsync(DbTransaction transaction, string request)
    {
        var found = await transaction.Connection!.QuerySingleOrDefaultAsync<(string Ticket, string Body)?>(
            "SELECT ticket AS Ticket, body_key AS Body FROM report WHERE request_key = @request", new { request }, transaction);
        return found is { } known && await FindAsync(transaction.Connection!, known.Ticket, transaction) is { } report ? (report, known.Body) : null;
    }

    /// <summary>The open cases of a kind: of one place, or since a day for spots.</summary>
    public static async Task<IReadOnlyList<StoredReport>> OpenAsync(DbTransaction transaction, string kind, string? place, DateOnly since) =>
        [.. (await transaction.Connection!.QueryAsync<ReportRow>($"""
            SELECT {Columns} FROM report r
            WHERE r.kind = @kind AND r.follows IS NULL AND r.state IN ('received', 'in-progress')
              AND (r.place = @place OR (CAST(@place AS text) IS NULL AND r.place IS NULL AND r.day >= @since))
            """, new { kind, place, since = Day(since) }, transaction)).Select(row => row.ToReport())];

    /// <summary>How many reports follow a case.</summary>
    public static Task<long> FollowersAsync(DbConnection connection, string ticket, DbTransaction? transaction = null) =>
        connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM report WHERE follows = @ticket", new { ticket }, transaction);

    /// <summary>Keeps a new report.</summary>
    public static Task InsertAsync(DbTransaction transaction, StoredReport report, string phoneKey, RequestKeys? keys) => transaction.Connection!.ExecuteAsync("""
        INSERT INTO report (ticket, follows, kind, place, place_name, township, village, lng, lat, state, answer, day, answer_by, closed_on, created_at, changed_at,
                            secret, phone_key, request_key, body_key, has_photo, erased)
        VALUES (@Ticket, @Follows, @Kind, @Place, @PlaceName, @Township, @Village, @Lng, @Lat, @State, NULL, @Day, @AnswerBy, NULL, @At, @At,
                @Secret, @phoneKey, @Request, @Body, @HasPhoto, 0)
        """, new
    {
        report.Ticket, report.Follows, report.Kind, report.Place, report.PlaceName, report.Township, report.Village, report.Position?.Lng, report.Position?.Lat, report.State,
        Day = Day(report.Day), AnswerBy = Day(report.AnswerBy), At = report.CreatedAt.ToUnixTimeMilliseconds(), report.Secret, phoneKey, keys?.Request, Body = keys?.Body ?? "",
        HasPhoto = report.HasPhoto ? 1L : 0L,
    }, transaction);

    /// <summary>Sets a case's state and answer, if it still stands where the caller saw it; false otherwise.</summary>
    public static async Task<bool> ChangeAsync(DbTransaction transaction, string ticket, string from, string to, string? answer, DateOnly today, DateTimeOffset at) =>
        await transaction.Connection!.ExecuteAsync(
            "UPDATE report SET state = @to, answer = @answer, changed_at = @at, closed_on = @closed WHERE ticket = @ticket AND state = @from AND follows IS NULL",
            new { ticket, from, to, answer, at = at.ToUnixTimeMilliseconds(), closed = ReportState.IsOpen(to) ? null : Day(today) }, transaction) == 1;

    /// <summary>Lets a case and all that follow it follow another case.</summary>
    public static Task<int> JoinAsync(DbTransaction transaction, string ticket, string first, DateTimeOffset at) => transaction.Connection!.ExecuteAsync(
        "UPDATE report SET follows = @first, changed_at = @at WHERE ticket = @ticket OR follows = @ticket",
        new { ticket, first, at = at.ToUnixTimeMilliseconds() }, transaction);
}

/// <summary>A row as the database gives it.</summary>
internal sealed record ReportRow
{
    public string Ticket { get; init; } = "";

    public string? Follows { get; init; }

    public string Kind { get; init; } = "";

    public string? Place { get; init; }

    public string? PlaceName { get; init; }

    public string? Township { get; init; }

    public string? Village { get; init; }

    public double? Lng { get; init; }

    public double? Lat { get; init; }

    public string State { get; init; } = "";

    public string? Answer { get; init; }

    public string Day { get; init; } = "";

    public string AnswerBy { get; init; } = "";

    public long CreatedAt { get; init; }

    public long ChangedAt { get; init; }

    public byte[]? Secret { get; init; }

    public long HasPhoto { get; init; }

    public StoredReport ToReport() => new(Ticket, Follows, Kind, Place, PlaceName, Township, Village, Lng is { } lng && Lat is { } lat ? new GeoPoint(lng, lat) : null,
        State, Answer, Date(Day), Date(AnswerBy), At(CreatedAt), At(ChangedAt), Secret, HasPhoto != 0);

    private static DateOnly Date(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(Platform.Hosting.JizhouClock.Offset);
}
