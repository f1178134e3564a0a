using System.Text.RegularExpressions;

namespace Jizhou.Public.Content;

/// <summary>The names that lead to an item: its own, the parts of a name that joins several things, its aliases.</summary>
public static partial class ItemNames
{
    /// <summary>The parts of a name without what stands in brackets: 虾壳、蟹壳（熟） → 虾壳, 蟹壳.</summary>
    public static IEnumerable<string> Parts(string name) =>
        Brackets().Replace(name, "").Split('、', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Every name of an item, each once.</summary>
    public static IEnumerable<string> All(SortingItem item) => Parts(item.Name).Prepend(item.Name).Concat(item.Aliases).Distinct();

    /// <summary>How a name of an item is read: as the table says, else as the part of the whole name that it is; empty when nobody knows.</summary>
    public static string Reading(SortingItem item, string name, PinyinTable pinyin)
    {
        if (pinyin.Find(name) is { } entry)
        {
            return entry.Syllables;
        }

        // The table knows whole names; where it has one syllable a character, a part's syllables are those at its place.
        var syllables = pinyin.Find(item.Name)?.Syllables.Split(' ') ?? [];
        var read = item.Name.Where(char.IsLetterOrDigit).ToArray();
        var place = new string(read).IndexOf(new string([.. name.Where(char.IsLetterOrDigit)]), StringComparison.Ordinal);
        return place >= 0 && syllables.Length == read.Length ? string.Join(' ', syllables.Skip(place).Take(name.Count(char.IsLetterOrDigit))) : "";
    }

    [GeneratedRegex("（[^）]*）", RegexOptions.None, 1000)]
    private static partial Regex Brackets();
}
