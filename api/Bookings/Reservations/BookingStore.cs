using System.Data.Common;
using System.Globalization;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Persistence;

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
/// <param name="Class">Code of the class that books.</param>
/// <param name="Shares">Volume taken of each service, as <see cref="SlotShares"/> writes it.</param>
/// <param name="Access">How near a truck comes, see <see cref="Holds.DoorAccess"/>.</param>
/// <param name="Channel">web, phone or agent.</param>
/// <param name="Secret">Personal data, encrypted; null once erased.</param>
/// <param name="State">See <see cref="BookingState"/>.</param>
/// <param name="StateBy">Who brought it into this state: resident, phone, agent, crew, dispatcher or job.</param>
/// <param name="Reason">Code of why it is in this state; null when none is given.</param>
/// <param name="PostponedFrom">The day that was called off, if it was moved because of that.</param>
/// <param name="Sequence">Counts everything that happened to it.</param>
/// <param name="CreatedAt">When it was confirmed.</param>
public sealed record StoredBooking(string Reference, string Label, string Hold, SlotId Slot, string Village, string AddressKey, string PhoneKey,
    string EndingKey, int Litres, string Quote, string Class, string Shares, string Access, string Channel, byte[]? Secret, string State, string StateBy,
    string? Reason, DateOnly? PostponedFrom, int Sequence, DateTimeOffset CreatedAt)
{
    /// <summary>When the pickup of its day was reported as missed; null when it was not.</summary>
    public DateTimeOffset? MissedAt { get; init; }

    /// <summary>What it takes, and where.</summary>
    public Place Place => new(Slot, AddressKey, Litres, Shares);

    /// <summary>Codes of its services, sorted.</summary>
    public IReadOnlyList<string> Services => [.. SlotShares.Read(Shares).Select(s => s.Service)];
}

/// <summary>The SQL of bookings.</summary>
public static class BookingStore
{
    private const string Columns = """
        reference AS Reference, label AS Label, hold AS Hold, slot AS Slot, village AS Village, address_key AS AddressKey, phone_key AS PhoneKey,
        ending_key AS EndingKey, litres AS Litres, quote AS Quote, class AS Class, shares AS Shares, access AS Access, channel AS Channel, secret AS Secret,
        state AS State, state_by AS StateBy, reason AS Reason, postponed_from AS PostponedFrom,
        (SELECT reported_at FROM booking_missed WHERE booking_missed.reference = booking.reference AND booking_missed.day = booking.day) AS MissedAt, sequence AS Sequence, created_at AS CreatedAt
        """;

    private const string StillToCollect = "(state = 'postponed' OR (state IN ('booked', 'assigned') AND day >= @today))";

    /// <summary>Keeps a new booking; the caller notes the change.</summary>
    public static void Insert(Batch batch, StoredBooking booking) => batch.Do("""
        INSERT INTO booking (reference, label, hold, slot, area, day, part, village, address_key, phone_key, ending_key, litres, quote, class, services, shares,
                             access, channel, secret, state, state_by, reason, postponed_from, sequence, created_at, changed_at)
        VALUES (@Reference, @Label, @Hold, @Slot, @Area, @Day, @Part, @Village, @AddressKey, @PhoneKey, @EndingKey, @Litres, @Quote, @Class, @Services, @Shares,
                @Access, @Channel, @Secret, @State, @StateBy, NULL, NULL, @Sequence, @At, @At)
        """,
        ("Reference", booking.Reference),
        ("Label", booking.Label),
        ("Hold", booking.Hold),
        ("Slot", booking.Slot.ToString()),
        ("Area", booking.Slot.Area),
        ("Day", SlotStore.Day(booking.Slot.Date)),
        ("Part", booking.Slot.Window),
        ("Village", booking.Village),
        ("AddressKey", booking.AddressKey),
        ("PhoneKey", booking.PhoneKey),
        ("EndingKey", booking.EndingKey),
        ("Litres", booking.Litres),
        ("Quote", booking.Quote),
        ("Class", booking.Class),
        ("Services", SlotShares.Services(booking.Shares)),
        ("Shares", booking.Shares),
        ("Access", booking.Access),
        ("Channel", booking.Channel),
        ("Secret", booking.Secret),
        ("State", booking.State),
        ("StateBy", booking.StateBy),
        ("Sequence", booking.Sequence),
        ("At", booking.CreatedAt.ToUnixTimeMilliseconds()));

