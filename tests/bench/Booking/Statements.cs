using System.Security.Cryptography;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Bench.Booking;

/// <summary>
/// Hand-written statements to compare with, for SQLite and PostgreSQL alike. Parameters are named; <see cref="ValueOf"/> gives their values, hashes as random text, the same for the same
/// name within one booking.
/// </summary>
internal static class Statements
{
    /// <summary>One conditional statement and one row: what any booking system must write at least.</summary>
    public static readonly string[] Bare =
    [
        "UPDATE bench_slot SET taken = taken + 1 WHERE id = @slot AND taken < 1000000000",
        "INSERT INTO bench_row (id, slot, words) VALUES (@hold, @slot, @words)",
    ];

    /// <summary>What a hold writes: stop, slot, share, hold.</summary>
    public static readonly string[] Hold =
    [
        "INSERT INTO booking_stop (slot, address_key, jobs) VALUES (@place, @address, 1) ON CONFLICT (slot, address_key) DO UPDATE SET jobs = booking_stop.jobs + 1",
        """
        INSERT INTO booking_slot (slot, area, day, part, stops_taken, stops_capacity, litres_taken, litres_capacity) VALUES (@place, 'floor', @day, 'morning', 1, 1000000, 80, 900000000)
        ON CONFLICT (slot) DO UPDATE SET stops_taken = booking_slot.stops_taken + 1, litres_taken = booking_slot.litres_taken + 80 WHERE booking_slot.stops_taken + 1 <= 1000000
        """,
        """
        INSERT INTO booking_share (slot, service, litres_taken, litres_capacity) VALUES (@place, 'furniture', 80, 900000000)
        ON CONFLICT (slot, service) DO UPDATE SET litres_taken = booking_share.litres_taken + 80 WHERE booking_share.litres_taken + 80 <= 900000000
        """,
        """
        INSERT INTO booking_hold (hold, slot, village, address_key, has_door, litres, quote, class, services, shares, access, secret, client_key, state, created_at, expires_at)
        VALUES (@hold, @place, '120119100201', @address, 1, 80, @quote, 'resident', 'furniture', 'furniture=80', 'unknown', @secret, @client, 'held', 1764000000000, 1764000900000)
        """,
    ];

    /// <summary>What a confirmation writes: hold, label, booking, history, token, answer, first offer, two reminders.</summary>
    public static readonly string[] Confirmation =
    [
        "UPDATE booking_hold SET state = 'confirmed' WHERE hold = @hold AND state = 'held'",
        "INSERT INTO booking_label (township, day, last) VALUES ('floor', @day, 1) ON CONFLICT (township, day) DO UPDATE SET last = booking_label.last + 1",
        """
        INSERT INTO booking (reference, label, hold, slot, area, day, part, village, address_key, phone_key, ending_key, litres, quote, class, services, shares,
                             access, channel, secret, state, state_by, reason, postponed_from, sequence, created_at, changed_at)
        VALUES (@reference, @label, @hold, @place, 'floor', @day, 'morning', '120119100201', @address, @phone, @ending, 80, @quote, 'resident', 'furniture', 'furniture=80',
                'unknown', 'web', @secret, 'booked', 'resident', NULL, NULL, 0, 1764000000000, 1764000000000)
        """,
        "INSERT INTO booking_history (reference, sequence, at, what, by_whom, slot, quote, reason) VALUES (@reference, 0, 1764000000000, 'booked', 'resident', @place, @quote, NULL)",
        "INSERT INTO booking_token (token_hash, reference, expires_at) VALUES (@token, @reference, 1764000000000)",
        "INSERT INTO booking_answer (key_hash, body_hash, reference, secret, expires_at) VALUES (@key, @body, @reference, @answer, 1764000000000)",
        "INSERT INTO booking_offer (month, township, days, bookings) VALUES ('2026-11', 'floor', 1, 1) ON CONFLICT (month, township, days) DO UPDATE SET bookings = booking_offer.bookings + 1",
        Notice("@notice1", "@once1"),
        Notice("@notice2", "@once2"),
    ];

    private static readonly string Quote = new('q', 420);
    private static readonly byte[] Secret = new byte[110];
    private static readonly byte[] Answer = new byte[1100];

    /// <summary>The value of a parameter; <paramref name="number"/> of the transaction chooses slot and day.</summary>
    public static object ValueOf(string name, int number, Dictionary<string, string> same) => name switch
    {
        "slot" => (long)(number * 7919 % 200),
        "place" => $"floor.{Day(number)}.morning",
        "day" => Day(number),
        "words" or "quote" => Quote,
        "secret" => Secret,
        "answer" => Answer,
        "client" => $"client {number % 32}",
        _ => Once(name, same),
    };

    /// <summary>Random bytes as hex digits.</summary>
    public static string Hex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    private static string Once(string name, Dictionary<string, string> same)
    {
        if (!same.TryGetValue(name, out var value))
        {
            value = name switch
            {
                "hold" or "notice1" or "notice2" => OrderedId.New(TimeProvider.System.GetUtcNow()),
                "reference" => Hex(6),
                _ => Hex(32),
            };
            same.Add(name, value);
        }

        return value;
    }

    private static string Day(int number) => $"2027-01-{1 + (number % 28):00}";

    private static string Notice(string id, string once) => $"""
        INSERT INTO notice (notice, once, channel, event, reference, sequence, about_day, must_ring, created_at, due_at, state, attempts, lease, lease_until)
        VALUES ({id}, {once}, 'call', 'reminder-1', @reference, 0, @day, 1, 1764000000000, 1764000000000, 'waiting', 0, '', 0) ON CONFLICT (once) DO NOTHING
        """;
}
