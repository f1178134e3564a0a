using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;

namespace Jizhou.Public.Api.Bookings.Statistics;

/// <summary>How many bookings of a township and month have something in common.</summary>
/// <param name="Month">2026-11.</param>
/// <param name="Township">9-digit code.</param>
/// <param name="What">collected, partly-collected, not-collected, without-result, missed, postponed; days of the first date offered in digits.</param>
/// <param name="Bookings">How many.</param>
public sealed record CountedBookings(string Month, string Township, string What, long Bookings);

/// <summary>What was loaded in a township and month, of one stream, brought to one centre.</summary>
/// <param name="Month">2026-11.</param>
/// <param name="Township">9-digit code; empty for what rounds through several townships weighed as a whole.</param>
/// <param name="Stream">Code of the stream.</param>
/// <param name="Centre">Code of the centre; empty when nobody wrote it down, <c>several</c> when one round tipped the stream in several.</param>
/// <param name="Bookings">From how many bookings.</param>
/// <param name="Litres">Volume.</param>
/// <param name="Kilograms">Weight; null when nothing was weighed.</param>
public sealed record CountedLoad(string Month, string Township, string Stream, string Centre, long Bookings, long? Litres, long? Kilograms);

/// <summary>Everything the statistics are made of.</summary>
/// <param name="Counts">Bookings by month of their day.</param>
/// <param name="Offers">First dates by month of asking.</param>
/// <param name="Loads">Loads by month of their day.</param>
public sealed record StatisticsRows(IReadOnlyList<CountedBookings> Counts, IReadOnlyList<CountedBookings> Offers, IReadOnlyList<CountedLoad> Loads);

/// <summary>The SQL of the statistics: only sums leave the database.</summary>
public static class StatisticsStore
{
    // A booking of a day that is over and has no result is told as such: not knowing is not the same as nothing.
    private const string Outcomes = """
        SELECT SUBSTR(day, 1, 7) AS Month, SUBSTR(village, 1, 9) AS Township,
               CASE WHEN state IN ('collected', 'partly-collected', 'not-collected') THEN state ELSE 'without-result' END AS What, COUNT(*) AS Bookings
        FROM booking WHERE state <> 'cancelled' AND state <> 'postponed' AND (day < @today OR state NOT IN ('booked', 'assigned'))
        GROUP BY SUBSTR(day, 1, 7), SUBSTR(village, 1, 9), CASE WHEN state IN ('collected', 'partly-collected', 'not-collected') THEN state ELSE 'without-result' END
        """;

    private const string Missed = """
        SELECT SUBSTR(booking_missed.day, 1, 7) AS Month, SUBSTR(booking.village, 1, 9) AS Township, 'missed' AS What, COUNT(*) AS Bookings
        FROM booking_missed JOIN booking ON booking.reference = booking_missed.reference GROUP BY SUBSTR(booking_missed.day, 1, 7), SUBSTR(booking.village, 1, 9)
        """;

    private const string CalledOff = "SELECT month AS Month, township AS Township, 'postponed' AS What, bookings AS Bookings FROM booking_called_off";

    private const string Offers = "SELECT month AS Month, township AS Township, CAST(days AS TEXT) AS What, bookings AS Bookings FROM booking_offer";

    // The rule of DayLoads: what a round tipped of a stream was weighed, and stands instead of what its crew guessed at the stops. Such a weight belongs to a
    // township only if the whole round collected there; else to none (''). It comes from the bookings whose stop tells of that stream, or, when no stop
    // does, from all that the round collected. A round in which nothing is noted as collected yet tells nothing: nobody knows of how few people it would.
    private const string Loads = """
        SELECT Month, Township, Stream, Centre, CAST(SUM(Bookings) AS BIGINT) AS Bookings, SUM(Litres) AS Litres, SUM(Kilograms) AS Kilograms FROM (
            SELECT SUBSTR(r.day, 1, 7) AS Month, SUBSTR(b.village, 1, 9) AS Township, l.stream AS Stream, COALESCE(l.centre, '') AS Centre, 1 AS Bookings, l.litres AS Litres, l.kilograms AS Kilograms
            FROM booking_load l JOIN booking_result r ON r.id = l.result AND r.standing = 'stands' JOIN booking b ON b.reference = r.reference
            WHERE NOT EXISTS (SELECT 1 FROM round_load t WHERE t.round = r.round AND t.stream = l.stream)
            UNION ALL
            SELECT SUBSTR(t.day, 1, 7), CASE WHEN MIN(SUBSTR(b.village, 1, 9)) = MAX(SUBSTR(b.village, 1, 9)) THEN MIN(SUBSTR(b.village, 1, 9)) ELSE '' END, t.stream, t.centre,
                   CASE WHEN COUNT(l.stream) > 0 THEN COUNT(l.stream) ELSE COUNT(*) END, t.litres, t.kilograms
            FROM (SELECT round, stream, MIN(day) AS day, CASE WHEN MIN(centre) = MAX(centre) THEN MIN(centre) ELSE 'several' END AS centre, SUM(litres) AS litres, SUM(kilograms) AS kilograms
                  FROM round_load GROUP BY round, stream) t
            JOIN booking_result r ON r.round = t.round AND r.standing = 'stands' AND r.result IN ('collected', 'partly-collected') JOIN booking b ON b.reference = r.reference
            LEFT JOIN booking_load l ON l.result = r.id AND l.stream = t.stream
            GROUP BY t.round, t.day, t.stream, t.centre, t.litres, t.kilograms) AS load
        GROUP BY Month, Township, Stream, Centre
        """;

    /// <summary>All months.</summary>
    public static async Task<StatisticsRows> ReadAsync(DbConnection connection, DateOnly today)
    {
        var which = new { today = SlotStore.Day(today) };
        List<CountedBookings> counts = [];
        foreach (var sql in (string[])[Outcomes, Missed, CalledOff])
        {
            counts.AddRange((await connection.QueryAsync<CountRow>(sql, which)).Select(row => row.Told));
        }

        return new StatisticsRows(counts, [.. (await connection.QueryAsync<CountRow>(Offers)).Select(row => row.Told)],
            [.. (await connection.QueryAsync<LoadRow>(Loads)).Select(row => row.Told)]);
    }

    // With properties: SQLite does not tell the types of computed columns when there are no rows.
    private sealed record CountRow
    {
        public string Month { get; init; } = "";

        public string Township { get; init; } = "";

        public string What { get; init; } = "";

        public long Bookings { get; init; }

        public CountedBookings Told => new(Month, Township, What, Bookings);
    }

    private sealed record LoadRow
    {
        public string Month { get; init; } = "";

        public string Township { get; init; } = "";

        public string Stream { get; init; } = "";

        public string Centre { get; init; } = "";

        public long Bookings { get; init; }

        public decimal? Litres { get; init; } // a sum of bigint is numeric on PostgreSQL

        public decimal? Kilograms { get; init; }

        public CountedLoad Told => new(Month, Township, Stream, Centre, Bookings, (long?)Litres, (long?)Kilograms);
    }
}
