using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;

namespace Jizhou.Public.Api.Bookings.Calendar.Postponing;

/// <summary>What is taken of an area's coming slots, as a sum that can be carried on while bookings are moved on paper. The database decides; this only knows where to try first.</summary>
public sealed class RoomLedger(PickupFacts facts, IReadOnlyDictionary<SlotId, Taken> taken, ILookup<SlotId, string> addresses)
{
    private readonly Dictionary<SlotId, Taken> _taken = new(taken);
    private readonly Dictionary<SlotId, HashSet<string>> _addresses = [];

    /// <summary>Reads what is taken of an area from a day on.</summary>
    public static async Task<RoomLedger> ReadAsync(DbConnection connection, PickupFacts facts, string area, DateOnly from, DateOnly to)
    {
        var taken = await SlotStore.TakenAsync(connection, area, from, to);
        var stops = await connection.QueryAsync<(string Slot, string Address)>("""
            SELECT booking_stop.slot, address_key FROM booking_stop JOIN booking_slot ON booking_slot.slot = booking_stop.slot
            WHERE area = @area AND day >= @from AND day <= @to AND jobs > 0
            """, new { area, from = SlotStore.Day(from), to = SlotStore.Day(to) });
        return new RoomLedger(facts, taken, stops.ToLookup(row => SlotId.TryParse(row.Slot, out var slot) ? slot : default, row => row.Address));
    }

    /// <summary>Would a job fit, by the same rules as <see cref="SlotStore.TakeAsync"/>?</summary>
    public bool Fits(Place place)
    {
        var room = facts.RoomOf(place.Slot);
        var now = _taken.GetValueOrDefault(place.Slot);
        return now.Stops + (Addresses(place.Slot).Contains(place.Address) ? 0 : 1) <= room.Capacity.Stops
            && now.Litres + place.Litres <= room.Capacity.Litres
            && SlotShares.Read(place.Shares).All(share => (now.Shares?.GetValueOrDefault(share.Service) ?? 0) + share.Litres <= room.Shares.GetValueOrDefault(share.Service));
    }

    /// <summary>Counts a job in.</summary>
    public void Take(Place place)
    {
        var now = _taken.GetValueOrDefault(place.Slot);
        var shares = new Dictionary<string, int>(now.Shares ?? new Dictionary<string, int>(), StringComparer.Ordinal);
        foreach (var (service, litres) in SlotShares.Read(place.Shares))
        {
            shares[service] = shares.GetValueOrDefault(service) + litres;
        }

        _taken[place.Slot] = new Taken(now.Stops + (Addresses(place.Slot).Add(place.Address) ? 1 : 0), now.Litres + place.Litres, shares);
    }

    private HashSet<string> Addresses(SlotId slot)
    {
        if (!_addresses.TryGetValue(slot, out var known))
        {
            known = [.. addresses[slot]];
            _addresses.Add(slot, known);
        }

        return known;
    }
}
