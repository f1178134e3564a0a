using Jizhou.Public.Api.Sorting;
using Jizhou.Public.Api.Sorting.Search;
using Jizhou.Public.Content;

namespace Jizhou.Public.Bench;

/// <summary>Sorting answers in process: every name of the dictionary asked for whole, by pinyin, with a slip and as a question.</summary>
internal static class ItemLookup
{
    public static int Run(string content)
    {
        var snapshot = SortingSnapshot.Build(ContentFolder.Load(content));
        var names = snapshot.Items.Select(item => item.Name).ToArray();
        var hits = new SearchHit[20];
        Console.WriteLine($"{snapshot.Names.Count} names of {names.Length} items");
        Ask("whole name", names);
        Ask("with a slip", [.. names.Select(Slip)]);
        Ask("by pinyin", [.. snapshot.Names.Take(2000).Select(name => name.Pinyin.Replace(" ", "", StringComparison.Ordinal)).Where(letters => letters.Length > 0)]);
        Ask("by a rule", [.. names.Select(name => $"没洗的{name}盒")]);
        Ask("as a question", [.. names.Select(name => $"旧{name}怎么扔")]);
        return 0;

        void Ask(string what, string[] questions) =>
            Timing.Report(what, questions.Length * 20, i => snapshot.Search.Find(questions[i % questions.Length], hits));
    }

    private static string Slip(string name) => name.Length < 3 ? name + "子" : name.Remove(name.Length / 2, 1);
}
