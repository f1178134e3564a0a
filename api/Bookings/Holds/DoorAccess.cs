using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Holds;

/// <summary>How near a truck comes to the door: what the crew must know before it chooses a vehicle.</summary>
public static class DoorAccess
{
    /// <summary>Nobody said.</summary>
    public const string Unknown = "unknown";

    /// <summary>The codes, with what people read.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> Names =
        [("truck", "大车能到门口"), ("tricycle", "只有小三轮能到门口"), ("village-entrance", "车只能到村口"), (Unknown, "不清楚")];

    /// <summary>Refuses an access that is none of the codes, and a floor that no house has.</summary>
    public static void Check(string? access, int? floor, ICollection<FieldRefusal> refused)
    {
        if (access is not null && !IsKnown(access))
        {
            refused.Add(new("access", FieldCodes.NotOneOf, $"access 是“{access}”，应为：{string.Join('、', Names.Select(a => a.Code))}。"));
        }

        if (floor is < -3 or > 60)
        {
            refused.Add(new("floor", FieldCodes.OutOfRange, $"楼层是 {floor}，应在 -3 到 60 之间；平房写 1。"));
        }
    }

    /// <summary>Is this one of the codes?</summary>
    public static bool IsKnown(string code) => Names.Any(a => a.Code == code);

    /// <summary>What people read; the code itself when it is no longer known.</summary>
    public static string NameOf(string code) => Names.FirstOrDefault(a => a.Code == code).Name ?? code;
}
