using System.Text;

namespace Jizhou.Public.Content;

/// <summary>Where a searchable name comes from.</summary>
public enum NameKind
{
    /// <summary>The item's own name.</summary>
    Own,

    /// <summary>One part of a name that joins several things.</summary>
    Part,

    /// <summary>Another word for it.</summary>
    Alias,
}

/// <summary>One way in to an item.</summary>
/// <param name="Text">The name as people write it.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Reading">Toneless syllables with blanks between; empty when unknown.</param>
public sealed record IndexedName(string Text, NameKind Kind, string Reading);

/// <summary>All that is needed to find an item by a word: the API builds its snapshot from it, the pages read it as a file (<see cref="SearchIndexFile"/>).</summary>
public sealed class SearchIndex
{
    private SearchIndex(ContentFolder content, IReadOnlyList<IReadOnlyList<IndexedName>> names)
    {
        (Items, Names, Rules) = (content.Sorting.Items, names, content.Sorting.Rules);
        Categories = [.. content.Sorting.Categories.Select(c => c.Code)];
        QuestionWords = content.Sorting.QuestionWords;
        Readings = content.Pinyin.Readings;
        var known = Known();
        Simplified = content.Sorting.Simplified.Where(p => known.Contains(p.Value)).ToDictionary();
    }

    /// <summary>The items, in the order of the catalogue.</summary>
    public IReadOnlyList<SortingItem> Items { get; }

    /// <summary>The names of each item, its own first; a part that is another item's own word leads there alone.</summary>
    public IReadOnlyList<IReadOnlyList<IndexedName>> Names { get; }

    /// <summary>Codes of the categories.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Rules for what no name fits.</summary>
    public IReadOnlyList<SortingRule> Rules { get; }

    /// <summary>Words around the thing asked about.</summary>
    public IReadOnlyList<string> QuestionWords { get; }

    /// <summary>How everyday characters are read alone.</summary>
    public IReadOnlyDictionary<char, string> Readings { get; }

    /// <summary>Traditional characters whose simplified form some word of the index holds.</summary>
    public IReadOnlyDictionary<char, char> Simplified { get; }

    /// <summary>The index of a content folder.</summary>
    public static SearchIndex Of(ContentFolder content)
    {
        var owners = content.Sorting.Items.SelectMany(i => i.Aliases.Prepend(i.Name).Select(n => (n, i))).DistinctBy(p => p.n).ToDictionary(p => p.n, p => p.i);
        return new SearchIndex(content, [.. content.Sorting.Items.Select(item => ItemNames.All(item)
            .Where(name => owners.GetValueOrDefault(name, item) == item)
            .Select(name => new IndexedName(name, KindOf(name, item), ItemNames.Reading(item, name, content.Pinyin))).ToList())]);
    }

    private HashSet<char> Known()
    {
        var words = new StringBuilder();
        foreach (var word in Names.SelectMany(n => n).Select(n => n.Text).Concat(QuestionWords).Concat(Rules.SelectMany(r => r.With.Concat(r.Ends))))
        {
            words.Append(word);
        }

        return [.. words.ToString()];
    }

    private static NameKind KindOf(string name, SortingItem item)
    {
        if (name == item.Name)
        {
            return NameKind.Own;
        }

        return item.Aliases.Contains(name) ? NameKind.Alias : NameKind.Part;
    }
}
