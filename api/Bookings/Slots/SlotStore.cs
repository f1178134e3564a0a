using System.Data.Common;
using System.Globalization;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Slots;

/// <summary>
/// What is taken of the slots. Capacity is taken by one conditional statement whose row count is the answer; nothing is
/// counted first. The order of rows touched is always stop, then slot, then the shares of its services, and slots in the order of
/// their id, so that two transactions never wait for each other in a circle.
/// </summary>
public static class SlotStore
{
    // The stop was counted just before: the first job of an address takes one, the others none.
    private const string TakeSlot = """
        INSERT INTO booking_slot (slot, area, day, part, stops_taken, stops_capacity, litres_taken, litres_capacity)
        SELECT @slot, @area, @day, @part, CASE WHEN jobs = 1 THEN 1 ELSE 0 END, @stopsCapacity, @litres, @litresCapacity
        FROM booking_stop WHERE slot = @slot AND address_key = @address
        ON CONFLICT (slot) DO UPDATE SET
            stops_taken = booking_slot.stops_taken + excluded.stops_taken, stops_capacity = excluded.stops_capacity,
            litres_taken = booking_slot.litres_taken + excluded.litres_taken, litres_capacity = excluded.litres_capacity
        WHERE booking_slot.stops_taken + excluded.stops_taken <= excluded.stops_capacity
          AND booking_slot.litres_taken + excluded.litres_taken <= excluded.litres_capacity
        RETURNING 1
        """;

    private const string TakeStop = """
        INSERT INTO booking_stop (slot, address_key, jobs) VALUES (@slot, @address, 1)
        ON CONFLICT (slot, address_key) DO UPDATE SET jobs = booking_stop.jobs + 1
        RETURNING jobs
        """;

    private const string ReleaseStop = """
        UPDATE booking_stop SET jobs = jobs - 1 WHERE slot = @slot AND address_key = @address RETURNING jobs
        """;

    private const string Release = """
        UPDATE booking_slot SET stops_taken = stops_taken - @stops, litres_taken = litres_taken - @litres WHERE slot = @slot
        """;

    private const string TakeShare = """
        INSERT INTO booking_share (slot, service, litres_taken, litres_capacity) VALUES (@slot, @service, @litres, @capacity)
        ON CONFLICT (slot, service) DO UPDATE SET litres_taken = booking_share.litres_taken + excluded.litres_taken, litres_capacity = excluded.litres_capacity
        WHERE booking_share.litres_taken + excluded.litres_taken <= excluded.litres_capacity
        RETURNING 1
        """;

    private const string ReleaseShare = """
        UPDATE booking_share SET litres_taken = litres_taken - @litres WHERE slot = @slot AND service = @service
        """;

    /// <summary>What is taken of an area's slots from a day to a day, both included.</summary>
    public static async Task<IReadOnlyDictionary<SlotId, Taken>> TakenAsync(DbConnection connection, string area, DateOnly from, DateOnly to, DbTransaction? transaction = null)
    {
        var which = new { area, from = Day(from), to = Day(to) };
        var shares = (await connection.QueryAsync<(string Slot, string Service, long Litres)>("""
            SELECT booking_share.slot, service, booking_share.litres_taken FROM booking_share JOIN booking_slot ON booking_slot.slot = booking_share.slot
            WHERE area = @area AND day >= @from AND day <= @to
            """, which, transaction)).ToLookup(r => r.Slot, r => (r.Service, Litres: (int)r.Litres));
        var rows = await connection.QueryAsync<(string Slot, long Stops, long Litres)>(
            "SELECT slot, stops_taken, litres_taken FROM booking_slot WHERE area = @area AND day >= @from AND day <= @to", which, transaction);
        return rows.ToDictionary(
            r => SlotId.TryParse(r.Slot, out var id) ? id : throw new InvalidDataException($"broken slot id {r.Slot}"),
            r => new Taken((int)r.Stops, (int)r.Litres, shares[r.Slot].ToDictionary(s => s.Service, s => s.Litres, StringComparer.Ordinal)));
    }

    /// <summary>
    /// Takes a job's stop, volume and shares. False, and nothing taken, when one of them is exhausted. A second job of one address takes no second stop.
    /// </summary>
    public static async Task<bool> TakeAsync(DbTransaction transaction, Place place, SlotRoom room)
    {
        var batch = new Batch(transaction);
        var taking = Take(batch, place, room);
        await batch.RunAsync();
        if (!taking.IsDone)
        {
            await GiveBackAsync(transaction, place, taking);
        }

        return taking.IsDone;
    }

    /// <summary>
    /// The same within a batch, for a caller that rolls its transaction back when the taking turns out not to be done: some of it may have been taken then.
    /// </summary>
    public static Taking Take(Batch batch, Place place, SlotRoom room)
    {
        var (slot, capacity, shares) = (place.Slot.ToString(), room.Capacity, SlotShares.Read(place.Shares).ToList());
        if (place.Litres > capacity.Litres || shares.Any(s => s.Litres > room.Shares.GetValueOrDefault(s.Service)))
        {
            return Taking.None; // the insert would not be refused by the WHERE of its update, only by the CHECK
        }

        var jobs = batch.AskNumber(TakeStop, ("slot", slot), ("address", place.Address));
        var whole = batch.AskNumber(TakeSlot, ("slot", slot), ("area", place.Slot.Area), ("day", Day(place.Slot.Date)), ("part", place.Slot.Window), ("address", place.Address),
            ("stopsCapacity", capacity.Stops), ("litres", place.Litres), ("litresCapacity", capacity.Litres));
        return new Taking(jobs, whole, [.. shares.Select(s => (s.Service, s.Litres, batch.AskNumber(
            TakeShare, ("slot", slot), ("service", s.Service), ("litres", s.Litres), ("capacity", room.Shares[s.Service]))))]);
    }

