using System.Data.Common;
using System.Globalization;
using Dapper;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Slots;

/// <summary>
/// What is taken of the slots. Capacity is taken by one conditional statement whose row count is the answer; nothing is
/// counted first. The order of rows touched is always stop, then slot, and slots in the order of their id, so that two
/// transactions never wait for each other in a circle.
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

    /// <summary>What is taken of an area's slots from a day to a day, both included.</summary>
    public static async Task<IReadOnlyDictionary<SlotId, Taken>> TakenAsync(DbConnection connection, string area, DateOnly from, DateOnly to)
    {
        var rows = await connection.QueryAsync<(string Slot, long Stops, long Litres)>(
            "SELECT slot, stops_taken, litres_taken FROM booking_slot WHERE area = @area AND day >= @from AND day <= @to",
            new { area, from = Day(from), to = Day(to) });
        return rows.ToDictionary(
            r => SlotId.TryParse(r.Slot, out var id) ? id : throw new InvalidDataException($"broken slot id {r.Slot}"),
            r => new Taken((int)r.Stops, (int)r.Litres));
    }

    /// <summary>Takes a job's stop and volume. False, and nothing taken, when either is exhausted. A second job of one address takes no second stop.</summary>
    public static async Task<bool> TakeAsync(DbTransaction transaction, SlotId slot, string address, int litres, SlotCapacity capacity)
    {
        var connection = transaction.Connection!;
        if (litres > capacity.Litres)
        {
            return false; // the insert would not be refused by the WHERE of its update, only by the CHECK
        }

        var jobs = await connection.ExecuteScalarAsync<long>(TakeStop, new { slot = slot.ToString(), address }, transaction);
        var row = new
        {
            Slot = slot.ToString(),
            slot.Area,
            Day = Day(slot.Date),
            Part = slot.Window,
            Stops = jobs == 1 ? 1 : 0,
            StopsCapacity = capacity.Stops,
            Litres = litres,
            LitresCapacity = capacity.Litres,
        };
        if (await connection.ExecuteAsync(Take, row, transaction) == 1)
        {
            return true;
        }

        await DropStopAsync(transaction, slot, address);
        return false;
    }

    /// <summary>Gives back exactly what a job took; the caller's own conditional update makes sure that it happens once.</summary>
    public static async Task ReleaseAsync(DbTransaction transaction, SlotId slot, string address, int litres)
    {
        var stops = await DropStopAsync(transaction, slot, address) ? 1 : 0;
        await transaction.Connection!.ExecuteAsync(Release, new { slot = slot.ToString(), stops, litres }, transaction);
    }

    /// <summary>Moves a job from one slot, address and volume to another, at once or not at all (false; the caller then rolls back).</summary>
    public static async Task<bool> MoveAsync(DbTransaction transaction, Place old, Place now, SlotCapacity capacity)
    {
        if (string.CompareOrdinal(now.Slot.ToString(), old.Slot.ToString()) < 0)
        {
            var taken = await TakeAsync(transaction, now.Slot, now.Address, now.Litres, capacity);
            await ReleaseAsync(transaction, old.Slot, old.Address, old.Litres);
            return taken;
        }

        await ReleaseAsync(transaction, old.Slot, old.Address, old.Litres);
        return await TakeAsync(transaction, now.Slot, now.Address, now.Litres, capacity);
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
public sealed record Place(SlotId Slot, string Address, int Litres);
