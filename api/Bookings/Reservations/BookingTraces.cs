using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Rounds.Results;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>A pickup that its resident reported as missed.</summary>
/// <param name="Day">The day on which nobody came.</param>
/// <param name="ReportedAt">When it was reported.</param>
/// <param name="Note">What the resident wrote.</param>
public sealed record MissedTrace(DateOnly Day, DateTimeOffset ReportedAt, string? Note);

/// <summary>What a crew reported about a booking.</summary>
/// <param name="Day">The round's day.</param>
/// <param name="Result">collected, partly-collected or not-collected.</param>
/// <param name="Reason">Code of why not.</param>
/// <param name="HappenedAt">When it happened.</param>
/// <param name="Note">What the crew wrote.</param>
/// <param name="Photo">The photo that was taken.</param>
/// <param name="Loads">What was loaded.</param>
public sealed record ResultTrace(DateOnly Day, string Result, string? Reason, DateTimeOffset HappenedAt, string? Note, PhotoTrace? Photo, IReadOnlyList<LoadTrace> Loads);

/// <summary>A photo of a stop.</summary>
/// <param name="MediaType">image/jpeg …</param>
/// <param name="Turn">How to turn it, 1 to 8 as in EXIF.</param>
/// <param name="Base64">The picture.</param>
public sealed record PhotoTrace(string MediaType, long Turn, string Base64);

/// <summary>A message about the booking, without its words: they are made when it goes out, and are not kept.</summary>
/// <param name="Event">What it was about.</param>
/// <param name="Channel">webhook, call or mail.</param>
/// <param name="State">waiting, sent, dropped or dead.</param>
/// <param name="CreatedAt">When it became due to be told.</param>
public sealed record NoticeTrace(string Event, string Channel, string State, DateTimeOffset CreatedAt);

/// <summary>What was loaded at a stop.</summary>
/// <param name="Stream">Code of the stream.</param>
/// <param name="CubicMetres">Volume, if measured.</param>
/// <param name="Kilograms">Weight, if weighed.</param>
/// <param name="Centre">Code of the centre where it was tipped, if known.</param>
public sealed record LoadTrace(string Stream, decimal? CubicMetres, long? Kilograms, string? Centre);

/// <summary>
/// Everything kept of one booking outside its own row: what export tells and what erasure takes away. A table that keeps something of a booking is named here, or
/// the person would not be gone.
/// </summary>
public static class BookingTraces
{
    /// <summary>Purpose of a crew's note about a stop.</summary>
    public const string CrewNote = "round.note";

    /// <summary>Purpose of what a resident wrote about a missed pickup.</summary>
    private const string MissedNote = BookingSecrets.MissedNote;

    /// <summary>The reports of missed pickups, by day.</summary>
    public static async Task<IReadOnlyList<MissedTrace>> MissedAsync(DbConnection connection, string reference, BookingSecrets secrets) =>
    [
        .. (await connection.QueryAsync<(string Day, long At, byte[]? Secret)>(
            "SELECT day, reported_at, secret FROM booking_missed WHERE reference = @reference ORDER BY day", new { reference }))
        .Select(row => new MissedTrace(DayOf(row.Day), At(row.At), row.Secret is null ? null : secrets.Open<string>(row.Secret, MissedNote))),
    ];

