using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Holds;

/// <summary>A slot kept for somebody who fills in the form.</summary>
/// <param name="Id">Time and 128 random bits; knowing it is the right to confirm it.</param>
/// <param name="Slot">What is kept.</param>
/// <param name="Village">12-digit code.</param>
/// <param name="AddressKey">Keyed hash of the address; of the hold itself when the address has no door number.</param>
/// <param name="HasDoor">Did the address have a door number?</param>
/// <param name="Litres">Volume kept.</param>
/// <param name="Quote">The quote, as JSON: what the resident saw is what is booked, whatever the catalogue says later.</param>
/// <param name="Booker">Code of the class that books.</param>
/// <param name="Shares">Volume kept of each service, as <see cref="SlotShares"/> writes it.</param>
/// <param name="Access">How near a truck comes, see <see cref="DoorAccess"/>.</param>
/// <param name="Secret">The address, encrypted.</param>
/// <param name="State">held, confirmed, released, replaced or expired.</param>
/// <param name="ExpiresAt">When it may be given to others.</param>
public sealed record StoredHold(string Id, SlotId Slot, string Village, string AddressKey, bool HasDoor, int Litres, string Quote,
    string Booker, string Shares, string Access, byte[] Secret, string State, DateTimeOffset ExpiresAt)
{
    /// <summary>What it takes, and where.</summary>
    public Place Place => new(Slot, AddressKey, Litres, Shares);
}

/// <summary>The SQL of holds.</summary>
public static class HoldStore
{
    private const string Columns =
        "hold AS Id, slot AS Slot, village AS Village, address_key AS AddressKey, has_door AS HasDoor, litres AS Litres, quote AS Quote, class AS Booker, shares AS Shares, access AS Access, secret AS Secret, state AS State, expires_at AS ExpiresAt";

    private const string ById = $"SELECT {Columns} FROM booking_hold WHERE hold = @id AND secret IS NOT NULL";

    /// <summary>Keeps a new hold, whose place was taken in the same transaction.</summary>
    public static void Insert(Batch batch, StoredHold hold, string client, DateTimeOffset now) => batch.Do("""
        INSERT INTO booking_hold (hold, slot, village, address_key, has_door, litres, quote, class, services, shares, access, secret, client_key, state, created_at, expires_at)
        VALUES (@Id, @Slot, @Village, @AddressKey, @HasDoor, @Litres, @Quote, @Booker, @Services, @Shares, @Access, @Secret, @Client, 'held', @CreatedAt, @ExpiresAt)
        """,
        ("Id", hold.Id),
        ("Slot", hold.Slot.ToString()),
        ("Village", hold.Village),
        ("AddressKey", hold.AddressKey),
        ("HasDoor", hold.HasDoor ? 1 : 0),
        ("Litres", hold.Litres),
        ("Quote", hold.Quote),
        ("Booker", hold.Booker),
        ("Services", SlotShares.Services(hold.Shares)),
        ("Shares", hold.Shares),
        ("Access", hold.Access),
        ("Secret", hold.Secret),
        ("Client", client),
        ("CreatedAt", now.ToUnixTimeMilliseconds()),
        ("ExpiresAt", hold.ExpiresAt.ToUnixTimeMilliseconds()));

    /// <summary>The hold, in whatever state; null when it was never there or was cleared away.</summary>
    public static async Task<StoredHold?> FindAsync(DbConnection connection, string id, DbTransaction? transaction = null) =>
        (await connection.QuerySingleOrDefaultAsync<Row>(ById, new { id }, transaction))?.ToHold();

    /// <summary>The same within a batch.</summary>
    public static Answer<StoredHold?> Find(Batch batch, string id) => batch.Ask(ById, Read, null, ("id", id));

    /// <summary>Moves a hold from one state (or one of two) to another; false when it is in neither. Exactly one of several callers gets true.</summary>
    public static async Task<bool> ChangeAsync(DbTransaction transaction, string id, string state, string from, string? orFrom = null) =>
        await transaction.Connection!.ExecuteAsync(
            "UPDATE booking_hold SET state = @state WHERE hold = @id AND (state = @from OR state = @orFrom)",
            new { id, state, from, orFrom = orFrom ?? from }, transaction) == 1;

    /// <summary>Confirms a hold that is held, within a batch; 1 for exactly one of several callers.</summary>
    public static Answer<long> Confirm(Batch batch, string id) =>
        batch.AskNumber("UPDATE booking_hold SET state = 'confirmed' WHERE hold = @id AND state = 'held' RETURNING 1", ("id", id));

    /// <summary>The hold that an address has now; null when it has none.</summary>
    public static Answer<StoredHold?> OfAddress(Batch batch, string addressKey) =>
        batch.Ask($"SELECT {Columns} FROM booking_hold WHERE address_key = @addressKey AND state = 'held' ORDER BY hold LIMIT 1", Read, null, ("addressKey", addressKey));

    /// <summary>How many unconfirmed holds a client has.</summary>
    public static Answer<long> CountOfClient(Batch batch, string client) =>
        batch.AskNumber("SELECT COUNT(*) FROM booking_hold WHERE client_key = @client AND state = 'held'", ("client", client));

    /// <summary>Holds whose time has run out, the oldest first.</summary>
    public static async Task<IReadOnlyList<StoredHold>> ExpiredAsync(DbConnection connection, DateTimeOffset now, int most) =>
        [.. (await connection.QueryAsync<Row>(
            $"SELECT {Columns} FROM booking_hold WHERE state = 'held' AND expires_at <= @at ORDER BY expires_at, hold LIMIT @most",
            new { at = now.ToUnixTimeMilliseconds(), most })).Select(r => r.ToHold())];

    /// <summary>The holds that keep a slot.</summary>
    public static async Task<IReadOnlyList<StoredHold>> HeldOnAsync(DbTransaction transaction, SlotId slot) =>
        [.. (await transaction.Connection!.QueryAsync<Row>(
            $"SELECT {Columns} FROM booking_hold WHERE state = 'held' AND slot = @slot ORDER BY hold", new { slot = slot.ToString() }, transaction)).Select(r => r.ToHold())];

    /// <summary>Forgets holds, with their addresses, that ran out before an instant.</summary>
    public static Task<int> ForgetAsync(DbTransaction transaction, DateTimeOffset before) => transaction.Connection!.ExecuteAsync(
        "DELETE FROM booking_hold WHERE state <> 'held' AND expires_at < @before", new { before = before.ToUnixTimeMilliseconds() }, transaction);

    private static StoredHold? Read(DbDataReader reader) => reader.GetRowParser<Row>()(reader).ToHold();

    private sealed record Row(string Id, string Slot, string Village, string AddressKey, long HasDoor, long Litres, string Quote, string Booker, string Shares, string Access, byte[] Secret,
        string State, long ExpiresAt)
    {
        public StoredHold ToHold() => new(Id, SlotId.TryParse(Slot, out var slot) ? slot : throw new InvalidDataException($"broken slot id {Slot}"),
            Village, AddressKey, HasDoor != 0, (int)Litres, Quote, Booker, Shares, Access, Secret, State, DateTimeOffset.FromUnixTimeMilliseconds(ExpiresAt));
    }
}
