using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Rounds.Results;

/// <summary>A result as stored.</summary>
/// <param name="Id">Made by the phone.</param>
/// <param name="Reference">The booking.</param>
/// <param name="Round">The round.</param>
/// <param name="Truck">Code of the vehicle.</param>
/// <param name="Day">Day of the round.</param>
/// <param name="Result">collected, partly-collected or not-collected.</param>
/// <param name="Reason">Code of why; null for collected.</param>
/// <param name="HappenedAt">When it happened.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="By">Name of the account.</param>
/// <param name="Standing">stands, replaced, discrepancy or settled.</param>
/// <param name="Discrepancy">Code of what does not fit; null when nothing.</param>
/// <param name="SettledBy">Who settled it.</param>
/// <param name="Secret">The note, encrypted; null for none.</param>
/// <param name="PhotoTurn">How to turn its photo, 1 to 8; null when there is none.</param>
public sealed record StoredResult(string Id, string Reference, string Round, string Truck, DateOnly Day, string Result, string? Reason, DateTimeOffset HappenedAt,
    DateTimeOffset ReceivedAt, string By, string Standing, string? Discrepancy, string? SettledBy, byte[]? Secret, long? PhotoTurn);

/// <summary>The SQL of results.</summary>
public static class ResultStore
{
    private const string Columns = """
        b.id AS Id, b.reference AS Reference, b.round AS Round, b.truck AS Truck, b.day AS Day, b.result AS Result, b.reason AS Reason, b.happened_at AS HappenedAt,
        b.received_at AS ReceivedAt, b.by_whom AS ByWhom, b.standing AS Standing, b.discrepancy AS Discrepancy, b.settled_by AS SettledBy, b.secret AS Secret,
        p.turn AS PhotoTurn
        """;

    private const string From = "FROM booking_result b LEFT JOIN result_photo p ON p.result = b.id";

    /// <summary>The result with this id; null when it has not arrived.</summary>
    public static async Task<StoredResult?> FindAsync(DbConnection connection, string id, DbTransaction? transaction = null) =>
        (await connection.QuerySingleOrDefaultAsync<Row>($"SELECT {Columns} {From} WHERE b.id = @id", new { id }, transaction))?.ToResult();

    /// <summary>The result of a booking that stands; null when there is none.</summary>
    public static async Task<StoredResult?> StandingAsync(DbConnection connection, string reference, DbTransaction? transaction = null) =>
        (await connection.QuerySingleOrDefaultAsync<Row>($"SELECT {Columns} {From} WHERE b.reference = @reference AND b.standing = 'stands'", new { reference }, transaction))?.ToResult();

    /// <summary>All results of a day's rounds, by when they happened.</summary>
    public static async Task<IReadOnlyList<StoredResult>> OfDayAsync(DbConnection connection, DateOnly day) =>
        [.. (await connection.QueryAsync<Row>($"SELECT {Columns} {From} WHERE b.day = @day ORDER BY b.happened_at, b.id", new { day = SlotStore.Day(day) })).Select(r => r.ToResult())];

    /// <summary>Those that nobody has settled, of any day, the oldest first.</summary>
    public static async Task<IReadOnlyList<StoredResult>> DiscrepanciesAsync(DbConnection connection) =>
        [.. (await connection.QueryAsync<Row>($"SELECT {Columns} {From} WHERE b.standing = 'discrepancy' ORDER BY b.happened_at, b.id")).Select(r => r.ToResult())];

    /// <summary>Keeps a result.</summary>
    public static Task InsertAsync(DbTransaction transaction, StoredResult result, string area) => transaction.Open().ExecuteAsync("""
        INSERT INTO booking_result (id, reference, round, truck, area, day, result, reason, happened_at, received_at, by_whom, standing, discrepancy, secret)
        VALUES (@Id, @Reference, @Round, @Truck, @area, @day, @Result, @Reason, @happened, @received, @By, @Standing, @Discrepancy, @Secret)
        """, new
    {
        result.Id, result.Reference, result.Round, result.Truck, area, day = SlotStore.Day(result.Day), result.Result, result.Reason, happened = result.HappenedAt.ToUnixTimeMilliseconds(),
        received = result.ReceivedAt.ToUnixTimeMilliseconds(), result.By, result.Standing, result.Discrepancy, result.Secret,
    }, transaction);