    /// <summary>What crews reported, by time.</summary>
    public static async Task<IReadOnlyList<ResultTrace>> ResultsAsync(DbConnection connection, string reference, BookingSecrets secrets)
    {
        var loads = (await connection.QueryAsync<LoadRow>(
            "SELECT result AS Result, stream AS Stream, litres AS Litres, kilograms AS Kilograms, centre AS Centre FROM booking_load WHERE reference = @reference ORDER BY stream", new { reference }))
            .ToLookup(row => row.Result);
        var rows = await connection.QueryAsync<ResultRow>("""
            SELECT id AS Id, day AS Day, booking_result.result AS Result, reason AS Reason, happened_at AS HappenedAt, booking_result.secret AS Secret,
                   media_type AS MediaType, turn AS Turn, result_photo.secret AS PhotoSecret
            FROM booking_result LEFT JOIN result_photo ON result_photo.result = booking_result.id WHERE reference = @reference ORDER BY happened_at, id
            """, new { reference });
        return [.. rows.Select(row => new ResultTrace(DayOf(row.Day), row.Result, row.Reason, At(row.HappenedAt),
            row.Secret is null ? null : secrets.Open<string>(row.Secret, CrewNote),
            row.PhotoSecret is null ? null : new PhotoTrace(row.MediaType!, row.Turn ?? 1, Convert.ToBase64String(secrets.OpenPhoto(row.PhotoSecret))), [.. loads[row.Id].Select(load => load.ToTrace())]))];
    }

    /// <summary>What was told, or is to be.</summary>
    public static async Task<IReadOnlyList<NoticeTrace>> NoticesAsync(DbConnection connection, string reference) =>
    [
        .. (await connection.QueryAsync<(string Event, string Channel, string State, long At)>(
            "SELECT event, channel, state, created_at FROM notice WHERE reference = @reference ORDER BY number", new { reference }))
        .Select(row => new NoticeTrace(row.Event, row.Channel, row.State, At(row.At))),
    ];

    /// <summary>
    /// Takes away what leads to the person: personal data, keyed hashes, tokens, first answers, holds, notes and photos. What was collected, where and when
    /// stays for the statistics. Whoever calls has made sure that nobody is on the way.
    /// </summary>
    public static async Task EraseAsync(DbTransaction transaction, StoredBooking booking, DateOnly today)
    {
        var connection = transaction.Connection!;
        var which = new { booking.Reference, booking.Hold, booking.AddressKey, Slot = booking.Slot.ToString(), today = SlotStore.Day(today) };
        foreach (var statement in Statements)
        {
            await connection.ExecuteAsync(statement, which, transaction);
        }

        await ResultStore.EraseAsync(transaction, booking.Reference);
    }

    // The stop of an address stays while somebody else's job, or a hold, counts on it.
    private static readonly string[] Statements =
    [
        "DELETE FROM booking_token WHERE reference = @Reference",
        "DELETE FROM booking_answer WHERE reference = @Reference",
        "DELETE FROM booking_hold WHERE hold = @Hold",
        "DELETE FROM booking_hold WHERE address_key = @AddressKey AND address_key <> '' AND state <> 'held'",
        "UPDATE booking_missed SET secret = NULL WHERE reference = @Reference",
        "UPDATE booking SET secret = NULL, phone_key = '', ending_key = '', address_key = '' WHERE reference = @Reference",
        """
        DELETE FROM booking_stop WHERE address_key = @AddressKey AND address_key <> ''
           AND (jobs = 0 OR slot = @Slot AND slot IN (SELECT slot FROM booking_slot WHERE day <= @today))
           AND NOT EXISTS (SELECT 1 FROM booking WHERE booking.slot = booking_stop.slot AND booking.address_key = booking_stop.address_key)
        """,
    ];

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(JizhouClock.Offset);

    private static DateOnly DayOf(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record ResultRow
    {
        public string Id { get; init; } = "";

        public string Day { get; init; } = "";

        public string Result { get; init; } = "";

        public string? Reason { get; init; }

        public long HappenedAt { get; init; }

        public byte[]? Secret { get; init; }

        public string? MediaType { get; init; }

        public long? Turn { get; init; }

        public byte[]? PhotoSecret { get; init; }
    }

    private sealed record LoadRow
    {
        public string Result { get; init; } = "";

        public string Stream { get; init; } = "";

        public long? Litres { get; init; }

        public long? Kilograms { get; init; }

        public string? Centre { get; init; }

        public LoadTrace ToTrace() => new(Stream, Litres / 1000m, Kilograms, Centre);
    }
}
