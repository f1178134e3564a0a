using System.Security.Cryptography;
using System.Text.Json;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Sorting.Search;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Sorting;

/// <summary>Everything the dictionary answers from: built once, immutable, with each item's JSON ready to send.</summary>
public sealed class SortingSnapshot
{
    private readonly Dictionary<string, int> _positions;
    private readonly string[] _orderKeys;

    private SortingSnapshot(SortingCatalogue catalogue, ItemAnswer[] items, SearchName[] names, (string Key, int Item)[] order,
        SearchIndex index)
    {
        (Catalogue, Items, Names) = (catalogue, items, names);
        (ByPinyin, _orderKeys) = ([.. order.Select(o => o.Item)], [.. order.Select(o => o.Key)]);
        Search = new ItemSearch(names, items.Length, new TextFold(index.Simplified), new SearchKnowledge(index.QuestionWords, index.Rules, index.Readings) { Categories = [.. items.Select(i => i.Category)] });
        NameJson = [.. names.Select(n => JsonSerializer.SerializeToUtf8Bytes(n.Text, JsonForm.Options))];
        Json = [.. items.Select(i => JsonSerializer.SerializeToUtf8Bytes(i, JsonForm.Options))];
        _positions = items.Select((item, i) => (item.Id, i)).ToDictionary(p => p.Id, p => p.i);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in Json.Concat(NameJson))
        {
            hash.AppendData(part);
        }

        Version = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
    }

    /// <summary>The catalogue it was built from.</summary>
    public SortingCatalogue Catalogue { get; }

    /// <summary>The items, in the order of the file.</summary>
    public IReadOnlyList<ItemAnswer> Items { get; }

    /// <summary>What each rule answers, in the order of the rules, without the thing's name; null for an exception.</summary>
    public IReadOnlyList<ItemAnswer?> RuleAnswers { get; private init; } = [];

    /// <summary>The names, as the search counts them.</summary>
    public IReadOnlyList<SearchName> Names { get; }

    /// <summary>Positions of the items in the order of their pinyin.</summary>
    public IReadOnlyList<int> ByPinyin { get; }

    /// <summary>The search over the names.</summary>
    public ItemSearch Search { get; }

    /// <summary>Each item as a JSON object.</summary>
    public IReadOnlyList<byte[]> Json { get; }

    /// <summary>Each name as a JSON string.</summary>
    public IReadOnlyList<byte[]> NameJson { get; }

    /// <summary>Changes with anything that an answer holds; stands in the ETag.</summary>
    public string Version { get; }

    /// <summary>Builds the snapshot.</summary>
    public static SortingSnapshot Build(ContentFolder content)
    {
        var items = content.Sorting.Items;
        var answers = items.Select(i => ItemAnswer.Of(i, content)).ToArray();
        var index = SearchIndex.Of(content);
        var names = SearchNames.Of(index);
        var order = items.Select((item, i) => (Key: SortKey(item, content.Pinyin), i)).OrderBy(o => o.Key, StringComparer.Ordinal).ToArray();
        return new SortingSnapshot(content.Sorting, answers, names, order, index)
        {
            RuleAnswers = [.. content.Sorting.Rules.Select(r => RuleAnswer.Of(r, content))],
        };
    }

    /// <summary>The item with an id, or null.</summary>
    public ItemAnswer? Item(string id) => _positions.TryGetValue(id, out var position) ? Items[position] : null;

    /// <summary>Code of the category that a hit says.</summary>
    public string CategoryOf(SearchHit hit) => (hit.Item < 0 ? RuleAnswers[hit.Name]! : Items[hit.Item]).Category;

    /// <summary>What a rule answers about the thing in a query.</summary>
    public ItemAnswer ByRule(SearchHit hit, string query)
    {
        var thing = Search.ThingIn(query);
        return RuleAnswers[hit.Name]! with { Name = thing, Match = hit.Match.Code(), Matched = thing };
    }

    /// <summary>The place in the order of pinyin after a key, which need not be there any more: a page turn loses and doubles nothing.</summary>
    public int PlaceAfter(string key)
    {
        var place = Array.BinarySearch(_orderKeys, key, StringComparer.Ordinal);
        return place < 0 ? ~place : place + 1;
    }

    /// <summary>The key of a place in the order.</summary>
    public string KeyAt(int place) => _orderKeys[place];

    private static string SortKey(SortingItem item, PinyinTable pinyin) => $"{pinyin.Find(item.Name)?.Syllables ?? item.Id.Replace('-', ' ')}\n{item.Id}";
}
