using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Rounds.Planning;

/// <summary>What is proposed for an area's day.</summary>
/// <param name="Rounds">A list of stops for each vehicle that has any, in the order of driving.</param>
/// <param name="Unassigned">What no vehicle takes, with the reason, in the order of driving.</param>
public sealed record ProposedRounds(IReadOnlyList<ProposedRound> Rounds, IReadOnlyList<Unassigned> Unassigned);

/// <summary>A vehicle's day.</summary>
/// <param name="Truck">The vehicle.</param>
/// <param name="Stops">Its stops in the order of driving.</param>
public sealed record ProposedRound(Truck Truck, IReadOnlyList<PlanBooking> Stops);

/// <summary>
/// Splits an area's day among its vehicles. Every booking ends in exactly one round or among the unassigned with its reason; a vehicle never carries more
/// in a window than its load; a lane that takes only a three-wheeler gets one. The same facts always give the same rounds.
/// </summary>
/// <remarks>
/// Window by window: lanes for three-wheelers first, then all others; each booking goes to a truck with room that already drives to its village, else to the
/// first with room (in the order of the file, three-wheelers last: they are for the lanes), so that few vehicles leave and villages stay together. When that leaves something out
/// for lack of room, the largest are placed first instead (first fit decreasing, at most 11/9 of the best number of bins plus 6/9: Dósa 2007), if that takes more.
/// </remarks>
public static class ProposeRounds
{
    /// <summary>The proposal.</summary>
    /// <param name="bookings">Open bookings of the area's day.</param>
    /// <param name="trucks">Vehicles that may be used, in order of preference.</param>
    /// <param name="order">The order of villages.</param>
    /// <param name="windows">Codes of the parts of the day, in order.</param>
    public static ProposedRounds Of(IEnumerable<PlanBooking> bookings, IReadOnlyList<Truck> trucks, VillageOrder order, IReadOnlyList<string> windows)
    {
        var loads = trucks.ToDictionary(t => t.Code, _ => new List<PlanBooking>(), StringComparer.Ordinal);
        var left = new Dictionary<PlanBooking, WhyUnassigned>();
        foreach (var window in order.Sort(bookings, windows).GroupBy(b => b.Window, StringComparer.Ordinal))
        {
            var (taken, missed) = Split([.. window], [.. trucks.Where(t => t.Windows.Contains(window.Key, StringComparer.Ordinal))]);
            foreach (var (truck, stops) in taken)
            {
                loads[truck.Code].AddRange(stops);
            }

            foreach (var (booking, why) in missed)
            {
                left.Add(booking, why);
            }
        }

        return new ProposedRounds(
            [.. trucks.Where(t => loads[t.Code].Count > 0).Select(t => new ProposedRound(t, order.Sort(loads[t.Code], windows)))],
            [.. order.Sort(left.Keys, windows).Select(b => new Unassigned(b, left[b]))]);
    }

    private static (Dictionary<Truck, List<PlanBooking>> Taken, Dictionary<PlanBooking, WhyUnassigned> Missed) Split(IReadOnlyList<PlanBooking> bookings, IReadOnlyList<Truck> trucks)
    {
        var byRoad = Fill(bookings, trucks);
        if (!byRoad.Missed.ContainsValue(WhyUnassigned.Full))
        {
            return byRoad;
        }

        var bySize = Fill([.. bookings.OrderByDescending(b => b.Litres)], trucks); // a stable sort: equal ones keep their order
        return bySize.Missed.Count < byRoad.Missed.Count ? bySize : byRoad;
    }

    private static (Dictionary<Truck, List<PlanBooking>> Taken, Dictionary<PlanBooking, WhyUnassigned> Missed) Fill(IReadOnlyList<PlanBooking> bookings, IReadOnlyList<Truck> trucks)
    {
        var taken = trucks.ToDictionary(t => t, _ => new List<PlanBooking>());
        var missed = new Dictionary<PlanBooking, WhyUnassigned>();
        foreach (var booking in bookings.OrderBy(b => LaneAccess.NeedsTricycle(b.Access) ? 0 : 1))
        {
            var fitting = trucks.Where(t => VehicleRule.MayEnter(t, booking)).ToList();
            var withRoom = fitting.Where(t => taken[t].Sum(b => b.Litres) + booking.Litres <= t.Litres);
            if (withRoom.OrderBy(t => t.IsTricycle ? 1 : 0).ThenBy(t => taken[t].Exists(b => b.Village == booking.Village) ? 0 : 1).FirstOrDefault() is { } truck)
            {
                taken[truck].Add(booking);
            }
            else
            {
                missed.Add(booking, VehicleRule.WhyNone(booking, trucks, fitting));
            }
        }

        return (taken, missed);
    }
}
