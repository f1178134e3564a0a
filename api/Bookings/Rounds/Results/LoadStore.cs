using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Rounds.Results;

/// <summary>The SQL of loads: at stops, and as tipped by rounds.</summary>
public static class LoadStore
{
    /// <summary>Keeps what was loaded at a stop.</summary>
    public static Task InsertAsync(DbTransaction transaction, CrewResult result) => transaction.Open().ExecuteAsync("""
        INSERT INTO booking_load (result, reference, stream, litres, kilograms, centre) VALUES (@Id, @Reference, @Stream, @Litres, @Kilograms, @Centre)
        """, result.Loads.Select(l => new { result.Id, result.Reference, l.Stream, Litres = (long?)l.Litres, Kilograms = (long?)l.Kilograms, l.Centre }), transaction);

    /// <summary>Keeps what a round tipped; the same id again adds nothing. True when it was new.</summary>
    public static async Task<bool> InsertAsync(DbTransaction transaction, TippedLoad load, Round round, string by, DateTimeOffset now) => await transaction.Open().ExecuteAsync("""
        INSERT INTO round_load (id, stream, round, truck, area, day, litres, kilograms, centre, happened_at, received_at, by_whom)
        VALUES (@Id, @Stream, @round, @Truck, @Area, @day, @Litres, @Kilograms, @Centre, @happened, @received, @by) ON CONFLICT (id, stream) DO NOTHING
        """, load.Loads.Select(l => new
    {
        load.Id, l.Stream, round = round.Id, round.Truck, round.Area, day = SlotStore.Day(round.Day), Litres = (long?)l.Litres, Kilograms = (long?)l.Kilograms, l.Centre,
        happened = load.HappenedAt.ToUnixTimeMilliseconds(), received = now.ToUnixTimeMilliseconds(), by,
    }), transaction) > 0;

    /// <summary>All loads of a day: those of results that stand, and those tipped.</summary>
    public static async Task<IReadOnlyList<LoadLine>> OfDayAsync(DbConnection connection, DateOnly day)
    {
        var which = new { day = SlotStore.Day(day) };
        var stops = await connection.QueryAsync<Row>("""
            SELECT b.round AS Round, b.truck AS Truck, l.stream AS Stream, l.litres AS Litres, l.kilograms AS Kilograms, l.centre AS Centre, b.happened_at AS HappenedAt
            FROM booking_load l JOIN booking_result b ON b.id = l.result WHERE b.day = @day AND b.standing = 'stands' ORDER BY b.happened_at, l.result, l.stream
            """, which);
        var tipped = await connection.QueryAsync<Row>("""
            SELECT round AS Round, truck AS Truck, stream AS Stream, litres AS Litres, kilograms AS Kilograms, centre AS Centre, happened_at AS HappenedAt
            FROM round_load WHERE day = @day ORDER BY happened_at, id, stream
            """, which);
        return [.. stops.Select(r => r.ToLine(false)), .. tipped.Select(r => r.ToLine(true))];
    }

    private sealed record Row(string Round, string Truck, string Stream, long? Litres, long? Kilograms, string? Centre, long HappenedAt)
    {
        public LoadLine ToLine(bool isTipped) => new(Round, Truck, Stream, (int?)Litres, (int?)Kilograms, Centre, isTipped, DateTimeOffset.FromUnixTimeMilliseconds(HappenedAt));
    }
}

/// <summary>A load of a day.</summary>
/// <param name="Round">The round.</param>
/// <param name="Truck">Code of the vehicle.</param>
/// <param name="Stream">Code of the stream.</param>
/// <param name="Litres">Volume; null when not told.</param>
/// <param name="Kilograms">Mass; null when not told.</param>
/// <param name="Centre">Code of where it was tipped; null when not told.</param>
/// <param name="IsTipped">Told for the whole round where it was tipped, not at a stop.</param>
/// <param name="At">When.</param>
public sealed record LoadLine(string Round, string Truck, string Stream, int? Litres, int? Kilograms, string? Centre, bool IsTipped, DateTimeOffset At);
