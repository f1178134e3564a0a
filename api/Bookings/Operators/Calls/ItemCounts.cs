using System.Globalization;
using Jizhou.Public.Api.Bookings.Catalogue;

namespace Jizhou.Public.Api.Bookings.Operators.Calls;

/// <summary>The fields <c>count-sofa</c>, <c>count-mattress</c> … of a form.</summary>
public static class ItemCounts
{
    /// <summary>What every field's name begins with.</summary>
    public const string Prefix = "count-";

    private const int LongestList = 200;

    /// <summary>What was typed, by code of the item.</summary>
    public static IReadOnlyDictionary<string, string> Of(IFormCollection form) => form
        .Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal) && field.Value.ToString().Trim().Length > 0).Take(LongestList)
        .ToDictionary(field => field.Key[Prefix.Length..], field => field.Value.ToString().Trim(), StringComparer.Ordinal);

    /// <summary>The wishes; a count that is no number is a wish for -1, which the engine refuses with the item's name.</summary>
    public static IReadOnlyList<ItemWish?> Wishes(IReadOnlyDictionary<string, string> counts) =>
    [
        .. counts.Select(pair => (pair.Key, Count: int.TryParse(pair.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : -1))
            .Where(wish => wish.Count != 0).Select(wish => new ItemWish(wish.Key, wish.Count)),
    ];
}
