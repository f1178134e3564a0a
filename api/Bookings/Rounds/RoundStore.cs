using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Rounds;

/// <summary>
/// The SQL of rounds and their stops. Rows are touched in the order booking, stop, round: a change of a booking reaches its stop while it holds the booking.
/// </summary>
public static class RoundStore
{
    private const string Columns = "r.round AS Id, r.truck AS Truck, r.area AS Area, r.day AS Day, r.state AS State";

    /// <summary>The gate behind which a day is planned, so that two dispatchers wait for each other.</summary>
    public static string GateOf(DateOnly day) => "rounds " + SlotStore.Day(day);

    /// <summary>The round with this number; null when there is none.</summary>
    public static async Task<Round?> FindAsync(DbConnection connection, string round, DbTransaction? transaction = null) =>
        (await connection.QuerySingleOrDefaultAsync<RoundRow>($"SELECT {Columns} FROM pickup_round r WHERE r.round = @round", new { round }, transaction))?.ToRound();

    /// <summary>The rounds from a day to a day, both included, by day, area and vehicle.</summary>
    public static async Task<IReadOnlyList<Round>> BetweenAsync(DbConnection connection, DateOnly from, DateOnly to, DbTransaction? transaction = null) =>
        [.. (await connection.QueryAsync<RoundRow>(
            $"SELECT {Columns} FROM pickup_round r WHERE r.day >= @from AND r.day <= @to ORDER BY r.day, r.area, r.truck", new { from = SlotStore.Day(from), to = SlotStore.Day(to) }, transaction))
            .Select(r => r.ToRound())];

    /// <summary>The stops that stand in the rounds from a day to a day, in the order of driving.</summary>
    public static async Task<IReadOnlyList<RoundStop>> StopsAsync(DbConnection connection, DateOnly from, DateOnly to, DbTransaction? transaction = null) =>
        [.. (await connection.QueryAsync<StopRow>(
            $"""
            SELECT {Columns}, s.reference AS Reference, s.place AS Place, s.left_at AS LeftAt FROM round_stop s JOIN pickup_round r ON r.round = s.round
            WHERE r.day >= @from AND r.day <= @to AND s.left_at IS NULL ORDER BY r.day, r.area, r.truck, s.place
            """, new { from = SlotStore.Day(from), to = SlotStore.Day(to) }, transaction)).Select(s => s.ToStop())];

    /// <summary>Every line a booking has or had, the one that stands first, then the one it left last.</summary>
    public static async Task<IReadOnlyList<RoundStop>> OfBookingAsync(DbConnection connection, string reference, DbTransaction? transaction = null) =>
        [.. (await connection.QueryAsync<StopRow>(
            $"""
            SELECT {Columns}, s.reference AS Reference, s.place AS Place, s.left_at AS LeftAt FROM round_stop s JOIN pickup_round r ON r.round = s.round
            WHERE s.reference = @reference ORDER BY CASE WHEN s.left_at IS NULL THEN 0 ELSE 1 END, s.left_at DESC, s.round
            """, new { reference }, transaction)).Select(s => s.ToStop())];

    /// <summary>The round of a vehicle on a day for an area, made as a draft when there is none. A vehicle has one round a day: a draft of another area becomes this one's.</summary>
    public static async Task<string> OpenAsync(DbTransaction transaction, string truck, string area, DateOnly day, DateTimeOffset at) => (await transaction.Open().ExecuteScalarAsync<string>("""
        INSERT INTO pickup_round (round, truck, area, day, state, created_at, changed_at) VALUES (@round, @truck, @area, @day, 'draft', @at, @at)
        ON CONFLICT (day, truck) DO UPDATE SET area = excluded.area, changed_at = excluded.changed_at
        RETURNING round
        """, new { round = RandomNumberGenerator.GetHexString(16, lowercase: true), truck, area, day = SlotStore.Day(day), at = at.ToUnixTimeMilliseconds() }, transaction))!;

    /// <summary>Hands a round out or takes it back; false when somebody else just did.</summary>
    public static async Task<bool> AssignAsync(DbTransaction transaction, string round, bool isAssigned, DateTimeOffset at) => await transaction.Open().ExecuteAsync("""
        UPDATE pickup_round SET state = @to, changed_at = @at, handed_at = COALESCE(handed_at, @handed) WHERE round = @round AND state = @from
        """, new
    {
        round, from = isAssigned ? "draft" : "assigned", to = isAssigned ? "assigned" : "draft", at = at.ToUnixTimeMilliseconds(), handed = isAssigned ? at.ToUnixTimeMilliseconds() : (long?)null,
    }, transaction) == 1;

    /// <summary>Takes a booking out of the round it stands in. A round that was ever handed out remembers it; one that was only planned does not.</summary>
    public static async Task<bool> LeaveAsync(DbTransaction transaction, string reference, DateTimeOffset at)
    {
        var left = await transaction.Open().ExecuteAsync("""
            UPDATE round_stop SET left_at = @at WHERE reference = @reference AND left_at IS NULL AND round IN (SELECT round FROM pickup_round WHERE handed_at IS NOT NULL)
            """, new { reference, at = at.ToUnixTimeMilliseconds() }, transaction);
        return left + await transaction.Open().ExecuteAsync("DELETE FROM round_stop WHERE reference = @reference AND left_at IS NULL", new { reference }, transaction) > 0;
    }

    /// <summary>Puts a booking that stands in no round into one, behind all others. Hold the booking, or it may have been called off meanwhile.</summary>
    public static Task JoinAsync(DbTransaction transaction, string round, string reference) => transaction.Open().ExecuteAsync("""
        INSERT INTO round_stop (round, reference, place, left_at) VALUES (@round, @reference, 100000, NULL)
        ON CONFLICT (round, reference) DO UPDATE SET place = 100000, left_at = NULL
        """, new { round, reference }, transaction);

    /// <summary>Numbers the stops of a round in this order. One that left meanwhile stays out.</summary>
    public static Task OrderAsync(DbTransaction transaction, string round, IReadOnlyList<string> references) => transaction.Open().ExecuteAsync(
        "UPDATE round_stop SET place = @place WHERE round = @round AND reference = @reference AND left_at IS NULL",
        references.Select((reference, place) => new { round, reference, place = place + 1L }), transaction);

    private sealed record RoundRow(string Id, string Truck, string Area, string Day, string State)
    {
        public Round ToRound() => new(Id, Truck, Area, DayOf(Day), State == "assigned");
    }

    private sealed record StopRow(string Id, string Truck, string Area, string Day, string State, string Reference, long Place, long? LeftAt)
    {
        public RoundStop ToStop() => new(new Round(Id, Truck, Area, DayOf(Day), State == "assigned"), Reference, (int)Place,
            LeftAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
    }

    /// <summary>A day as it was stored.</summary>
    internal static DateOnly DayOf(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