    /// <summary>Lets the result that stands make room for another one.</summary>
    public static Task ReplaceAsync(DbTransaction transaction, string reference) => transaction.Open().ExecuteAsync(
        "UPDATE booking_result SET standing = 'replaced' WHERE reference = @reference AND standing = 'stands'", new { reference }, transaction);

    /// <summary>Marks a discrepancy as settled; false when it is not one (any more).</summary>
    public static async Task<bool> SettleAsync(DbTransaction transaction, string id, string by) => await transaction.Open().ExecuteAsync(
        "UPDATE booking_result SET standing = 'settled', settled_by = @by WHERE id = @id AND standing = 'discrepancy'", new { id, by }, transaction) == 1;

    /// <summary>Keeps a photo.</summary>
    public static Task InsertPhotoAsync(DbTransaction transaction, string result, ResultPhoto photo) => transaction.Open().ExecuteAsync(
        "INSERT INTO result_photo (result, media_type, turn, secret) VALUES (@result, @MediaType, @Turn, @Secret)", new { result, photo.MediaType, photo.Turn, photo.Secret }, transaction);

    /// <summary>The photo of a result; null when there is none.</summary>
    public static Task<ResultPhoto?> PhotoAsync(DbConnection connection, string result) => connection.QuerySingleOrDefaultAsync<ResultPhoto?>(
        "SELECT media_type AS MediaType, turn AS Turn, secret AS Secret FROM result_photo WHERE result = @result", new { result });

    /// <summary>Erases notes and photos of rounds up to a day; how many results had any.</summary>
    public static async Task<int> EraseAsync(DbTransaction transaction, DateOnly until)
    {
        var day = new { until = SlotStore.Day(until) };
        var photos = await transaction.Open().ExecuteAsync("DELETE FROM result_photo WHERE result IN (SELECT id FROM booking_result WHERE day <= @until)", day, transaction);
        return Math.Max(photos, await transaction.Open().ExecuteAsync("UPDATE booking_result SET secret = NULL WHERE secret IS NOT NULL AND day <= @until", day, transaction));
    }

    /// <summary>Erases notes and photos of one booking, when its resident asks for it.</summary>
    public static async Task EraseAsync(DbTransaction transaction, string reference)
    {
        await transaction.Open().ExecuteAsync("DELETE FROM result_photo WHERE result IN (SELECT id FROM booking_result WHERE reference = @reference)", new { reference }, transaction);
        await transaction.Open().ExecuteAsync("UPDATE booking_result SET secret = NULL WHERE reference = @reference", new { reference }, transaction);
    }

    private sealed record Row(string Id, string Reference, string Round, string Truck, string Day, string Result, string? Reason, long HappenedAt, long ReceivedAt, string ByWhom,
        string Standing, string? Discrepancy, string? SettledBy, byte[]? Secret, long? PhotoTurn)
    {
        public StoredResult ToResult() => new(Id, Reference, Round, Truck, RoundStore.DayOf(Day), Result, Reason, DateTimeOffset.FromUnixTimeMilliseconds(HappenedAt),
            DateTimeOffset.FromUnixTimeMilliseconds(ReceivedAt), ByWhom, Standing, Discrepancy, SettledBy, Secret, PhotoTurn);
    }
}

/// <summary>A photo as stored.</summary>
/// <param name="MediaType">image/jpeg, image/png or image/webp.</param>
/// <param name="Turn">How to turn it, 1 to 8.</param>
/// <param name="Secret">The encrypted bytes.</param>
public sealed record ResultPhoto(string MediaType, long Turn, byte[] Secret);
