using System.Globalization;
using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Slots;

/// <summary>What a slot takes: as a whole, and of each service.</summary>
/// <param name="Capacity">Stops and volume.</param>
/// <param name="Shares">Litres by code of the service; a service that is missing takes nothing.</param>
public sealed record SlotRoom(SlotCapacity Capacity, IReadOnlyDictionary<string, int> Shares);

/// <summary>Litres of each service, in one comparable text: <c>decoration=300 furniture=1200</c>. What was taken is given back by it, whatever the catalogue says later.</summary>
public static class SlotShares
{
    /// <summary>The text for some lines.</summary>
    public static string Of(IEnumerable<ItemLine> lines) => string.Join(' ', lines
        .GroupBy(l => l.Item.Category).OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}={g.Sum(l => l.Litres)}")));

    /// <summary>The services of a text, joined by a comma.</summary>
    public static string Services(string shares) => string.Join(',', Read(shares).Select(s => s.Service));

    /// <summary>The shares of a text, sorted by service.</summary>
    public static IEnumerable<(string Service, int Litres)> Read(string shares) => shares.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(share => share.Split('=')).Select(parts => (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture)));
}
