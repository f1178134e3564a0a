using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings.Operators;

/// <summary>Villages as operators look for them.</summary>
public static class DeskVillages
{
    /// <summary>All villages within reach that can be booked for, by code.</summary>
    public static IEnumerable<Village> All(DeskReach reach, PickupFacts facts) =>
        facts.Geo.Villages.Where(village => village.Offered && reach.Holds(village.Code) && facts.Village(village.Code) is not null);

    /// <summary>Villages whose name holds these words; a township before the name narrows it: 下营 常州.</summary>
    public static IEnumerable<Village> Like(string words, DeskReach reach, PickupFacts facts)
    {
        var parts = words.Split([' ', '　', '，', ','], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? [] : All(reach, facts).Where(village => parts.All(part => NameOf(village, facts).Contains(part, StringComparison.Ordinal)));
    }

    /// <summary>The village with its township: 渔阳镇 东北隅村.</summary>
    public static string NameOf(Village village, PickupFacts facts) => $"{facts.Geo.Township(village.Township)?.Name} {village.Name}";

    /// <summary>The same for a code; the code itself when it is no longer known.</summary>
    public static string NameOf(string code, PickupFacts facts) => facts.Geo.Village(code) is { } village ? NameOf(village, facts) : code;
}