    /// <summary>
    /// Writes a changed booking if nobody else changed it meanwhile; false then. <paramref name="changed"/> counts one more than <paramref name="before"/>;
    /// the caller notes the change.
    /// </summary>
    public static async Task<bool> ChangeAsync(DbTransaction transaction, StoredBooking before, StoredBooking changed, DateTimeOffset at) =>
        await transaction.Connection!.ExecuteAsync("""
            UPDATE booking SET label = @Label, slot = @Slot, area = @Area, day = @Day, part = @Part, address_key = @AddressKey, litres = @Litres, quote = @Quote, services = @Services,
                               shares = @Shares, access = @Access, secret = @Secret, state = @State, state_by = @StateBy, reason = @Reason,
                               postponed_from = @PostponedFrom, sequence = @Sequence, changed_at = @At
            WHERE reference = @Reference AND sequence = @Sequence - 1 AND state = @Before
            """, Values(changed, at, before.State), transaction) == 1;

    /// <summary>
    /// Brings a booking from one of some states into another; the booking as it is now, or null when it was in none of them. Exactly one of several
    /// callers gets it. What it took stays taken, and the caller notes the change.
    /// </summary>
    public static async Task<StoredBooking?> ChangeStateAsync(DbTransaction transaction, StoredBooking booking, IReadOnlyList<string> from, string to,
        string by, DateTimeOffset at, string? reason)
    {
        var rows = await transaction.Connection!.ExecuteAsync("""
            UPDATE booking SET state = @to, state_by = @by, reason = @reason, sequence = sequence + 1, changed_at = @at
            WHERE reference = @Reference AND @from LIKE '%,' || state || ',%'
            """, new { booking.Reference, from = $",{string.Join(',', from)},", to, by, reason, at = at.ToUnixTimeMilliseconds() }, transaction);
        return rows == 1 ? await FindAsync(transaction.Connection!, booking.Reference, transaction) : null;
    }

    /// <summary>Counts something that happened to a booking and left it as it was (a report, a discrepancy); the booking with its new count. The caller notes it.</summary>
    public static async Task<StoredBooking> CountAsync(DbTransaction transaction, StoredBooking booking, DateTimeOffset at)
    {
        await transaction.Connection!.ExecuteAsync(
            "UPDATE booking SET sequence = sequence + 1, changed_at = @at WHERE reference = @Reference", new { booking.Reference, at = at.ToUnixTimeMilliseconds() }, transaction);
        return (await FindAsync(transaction.Connection!, booking.Reference, transaction))!;
    }

    /// <summary>The booking with this number; null when there is none.</summary>
    public static async Task<StoredBooking?> FindAsync(DbConnection connection, string reference, DbTransaction? transaction = null) =>
        (await connection.QuerySingleOrDefaultAsync<Row>($"SELECT {Columns} FROM booking WHERE reference = @reference", new { reference }, transaction))?.ToBooking();

    /// <summary>The same, and nobody else changes it until the transaction ends. Call it after the gates and before any stop or slot.</summary>
    public static async Task<StoredBooking?> LockAsync(DbTransaction transaction, Dialect dialect, string reference)
    {
        const string Find = $"SELECT {Columns} FROM booking WHERE reference = @reference";
        const string AndLock = Find + " FOR UPDATE"; // SQLite has one writer and needs none
        return (await transaction.Connection!.QuerySingleOrDefaultAsync<Row>(dialect == Dialect.Postgres ? AndLock : Find, new { reference }, transaction))?.ToBooking();
    }

    /// <summary>The bookings of a day, cancelled ones included.</summary>
    public static async Task<IReadOnlyList<StoredBooking>> OfDayAsync(DbConnection connection, DateOnly day, DbTransaction? transaction = null) =>
        [.. (await connection.QueryAsync<Row>($"SELECT {Columns} FROM booking WHERE day = @day ORDER BY label", new { day = SlotStore.Day(day) }, transaction)).Select(r => r.ToBooking())];

