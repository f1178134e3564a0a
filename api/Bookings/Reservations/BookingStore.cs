using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>A booking as stored.</summary>
/// <param name="Reference">Its number, without hyphens.</param>
/// <param name="Label">The public label for the item, e.g. 渔阳 11-25 07.</param>
/// <param name="Hold">The hold it came from.</param>
/// <param name="Slot">When and where.</param>
/// <param name="Village">12-digit code.</param>
/// <param name="AddressKey">Keyed hash of the address.</param>
/// <param name="PhoneKey">Keyed hash of the phone.</param>
/// <param name="EndingKey">Keyed hash of reference and phone ending.</param>
/// <param name="Litres">Volume taken.</param>
/// <param name="Quote">The quote, as JSON.</param>
/// <param name="Secret">Personal data, encrypted; null once erased.</param>
/// <param name="State">booked, cancelled …</param>
/// <param name="Sequence">Counts changes.</param>
/// <param name="CreatedAt">When it was confirmed.</param>
public sealed record StoredBooking(string Reference, string Label, string Hold, SlotId Slot, string Village, string AddressKey, string PhoneKey,
    string EndingKey, int Litres, string Quote, byte[]? Secret, string State, int Sequence, DateTimeOffset CreatedAt)
{
    /// <summary>What it takes, and where.</summary>
    public Place Place => new(Slot, AddressKey, Litres);
}

/// <summary>The SQL of bookings.</summary>
public static class BookingStore
{
    private const string Columns = """
        reference AS Reference, label AS Label, hold AS Hold, slot AS Slot, village AS Village, address_key AS AddressKey, phone_key AS PhoneKey,
        ending_key AS EndingKey, litres AS Litres, quote AS Quote, secret AS Secret, state AS State, sequence AS Sequence, created_at AS CreatedAt
        """;

    /// <summary>Keeps a new booking and the first line of its history.</summary>
    public static async Task InsertAsync(DbTransaction transaction, StoredBooking booking)
    {
        await transaction.Connection!.ExecuteAsync("""
            INSERT INTO booking (reference, label, hold, slot, area, day, part, village, address_key, phone_key, ending_key, litres, quote, secret,
                                 state, state_by, sequence, created_at, changed_at)
            VALUES (@Reference, @Label, @Hold, @Slot, @Area, @Day, @Part, @Village, @AddressKey, @PhoneKey, @EndingKey, @Litres, @Quote, @Secret,
                    @State, 'resident', @Sequence, @At, @At)
            """, Values(booking, booking.CreatedAt), transaction);
        await NoteAsync(transaction, booking, "booked", "resident", booking.CreatedAt);
    }

    /// <summary>Writes what a change may touch, if nobody else changed the booking meanwhile; false then, and for one that is not open.</summary>
    public static async Task<bool> ChangeAsync(DbTransaction transaction, StoredBooking changed, string what, DateTimeOffset at)
    {
        var rows = await transaction.Connection!.ExecuteAsync("""
            UPDATE booking SET label = @Label, slot = @Slot, area = @Area, day = @Day, part = @Part, litres = @Litres, quote = @Quote, secret = @Secret,
                               sequence = @Sequence, changed_at = @At
            WHERE reference = @Reference AND sequence = @Sequence - 1 AND state = 'booked'
            """, Values(changed, at), transaction);
        if (rows == 1)
        {
            await NoteAsync(transaction, changed, what, "resident", at);
        }

        return rows == 1;
    }

    /// <summary>Cancels an open booking; false when it is not open. Exactly one of several callers gets true.</summary>
    public static async Task<bool> CancelAsync(DbTransaction transaction, StoredBooking booking, string by, DateTimeOffset at)
    {
        var rows = await transaction.Connection!.ExecuteAsync("""
            UPDATE booking SET state = 'cancelled', state_by = @by, sequence = sequence + 1, changed_at = @at
            WHERE reference = @Reference AND state = 'booked'
            """, new { booking.Reference, by, at = at.ToUnixTimeMilliseconds() }, transaction);
        if (rows == 1)
        {
            await NoteAsync(transaction, booking with { Sequence = booking.Sequence + 1 }, "cancelled", by, at);
        }

        return rows == 1;
    }

