using System.Data.Common;
using System.Globalization;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;

namespace Jizhou.Public.Api.Bookings.Calendar.Postponing;

/// <summary>The SQL of days that were called off.</summary>
public static class PostponementStore
{
    private const int MostListed = 100;

    private const string Columns = """
        number AS Number, area AS Area, day AS Day, parts AS Parts, reason AS Reason, words AS Words, state AS State, by_whom AS By, created_at AS CreatedAt
        """;

    /// <summary>Keeps it as running; the same day and windows called off again are the same postponement. Answers its number.</summary>
    public static async Task<long> StartAsync(DbTransaction transaction, Postponement postponement)
    {
        var row = new
        {
            postponement.Area,
            day = SlotStore.Day(postponement.Date),
            parts = string.Join(',', postponement.Windows),
            postponement.Reason,
            postponement.Words,
            postponement.By,
            at = postponement.CreatedAt.ToUnixTimeMilliseconds(),
        };
        return await transaction.Connection!.ExecuteScalarAsync<long?>("""
            UPDATE pickup_postponement SET state = 'running', reason = @Reason, words = @Words, touched_at = @at WHERE area = @Area AND day = @day AND parts = @parts RETURNING number
            """, row, transaction)
            ?? await transaction.Connection!.ExecuteScalarAsync<long>("""
            INSERT INTO pickup_postponement (area, day, parts, reason, words, state, by_whom, created_at, touched_at)
            VALUES (@Area, @day, @parts, @Reason, @Words, 'running', @By, @at, @at) RETURNING number
            """, row, transaction);
    }

    /// <summary>Says that every booking has been seen to.</summary>
    public static Task FinishAsync(DbTransaction transaction, long number, DateTimeOffset at) => transaction.Connection!.ExecuteAsync(
        "UPDATE pickup_postponement SET state = 'done', touched_at = @at WHERE number = @number", new { number, at = at.ToUnixTimeMilliseconds() }, transaction);

    /// <summary>Notes where a booking went, or that no day had room.</summary>
    public static Task NoteMoveAsync(DbTransaction transaction, long number, string reference, SlotId from, SlotId? to, DateTimeOffset at) => transaction.Connection!.ExecuteAsync("""
        INSERT INTO pickup_move (postponement, reference, from_slot, to_slot, at) VALUES (@number, @reference, @from, @to, @at)
        ON CONFLICT (postponement, reference) DO UPDATE SET from_slot = excluded.from_slot, to_slot = excluded.to_slot, at = excluded.at
        """, new { number, reference, from = from.ToString(), to = to?.ToString(), at = at.ToUnixTimeMilliseconds() }, transaction);

    /// <summary>The one with a number; null when there is none.</summary>
    public static async Task<Postponement?> FindAsync(DbConnection connection, long number, DbTransaction? transaction = null) =>
        (await connection.QuerySingleOrDefaultAsync<Row>($"SELECT {Columns} FROM pickup_postponement WHERE number = @number", new { number }, transaction))?.ToPostponement();

    /// <summary>The last hundred, the newest first.</summary>
    public static async Task<IReadOnlyList<Postponement>> ListAsync(DbConnection connection) =>
        [.. (await connection.QueryAsync<Row>($"SELECT {Columns} FROM pickup_postponement ORDER BY number DESC LIMIT @most", new { most = MostListed })).Select(row => row.ToPostponement())];

    /// <summary>Numbers of those that nobody has worked on since an instant although they are not done: whoever did has crashed.</summary>
    public static async Task<IReadOnlyList<long>> LeftAsync(DbConnection connection, DateTimeOffset before) =>
        [.. await connection.QueryAsync<long>("SELECT number FROM pickup_postponement WHERE state = 'running' AND touched_at < @before ORDER BY number", new { before = before.ToUnixTimeMilliseconds() })];

    /// <summary>Numbers of those whose bookings still wait for a day with room.</summary>
    public static async Task<IReadOnlyList<long>> WaitingAsync(DbConnection connection) => [.. await connection.QueryAsync<long>("""
        SELECT MAX(p.number) FROM pickup_postponement p JOIN booking b ON b.area = p.area AND b.day = p.day AND b.state = 'postponed' GROUP BY p.area, p.day, p.parts ORDER BY 1
        """)];

    /// <summary>
    /// References of the open bookings on slots, those who booked first first. Only those that wait once all have been seen to: a window that was opened again
    /// since and then only closed moves nobody.
    /// </summary>
    public static async Task<IReadOnlyList<string>> BookingsOnAsync(DbConnection connection, IReadOnlyList<SlotId> slots, bool onlyWaiting = false)
    {
        List<(string Reference, long At)> found = [];
        foreach (var slot in slots)
        {
            found.AddRange(await connection.QueryAsync<(string, long)>(
                "SELECT reference, created_at FROM booking WHERE day = @day AND area = @Area AND part = @Window AND (state = 'postponed' OR @all = 1 AND state IN ('booked', 'assigned'))",
                new { all = onlyWaiting ? 0 : 1, day = SlotStore.Day(slot.Date), slot.Area, slot.Window }));
        }

        return [.. found.OrderBy(one => one.At).ThenBy(one => one.Reference, StringComparer.Ordinal).Select(one => one.Reference)];
    }

    /// <summary>Where its bookings went, by label; those that were cancelled since are left out.</summary>
    public static async Task<IReadOnlyList<PostponedMove>> MovesAsync(DbConnection connection, long number) =>
        [.. (await connection.QueryAsync<(string Label, string From, string? To)>("""
            SELECT b.label, m.from_slot, m.to_slot FROM pickup_move m JOIN booking b ON b.reference = m.reference
            WHERE m.postponement = @number AND (b.state = 'postponed' OR m.to_slot IS NOT NULL) ORDER BY m.to_slot, b.label
            """, new { number })).Select(row => new PostponedMove(row.Label, Slot(row.From)!.Value, Slot(row.To)))];

    private static SlotId? Slot(string? text) => SlotId.TryParse(text, out var slot) ? slot : null;

    private sealed record Row(long Number, string Area, string Day, string Parts, string Reason, string Words, string State, string By, long CreatedAt)
    {
        public Postponement ToPostponement() => new(Number, Area, DateOnly.ParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), Parts.Split(','), Reason, Words,
            State == "done", By, DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt).ToOffset(TimeSpan.FromHours(8)));
    }
}