    /// <summary>Gives back exactly what a job took; the caller's own conditional update makes sure that it happens once.</summary>
    public static async Task ReleaseAsync(DbTransaction transaction, Place place)
    {
        var stops = await DropStopAsync(transaction, place.Slot, place.Address) ? 1 : 0;
        var slot = place.Slot.ToString();
        await transaction.Connection!.ExecuteAsync(Release, new { slot, stops, litres = place.Litres }, transaction);
        foreach (var (service, litres) in SlotShares.Read(place.Shares))
        {
            await transaction.Connection!.ExecuteAsync(ReleaseShare, new { slot, service, litres }, transaction);
        }
    }

    /// <summary>Moves a job from one slot, address and volume to another, at once or not at all (false; the caller then rolls back).</summary>
    public static async Task<bool> MoveAsync(DbTransaction transaction, Place old, Place now, SlotRoom room)
    {
        if (string.CompareOrdinal(now.Slot.ToString(), old.Slot.ToString()) < 0)
        {
            var taken = await TakeAsync(transaction, now, room);
            await ReleaseAsync(transaction, old);
            return taken;
        }

        await ReleaseAsync(transaction, old);
        return await TakeAsync(transaction, now, room);
    }

    /// <summary>Keeps the order of locks for a caller that must take the new place before it gives the old one back: locks the old one first when it comes first.</summary>
    public static async Task LockEarlierAsync(DbTransaction transaction, Dialect dialect, Place old, SlotId now)
    {
        if (dialect == Dialect.Postgres && string.CompareOrdinal(old.Slot.ToString(), now.ToString()) < 0)
        {
            var which = new { slot = old.Slot.ToString(), address = old.Address };
            await transaction.Connection!.ExecuteAsync("SELECT 1 FROM booking_stop WHERE slot = @slot AND address_key = @address FOR UPDATE", which, transaction);
            await transaction.Connection!.ExecuteAsync("SELECT 1 FROM booking_slot WHERE slot = @slot FOR UPDATE", which, transaction);
        }
    }

    /// <summary>Keeps the order of locks (stops before their slot) for a job that changes its address on one slot: both stops are locked before either counts.</summary>
    public static async Task LockStopsAsync(DbTransaction transaction, Dialect dialect, Place old, Place now)
    {
        if (dialect == Dialect.Postgres && old.Slot == now.Slot && old.Address != now.Address)
        {
            await transaction.Connection!.ExecuteAsync(
                "SELECT 1 FROM booking_stop WHERE slot = @slot AND address_key IN (@from, @to) ORDER BY address_key FOR UPDATE", new { slot = old.Slot.ToString(), from = old.Address, to = now.Address }, transaction);
        }
    }

    // What a taking got hold of before it failed, in the order in which it was taken.
    private static async Task GiveBackAsync(DbTransaction transaction, Place place, Taking taking)
    {
        var (slot, address, connection) = (place.Slot.ToString(), place.Address, transaction.Connection!);
        if (taking.Jobs.Value == 0)
        {
            return;
        }

        var stops = await DropStopAsync(transaction, place.Slot, address) ? 1 : 0;
        if (taking.Whole.Value == 1)
        {
            await connection.ExecuteAsync(Release, new { slot, stops, litres = place.Litres }, transaction);
        }

        foreach (var (service, litres, _) in taking.Shares.Where(share => share.Taken.Value == 1))
        {
            await connection.ExecuteAsync(ReleaseShare, new { slot, service, litres }, transaction);
        }
    }

    /// <summary>A day as it is stored.</summary>
    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // True when it was the last job of the address on the slot.
    private static async Task<bool> DropStopAsync(DbTransaction transaction, SlotId slot, string address)
    {
        var which = new { slot = slot.ToString(), address };
        if (await transaction.Connection!.ExecuteScalarAsync<long>(ReleaseStop, which, transaction) > 0)
        {
            return false;
        }

        await transaction.Connection!.ExecuteAsync("DELETE FROM booking_stop WHERE slot = @slot AND address_key = @address", which, transaction);
        return true;
    }
}

/// <summary>What one job takes, and where.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Address">Keyed hash of the address.</param>
/// <param name="Litres">Volume.</param>
/// <param name="Shares">Volume of each service, as <see cref="SlotShares"/> writes it.</param>
public sealed record Place(SlotId Slot, string Address, int Litres, string Shares);

/// <summary>A place that is being taken; its answers are there once the batch has run.</summary>
/// <param name="Jobs">How many jobs the address has on the slot now; 0 when nothing was tried.</param>
/// <param name="Whole">1 when stop and volume were taken.</param>
/// <param name="Shares">1 for each service whose share was taken.</param>
public sealed record Taking(Answer<long> Jobs, Answer<long> Whole, IReadOnlyList<(string Service, int Litres, Answer<long> Taken)> Shares)
{
    /// <summary>Of something that can fit into no slot.</summary>
    internal static Taking None => new(new(0), new(0), []);

    /// <summary>Was everything taken?</summary>
    public bool IsDone => Whole.Value == 1 && Shares.All(share => share.Taken.Value == 1);
}
