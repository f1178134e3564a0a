namespace Jizhou.Public.Api.Bookings.Holds;

/// <summary>How near a truck comes to the door: what the crew must know before it chooses a vehicle.</summary>
public static class DoorAccess
{
    /// <summary>Nobody said.</summary>
    public const string Unknown = "unknown";

    /// <summary>The codes, with what people read.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> Names =
        [("truck", "大车能到门口"), ("tricycle", "只有小三轮能到门口"), ("village-entrance", "车只能到村口"), (Unknown, "不清楚")];

    /// <summary>Is this one of the codes?</summary>
    public static bool IsKnown(string code) => Names.Any(a => a.Code == code);

    /// <summary>What people read; the code itself when it is no longer known.</summary>
    public static string NameOf(string code) => Names.FirstOrDefault(a => a.Code == code).Name ?? code;
}
