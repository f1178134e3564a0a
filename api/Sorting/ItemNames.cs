using System.Text.RegularExpressions;
using Jizhou.Public.Api.Sorting.Search;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Sorting;

/// <summary>The names that lead to an item: its own, the parts of a name that joins several things, its aliases.</summary>
public static partial class ItemNames
{
    /// <summary>The parts of a name without what stands in brackets: 虾壳、蟹壳（熟） → 虾壳, 蟹壳.</summary>
    public static IEnumerable<string> Parts(string name) =>
        Brackets().Replace(name, "").Split('、', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Every name of an item, each once.</summary>
    public static IEnumerable<string> All(SortingItem item) => Parts(item.Name).Prepend(item.Name).Concat(item.Aliases).Distinct();

    /// <summary>The names with their pinyin, for the search.</summary>
    public static IEnumerable<SearchName> ForSearch(SortingItem item, int position, PinyinTable pinyin) => All(item).Select(name =>
        new SearchName(position, name, SourceOf(name, item), pinyin.Find(name)?.Syllables ?? PartOf(item.Name, name, pinyin)));

    private static NameSource SourceOf(string name, SortingItem item)
    {
        if (name == item.Name)
        {
            return NameSource.Name;
        }

        return item.Aliases.Contains(name) ? NameSource.Alias : NameSource.Part;
    }

    // The table knows whole names; where it has one syllable a character, a part's syllables are those at its place.
    private static string PartOf(string whole, string part, PinyinTable pinyin)
    {
        var syllables = pinyin.Find(whole)?.Syllables.Split(' ') ?? [];
        var read = whole.Where(char.IsLetterOrDigit).ToArray();
        var place = new string(read).IndexOf(new string([.. part.Where(char.IsLetterOrDigit)]), StringComparison.Ordinal);
        return place >= 0 && syllables.Length == read.Length ? string.Join(' ', syllables.Skip(place).Take(part.Count(char.IsLetterOrDigit))) : "";
    }

    [GeneratedRegex("（[^）]*）", RegexOptions.None, 1000)]
    private static partial Regex Brackets();
}
