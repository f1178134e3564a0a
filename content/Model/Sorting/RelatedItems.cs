namespace Jizhou.Public.Content;

/// <summary>Which items stand near each other: by the characters their names share, then by their group.</summary>
internal sealed class RelatedItems
{
    private const int Most = 6;
    private readonly IReadOnlyList<SortingItem> _items;
    private readonly Dictionary<char, List<int>> _named = [];
    private readonly Dictionary<string, List<int>> _groups = [];

    /// <summary>Indexes the items by the characters of their names.</summary>
    public RelatedItems(IReadOnlyList<SortingItem> items)
    {
        _items = items;
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var character in Characters(items[i]))
            {
                Add(_named, character, i);
            }

            Add(_groups, items[i].Group, i);
        }
    }

    /// <summary>At most six, the closest first; filled up with neighbours of the same group.</summary>
    public IReadOnlyList<SortingItem> Of(SortingItem item)
    {
        Dictionary<int, int> shared = [];
        foreach (var other in Characters(item).SelectMany(c => _named.GetValueOrDefault(c, [])))
        {
            shared[other] = shared.GetValueOrDefault(other) + 1;
        }

        var alike = shared.Where(p => _items[p.Key] != item && p.Value > 1)
            .OrderByDescending(p => p.Value * 2 + (_items[p.Key].Category == item.Category ? 0 : 1)).ThenBy(p => _items[p.Key].Name.Length).ThenBy(p => p.Key)
            .Select(p => p.Key);
        var group = _groups[item.Group];
        var here = group.FindIndex(i => _items[i] == item);
        var neighbours = Enumerable.Range(1, Most).SelectMany(d => new[] { here + d, here - d }).Where(i => i >= 0 && i < group.Count).Select(i => group[i]);
        return [.. alike.Concat(neighbours).Distinct().Take(Most).Select(i => _items[i])];
    }

    private static IEnumerable<char> Characters(SortingItem item) => ItemNames.Parts(item.Name).SelectMany(p => p).Where(c => c >= '\u4E00').Distinct();

    private static void Add<TKey>(Dictionary<TKey, List<int>> index, TKey key, int item) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        list.Add(item);
    }
}