    /// <summary>Bookings to be collected after a day.</summary>
    public static async Task<IReadOnlyList<StoredBooking>> OpenAfterAsync(DbConnection connection, DateOnly day) => [.. (await connection.QueryAsync<Row>(
        $"SELECT {Columns} FROM booking WHERE day > @day AND state IN ('booked', 'assigned')", new { day = SlotStore.Day(day) })).Select(r => r.ToBooking())];

    /// <summary>Bookings by phone that are still to be collected. Ask it behind the gate of that phone.</summary>
    public static Answer<long> OpenOfPhone(Batch batch, string phoneKey, DateOnly today) => batch.AskNumber(
        "SELECT COUNT(*) FROM booking WHERE phone_key = @phoneKey AND " + StillToCollect, ("phoneKey", phoneKey), ("today", SlotStore.Day(today)));

    /// <summary>Bookings of an address that are still to be collected. Ask it behind the gate of that address.</summary>
    public static Answer<long> OpenOfAddress(Batch batch, string addressKey, DateOnly today) => batch.AskNumber(
        "SELECT COUNT(*) FROM booking WHERE address_key = @addressKey AND " + StillToCollect, ("addressKey", addressKey), ("today", SlotStore.Day(today)));

    /// <summary>The next number of a township's day, for a label; a number is never given twice. Ask it before any stop or slot is taken.</summary>
    public static async Task<long> NextLabelAsync(DbTransaction transaction, string township, DateOnly day)
    {
        var batch = new Batch(transaction);
        var number = NextLabel(batch, township, day);
        await batch.RunAsync();
        return number.Value;
    }

    /// <summary>The same within a batch.</summary>
    public static Answer<long> NextLabel(Batch batch, string township, DateOnly day) => batch.AskNumber("""
        INSERT INTO booking_label (township, day, last) VALUES (@township, @day, 1)
        ON CONFLICT (township, day) DO UPDATE SET last = booking_label.last + 1
        RETURNING last
        """, ("township", township), ("day", SlotStore.Day(day)));

    /// <summary>A line of the history; <see cref="BookingChanges"/> alone calls it.</summary>
    internal static void Note(Batch batch, BookingChange change) => batch.Do("""
        INSERT INTO booking_history (reference, sequence, at, what, by_whom, slot, quote, reason) VALUES (@Reference, @Sequence, @at, @What, @By, @Slot, @Quote, @Reason)
        """,
        ("Reference", change.After.Reference),
        ("Sequence", change.After.Sequence),
        ("at", change.At.ToUnixTimeMilliseconds()),
        ("What", change.What),
        ("By", change.By),
        ("Slot", change.After.Slot.ToString()),
        ("Quote", change.After.Quote),
        ("Reason", change.Reason));

    private static object Values(StoredBooking booking, DateTimeOffset at, string before = "") => new
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
        booking.Class,
        Services = SlotShares.Services(booking.Shares),
        booking.Shares,
        booking.Access,
        booking.Channel,
        booking.Secret,
        booking.State,
        booking.StateBy,
        booking.Reason,
        PostponedFrom = booking.PostponedFrom is { } day ? SlotStore.Day(day) : null,
        booking.Sequence,
        Before = before,
        At = at.ToUnixTimeMilliseconds(),
    };

    private sealed record Row(string Reference, string Label, string Hold, string Slot, string Village, string AddressKey, string PhoneKey,
        string EndingKey, long Litres, string Quote, string Class, string Shares, string Access, string Channel, byte[]? Secret, string State, string StateBy,
        string? Reason, string? PostponedFrom, long? MissedAt, long Sequence, long CreatedAt)
    {
        public StoredBooking ToBooking() => new(Reference, Label, Hold,
            SlotId.TryParse(Slot, out var slot) ? slot : throw new InvalidDataException($"broken slot id {Slot}"), Village, AddressKey, PhoneKey, EndingKey,
            (int)Litres, Quote, Class, Shares, Access, Channel, Secret, State, StateBy, Reason,
            PostponedFrom is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null, (int)Sequence, DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt))
        {
            MissedAt = MissedAt is { } missed ? DateTimeOffset.FromUnixTimeMilliseconds(missed) : null,
        };
    }
}
