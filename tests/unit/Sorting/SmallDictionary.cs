using Jizhou.Public.Api.Sorting.Search;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Sorting;

/// <summary>A dozen names, enough to see every kind of match.</summary>
internal static class SmallDictionary
{
    public static readonly TextFold Fold = new(new Dictionary<char, char> { ['舊'] = '旧', ['墊'] = '垫', ['電'] = '电', ['燈'] = '灯' });

    public static readonly string[] Items = ["床垫", "五号七号干电池", "电动车铅酸电池", "洗衣机", "LED灯泡", "农药瓶、农药袋", "沙发", "电视机", "塑料玩具"];

    private static readonly List<SearchName> Names =
    [
        new(0, "床垫", NameSource.Name, "chuang dian"),
        new(1, "五号七号干电池", NameSource.Name, "wu hao qi hao gan dian chi"),
        new(1, "干电池", NameSource.Alias, "gan dian chi"),
        new(2, "电动车铅酸电池", NameSource.Name, "dian dong che qian suan dian chi"),
        new(2, "电瓶", NameSource.Alias, "dian ping"),
        new(3, "洗衣机", NameSource.Name, "xi yi ji"),
        new(4, "LED灯泡", NameSource.Name, "led deng pao"),
        new(5, "农药瓶", NameSource.Part, "nong yao ping"),
        new(5, "农药袋", NameSource.Part, "nong yao dai"),
        new(6, "沙发", NameSource.Name, "sha fa"),
        new(7, "电视机", NameSource.Name, "dian shi ji"),
        new(8, "塑料玩具", NameSource.Name, "su liao wan ju"),
    ];

    public static readonly ItemSearch Search = new(Names, Items.Length, Fold, new SearchKnowledge(TestContent.Real.Sorting.QuestionWords, [], new Dictionary<char, string>()));

    /// <summary>What a query finds, as "name: reason", best first.</summary>
    public static string[] Find(string query)
    {
        var hits = new SearchHit[20];
        return [.. hits.Take(Search.Find(query, hits)).Select(h => $"{Items[h.Item]}: {h.Match.Code()}")];
    }

    public static string[] Nearest(string query)
    {
        var hits = new SearchHit[5];
        return [.. hits.Take(Search.Nearest(query, hits)).Select(h => Items[h.Item])];
    }
}
