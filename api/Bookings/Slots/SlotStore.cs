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
    private const string Take = """
        INSERT INTO booking_slot (slot, area, day, part, stops_taken, stops_capacity, litres_taken, litres_capacity)
        VALUES (@Slot, @Area, @Day, @Part, @Stops, @StopsCapacity, @Litres, @LitresCapacity)
        ON CONFLICT (slot) DO UPDATE SET
            stops_taken = booking_slot.stops_taken + excluded.stops_taken, stops_capacity = excluded.stops_capacity,
            litres_taken = booking_slot.litres_taken + excluded.litres_taken, litres_capacity = excluded.litres_capacity
        WHERE booking_slot.stops_taken + excluded.stops_taken <= excluded.stops_capacity
          AND booking_slot.litres_taken + excluded.litres_taken <= excluded.litres_capacity
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
        var connection = transaction.Connection!;
        var (slot, capacity) = (place.Slot, room.Capacity);
        if (place.Litres > capacity.Litres || SlotShares.Read(place.Shares).Any(s => s.Litres > room.Shares.GetValueOrDefault(s.Service)))
        {
            return false; // the insert would not be refused by the WHERE of its update, only by the CHECK
        }

        var jobs = await connection.ExecuteScalarAsync<long>(TakeStop, new { slot = slot.ToString(), address = place.Address }, transaction);
        var row = new
        {
            Slot = slot.ToString(),
            slot.Area,
            Day = Day(slot.Date),
            Part = slot.Window,
            Stops = jobs == 1 ? 1 : 0,
            StopsCapacity = capacity.Stops,
            place.Litres,
            LitresCapacity = capacity.Litres,
        };
        if (await connection.ExecuteAsync(Take, row, transaction) == 1)
        {
            if (await TakeSharesAsync(transaction, place, room))
            {
                return true;
            }

            await connection.ExecuteAsync(Release, new { slot = slot.ToString(), stops = row.Stops, litres = place.Litres }, transaction);
        }

        await DropStopAsync(transaction, slot, place.Address);
        return false;
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

    private static async Task<bool> TakeSharesAsync(DbTransaction transaction, Place place, SlotRoom room)
    {
        List<(string Service, int Litres)> taken = [];
        var slot = place.Slot.ToString();
        foreach (var (service, litres) in SlotShares.Read(place.Shares))
        {
            if (await transaction.Connection!.ExecuteAsync(TakeShare, new { slot, service, litres, capacity = room.Shares[service] }, transaction) == 1)
            {
                taken.Add((service, litres));
                continue;
            }

            foreach (var (other, back) in taken)
            {
                await transaction.Connection!.ExecuteAsync(ReleaseShare, new { slot, service = other, litres = back }, transaction);
            }

            return false;
        }

        return true;
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