    /// <summary>The booking with this number; null when there is none.</summary>
    public static async Task<StoredBooking?> FindAsync(DbConnection connection, string reference, DbTransaction? transaction = null) =>
        (await connection.QuerySingleOrDefaultAsync<Row>($"SELECT {Columns} FROM booking WHERE reference = @reference", new { reference }, transaction))?.ToBooking();

    /// <summary>The bookings of a day, cancelled ones included.</summary>
    public static async Task<IReadOnlyList<StoredBooking>> OfDayAsync(DbConnection connection, DateOnly day) =>
        [.. (await connection.QueryAsync<Row>($"SELECT {Columns} FROM booking WHERE day = @day ORDER BY label", new { day = SlotStore.Day(day) })).Select(r => r.ToBooking())];

    /// <summary>Bookings by phone that are still to be collected. Call it behind the gate of that phone.</summary>
    public static Task<long> OpenOfPhoneAsync(DbTransaction transaction, string phoneKey, DateOnly today) => transaction.Connection!.ExecuteScalarAsync<long>(
        "SELECT COUNT(*) FROM booking WHERE phone_key = @phoneKey AND state = 'booked' AND day >= @today", new { phoneKey, today = SlotStore.Day(today) }, transaction);

    /// <summary>Bookings of an address that are still to be collected. Call it behind the gate of that address.</summary>
    public static Task<long> OpenOfAddressAsync(DbTransaction transaction, string addressKey, DateOnly today) => transaction.Connection!.ExecuteScalarAsync<long>(
        "SELECT COUNT(*) FROM booking WHERE address_key = @addressKey AND state = 'booked' AND day >= @today", new { addressKey, today = SlotStore.Day(today) }, transaction);

    /// <summary>The next number of a township's day, for a label; a number is never given twice.</summary>
    public static Task<long> NextLabelAsync(DbTransaction transaction, string township, DateOnly day) => transaction.Connection!.ExecuteScalarAsync<long>("""
        INSERT INTO booking_label (township, day, last) VALUES (@township, @day, 1)
        ON CONFLICT (township, day) DO UPDATE SET last = booking_label.last + 1
        RETURNING last
        """, new { township, day = SlotStore.Day(day) }, transaction);

    private static Task<int> NoteAsync(DbTransaction transaction, StoredBooking booking, string what, string by, DateTimeOffset at) =>
        transaction.Connection!.ExecuteAsync("""
            INSERT INTO booking_history (reference, sequence, at, what, by_whom, slot, quote) VALUES (@Reference, @Sequence, @at, @what, @by, @Slot, @Quote)
            """,
            new { booking.Reference, booking.Sequence, at = at.ToUnixTimeMilliseconds(), what, by, Slot = booking.Slot.ToString(), booking.Quote }, transaction);

    private static object Values(StoredBooking booking, DateTimeOffset at) => new
    {
        booking.Reference,
        booking.Label,
        booking.Hold,
        Slot = booking.Slot.ToString(),
        booking.Slot.Area,
        Day = SlotStore.Day(booking.Slot.Date),
        Part = booking.Slot.Window,
        booking.Village,
        booking.AddressKey,
        booking.PhoneKey,
        booking.EndingKey,
        booking.Litres,
        booking.Quote,
        booking.Secret,
        booking.State,
        booking.Sequence,
        At = at.ToUnixTimeMilliseconds(),
    };

    private sealed record Row(string Reference, string Label, string Hold, string Slot, string Village, string AddressKey, string PhoneKey,
        string EndingKey, long Litres, string Quote, byte[]? Secret, string State, long Sequence, long CreatedAt)
    {
        public StoredBooking ToBooking() => new(Reference, Label, Hold,
            SlotId.TryParse(Slot, out var slot) ? slot : throw new InvalidDataException($"broken slot id {Slot}"), Village, AddressKey, PhoneKey, EndingKey,
            (int)Litres, Quote, Secret, State, (int)Sequence, DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt));
    }
}
