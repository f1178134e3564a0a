using Jizhou.Public.Api.Sorting.Search;

namespace Jizhou.Public.UnitTests.Sorting;

/// <summary>The index against looking at every name, on 5,000 made-up names.</summary>
public sealed class ItemSearchOracleTests
{
    private const string Characters = "电池瓶子纸箱衣服灯管布料塑铁铝玻璃家具床椅桌药品农膜";
    private static readonly string[] Syllables = ["dian", "chi", "ping", "zi", "zhi", "xiang", "yi", "fu", "deng", "guan", "bu", "liao", "su", "tie", "lv", "bo", "li", "jia", "ju", "chuang", "yi", "zhuo", "yao", "pin", "nong", "mo"];
    private static readonly List<SearchName> Names = MadeUp(5_000);
    private static readonly ItemSearch Search = new(Names, Names.Count, new TextFold([]));

    [Fact]
    public void Every_name_that_holds_the_query_is_found_and_no_other()
    {
        foreach (var query in Queries(300, 1, 4))
        {
            var expected = Names.Where(n => n.Text.Contains(query, StringComparison.Ordinal)).Select(n => n.Item);
            var found = Find(query).Where(h => h.Match is MatchKind.Name).Select(h => h.Item);
            Assert.Equal(expected, found.Order());
        }
    }

    [Fact]
    public void Every_name_within_a_slip_or_two_is_found_and_no_other()
    {
        var looked = 0;
        foreach (var query in Queries(300, 3, 8))
        {
            if (Names.Exists(n => n.Text.Contains(query, StringComparison.Ordinal) || query.Contains(n.Text, StringComparison.Ordinal)))
            {
                continue;
            }

            looked++;
            var slips = EditDistance.Allowed(query.Length);
            var expected = Names.Where(n => Close(query, n.Text, slips) || InOrder(query, n.Text) || Sound(query) == n.Pinyin).Select(n => n.Item);
            Assert.Equal(expected, Find(query).Select(h => h.Item).Order());
        }

        Assert.True(looked > 100, $"only {looked} queries reached the fuzzy stage");
    }

    [Fact]
    public void Every_pinyin_within_one_slip_is_found_and_no_other()
    {
        var random = new Random(7);
        var looked = 0;
        for (var i = 0; i < 150; i++)
        {
            var letters = Slip(random, Names[random.Next(Names.Count)].Pinyin.Replace(" ", "", StringComparison.Ordinal));
            var found = Find(letters);
            if (letters.Length < 4 || found.Exists(h => h.Match != MatchKind.Fuzzy))
            {
                continue;
            }

            looked++;
            var expected = Names.Where(n => EditDistanceTests.Textbook(letters, n.Pinyin.Replace(" ", "", StringComparison.Ordinal)) <= 1).Select(n => n.Item);
            Assert.Equal(expected, found.Select(h => h.Item).Order());
        }

        Assert.True(looked > 50, $"only {looked} queries held a slip");
    }

    [Fact]
    public void A_search_allocates_nothing()
    {
        var hits = new SearchHit[10];
        string[] queries = ["电池", "dianchi", "dc", "旧的电池怎么扔", "电施瓶", "dianchj", "龘"];
        foreach (var query in queries)
        {
            Search.Find(query, hits);
        }

        foreach (var query in queries)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Search.Find(query, hits);
            Assert.Equal((query, 0), (query, GC.GetAllocatedBytesForCurrentThread() - before));
        }
    }

    private static List<SearchHit> Find(string query)
    {
        var hits = new SearchHit[Names.Count];
        return [.. hits.Take(Search.Find(query, hits))];
    }

    private static bool Close(string query, string name, int slips) => EditDistanceTests.Textbook(query, name) <= slips;

    private static bool InOrder(string query, string name)
    {
        var next = 0;
        foreach (var character in name)
        {
            next += next < query.Length && query[next] == character ? 1 : 0;
        }

        return next == query.Length;
    }

    private static string Sound(string text) =>
        string.Join(' ', text.Select(c => Syllables[Characters.IndexOf(c, StringComparison.Ordinal)]));

    private static string Slip(Random random, string letters)
    {
        var place = random.Next(letters.Length);
        return random.Next(3) switch
        {
            0 => letters.Remove(place, 1),
            1 => letters.Insert(place, "q"),
            _ => letters.Remove(place, 1).Insert(place, "w"),
        };
    }

    private static List<SearchName> MadeUp(int count)
    {
        var random = new Random(20261122);
        HashSet<string> texts = [];
        while (texts.Count < count)
        {
            texts.Add(Text(random, 3, 8));
        }

        return [.. texts.Order(StringComparer.Ordinal).Select((text, i) => new SearchName(i, text, NameSource.Name, Sound(text)))];
    }

    private static IEnumerable<string> Queries(int count, int shortest, int longest)
    {
        var random = new Random(count);
        return Enumerable.Range(0, count).Select(_ => Text(random, shortest, longest)).ToList();
    }

    private static string Text(Random random, int shortest, int longest) =>
        string.Concat(Enumerable.Range(0, random.Next(shortest, longest + 1)).Select(_ => Characters[random.Next(Characters.Length)]));
}
