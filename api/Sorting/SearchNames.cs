using Jizhou.Public.Api.Sorting.Search;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Sorting;

/// <summary>The names of the dictionary for the search, in the order of the items.</summary>
public static class SearchNames
{
    /// <summary>Every name of every item; a part of a name that is another item's own word leads there alone.</summary>
    public static SearchName[] Of(ContentFolder content)
    {
        var owners = content.Sorting.Items.SelectMany(i => i.Aliases.Prepend(i.Name).Select(n => (n, i))).DistinctBy(p => p.n).ToDictionary(p => p.n, p => p.i);
        return
        [
            .. content.Sorting.Items.SelectMany((item, i) => ItemNames.All(item)
                .Where(name => owners.GetValueOrDefault(name, item) == item)
                .Select(name => new SearchName(i, name, SourceOf(name, item), ItemNames.Reading(item, name, content.Pinyin)))),
        ];
    }

    private static NameSource SourceOf(string name, SortingItem item)
    {
        if (name == item.Name)
        {
            return NameSource.Name;
        }

        return item.Aliases.Contains(name) ? NameSource.Alias : NameSource.Part;
    }
}
