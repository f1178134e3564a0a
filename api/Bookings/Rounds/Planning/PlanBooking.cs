namespace Jizhou.Public.Api.Bookings.Rounds.Planning;

/// <summary>What planning a round knows of a booking: where, how much, and what can drive there. Nothing of the person.</summary>
/// <param name="Reference">Its number.</param>
/// <param name="Window">Code of the part of the day.</param>
/// <param name="Village">12-digit code.</param>
/// <param name="Address">Address inside the village, to bring neighbours together; blank when erased.</param>
/// <param name="Label">The public label; the last word where all else is equal.</param>
/// <param name="Litres">Volume.</param>
/// <param name="Access">One of <see cref="LaneAccess"/>.</param>
public sealed record PlanBooking(string Reference, string Window, string Village, string Address, string Label, int Litres, string Access);

/// <summary>What can drive to the door, as the resident answered.</summary>
public static class LaneAccess
{
    /// <summary>A truck.</summary>
    public const string Truck = "truck";

    /// <summary>Only a three-wheeler.</summary>
    public const string Tricycle = "tricycle";

    /// <summary>Nothing; the things are brought to where the village begins.</summary>
    public const string VillageEntrance = "village-entrance";

    /// <summary>Not known.</summary>
    public const string Unknown = "unknown";

    /// <summary>Must it be a three-wheeler? Where nobody knows, the crew asks by phone; a truck can wait at the village's entrance.</summary>
    public static bool NeedsTricycle(string access) => access == Tricycle;
}
