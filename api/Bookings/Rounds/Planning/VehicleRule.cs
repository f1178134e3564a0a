using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Rounds.Planning;

/// <summary>Whether a vehicle may take a booking: the lane, the window, the load. One place for the proposal and for changes by hand.</summary>
public static class VehicleRule
{
    /// <summary>May it drive there?</summary>
    public static bool MayEnter(Truck truck, PlanBooking booking) => truck.IsTricycle || !LaneAccess.NeedsTricycle(booking.Access);

    /// <summary>Why a vehicle cannot take a booking beside what it carries already, in words; null when it can.</summary>
    public static string? WhyNot(Truck truck, PlanBooking booking, IEnumerable<PlanBooking> others)
    {
        if (!truck.Windows.Contains(booking.Window, StringComparer.Ordinal))
        {
            return $"{truck.Name}这个时段不出车";
        }

        if (!MayEnter(truck, booking))
        {
            return $"{booking.Label}只能进小三轮，{truck.Name}进不去";
        }

        var litres = others.Where(o => o.Window == booking.Window && o.Reference != booking.Reference).Sum(o => o.Litres);
        return litres + booking.Litres <= truck.Litres ? null
            : $"{truck.Name}一车能装 {truck.Litres / 1000m:0.##} 立方米，这个时段已有 {litres / 1000m:0.##} 立方米，装不下 {booking.Label}（{booking.Litres / 1000m:0.##} 立方米）";
    }

    /// <summary>Why none of an area's vehicles takes a booking.</summary>
    /// <param name="booking">The booking.</param>
    /// <param name="trucks">Those that work in its window.</param>
    /// <param name="fitting">Those among them that may drive there.</param>
    public static WhyUnassigned WhyNone(PlanBooking booking, IReadOnlyCollection<Truck> trucks, IReadOnlyCollection<Truck> fitting) => (trucks.Count, fitting.Count) switch
    {
        (0, _) => WhyUnassigned.NoVehicle,
        (_, 0) => WhyUnassigned.NoTricycle,
        _ => fitting.All(t => t.Litres < booking.Litres) ? WhyUnassigned.TooLarge : WhyUnassigned.Full,
    };
}
