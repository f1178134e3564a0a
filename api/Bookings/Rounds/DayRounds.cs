using System.Data.Common;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Rounds.Planning;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Rounds;

/// <summary>An area's day as it stands: its rounds, and the bookings that still wait for one.</summary>
/// <param name="Area">The area.</param>
/// <param name="Day">The day.</param>
/// <param name="Rounds">Its rounds in the order of the vehicles.</param>
/// <param name="Waiting">Bookings in no round whose day was not called off, in the order of driving.</param>
/// <param name="Order">The order of villages.</param>
public sealed record DayRounds(ServiceArea Area, DateOnly Day, IReadOnlyList<PlannedRound> Rounds, IReadOnlyList<StoredBooking> Waiting, VillageOrder Order)
{
    /// <summary>Reads it.</summary>
    public static async Task<DayRounds> ReadAsync(DbConnection connection, RoundDesk desk, ServiceArea area, DateOnly day, DbTransaction? transaction = null)
    {
        var facts = desk.Bookings.Facts;
        var bookings = (await BookingStore.OfDayAsync(connection, day, transaction)).Where(b => b.Slot.Area == area.Code).ToDictionary(b => b.Reference, StringComparer.Ordinal);
        var rounds = (await RoundStore.BetweenAsync(connection, day, day, transaction)).Where(r => r.Area == area.Code).ToList();
        var stops = (await RoundStore.StopsAsync(connection, day, day, transaction)).ToLookup(s => s.Round.Id, StringComparer.Ordinal);
        var order = await VillageOrderStore.FindAsync(connection, area.Code, facts, transaction);
        PlannedRound[] planned = [.. rounds
            .Select(r => (Round: r, Truck: facts.Book.Rounds.Truck(r.Truck) ?? new Truck(r.Truck, r.Truck, false, 0, [area.Code], desk.Windows)))
            .OrderBy(r => facts.Book.Rounds.Trucks.Index().FirstOrDefault(t => t.Item.Code == r.Truck.Code).Index)
            .Select(r => new PlannedRound(r.Round, r.Truck, [.. stops[r.Round.Id].Where(s => bookings.ContainsKey(s.Reference)).Select(s => bookings[s.Reference])]))];
        var placed = planned.SelectMany(r => r.Stops).Select(b => b.Reference).ToHashSet(StringComparer.Ordinal);
        var waiting = bookings.Values.Where(b => b.State is BookingState.Booked or BookingState.Assigned && !placed.Contains(b.Reference)).ToDictionary(b => b.Reference, StringComparer.Ordinal);
        return new DayRounds(area, day, planned, [.. order.Sort(waiting.Values.Select(desk.Plan), desk.Windows).Select(p => waiting[p.Reference])], order);
    }
}

/// <summary>A round with its vehicle and its bookings in the order of driving.</summary>
/// <param name="Round">The round.</param>
/// <param name="Truck">Its vehicle; a bare one with the same code when the content no longer names it.</param>
/// <param name="Stops">Its bookings.</param>
public sealed record PlannedRound(Round Round, Truck Truck, IReadOnlyList<StoredBooking> Stops);
