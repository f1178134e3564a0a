using System.Globalization;
using Jizhou.Public.Api.Bookings.Rounds.Planning;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.UnitTests.Bookings.Rounds;

/// <summary>A small fleet, and random days for it.</summary>
internal static class Fleet
{
    public const string Morning = "morning";
    public const string Afternoon = "afternoon";

    public static readonly string[] Windows = [Morning, Afternoon];

    public static readonly Truck Large = new("large", "大车（示例）", IsTricycle: false, 10_000, ["centre"], Windows);
    public static readonly Truck Small = new("small", "小车（示例）", IsTricycle: false, 4_000, ["centre"], [Morning]);
    public static readonly Truck Tricycle = new("tricycle", "小三轮（示例）", IsTricycle: true, 2_000, ["centre"], Windows);

    public static readonly VillageOrder Order = new(["v3", "v1"]);

    public static PlanBooking Stop(string reference, string village = "v1", int litres = 500, string access = LaneAccess.Truck, string window = Morning, string address = "") =>
        new(reference, window, village, address, reference, litres, access);

    /// <summary>A day as it may come: few or many bookings, any lane, any volume a booking may have.</summary>
    public static IReadOnlyList<PlanBooking> Day(Random random) => [.. Enumerable.Range(0, random.Next(0, 60)).Select(i => Stop(
        string.Create(CultureInfo.InvariantCulture, $"R{i:000}"), "v" + random.Next(1, 9).ToString(CultureInfo.InvariantCulture), random.Next(1, 6_001),
        random.GetItems([LaneAccess.Truck, LaneAccess.Tricycle, LaneAccess.VillageEntrance, LaneAccess.Unknown], 1)[0],
        Windows[random.Next(2)], "西街" + random.Next(1, 40).ToString(CultureInfo.InvariantCulture) + "号"))];

    /// <summary>Any part of the fleet, none included.</summary>
    public static IReadOnlyList<Truck> Some(Random random) => [.. new[] { Large, Small, Tricycle }.Where(_ => random.Next(3) > 0)];
}
