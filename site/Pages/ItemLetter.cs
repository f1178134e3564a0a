using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Pages;

/// <summary>The items whose name begins with one letter when read in pinyin.</summary>
/// <param name="Letter">A to Z.</param>
/// <param name="Items">The items, in the order of their pinyin.</param>
public sealed record ItemLetter(char Letter, IReadOnlyList<SortingItem> Items)
{
    /// <summary>Groups items from A to Z. A name without pinyin takes its id, which is pinyin too.</summary>
    public static IReadOnlyList<ItemLetter> Group(IEnumerable<SortingItem> items, PinyinTable pinyin) =>
    [
        .. items
            .Select(item => (Item: item, Reading: Reading(item, pinyin)))
            .OrderBy(entry => entry.Reading, StringComparer.Ordinal)
            .ThenBy(entry => entry.Item.Id, StringComparer.Ordinal)
            .GroupBy(entry => char.ToUpperInvariant(entry.Reading[0]))
            .Select(group => new ItemLetter(group.Key, [.. group.Select(entry => entry.Item)])),
    ];

    private static string Reading(SortingItem item, PinyinTable pinyin) =>
        pinyin.Find(item.Name) is { Syllables.Length: > 0 } entry ? entry.Syllables.ToLowerInvariant() : item.Id;
}
