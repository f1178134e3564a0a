using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Jizhou.Public.Api.Sorting;
using Jizhou.Public.Api.Sorting.Search;
using Jizhou.Public.Content;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Sorting;

/// <summary>The pages' search (site/Scripts/item-finder.js, run by Node) against the API's, over the real dictionary.</summary>
public sealed class PageSearchTests
{
    private const int Most = 8, HeaviestIndexBytes = 60_000;
    private static readonly SortingSnapshot Snapshot = SortingSnapshot.Build(TestContent.Real);
    private static readonly string Index = SearchIndexFile.Write(SearchIndex.Of(TestContent.Real));

    private static readonly string[] Asked =
    [
        "电迟", "药", "灯泡", "旧床垫怎么扔", "农药瓶子能不能卖", "舊床墊", "ＬＥＤ灯泡", "led", "nai cha bei", "NCB", "奶茶怀", "床店", "没洗的奶茶杯", "陶瓷烟灰缸", "燕窝罐", "空药瓶",
        "碎玻璃杯", "没吃完的披萨", "鱼缸过滤网", "塑料袋装的电池怎么办", "洗机", "可回收物", "是什么垃圾", "的", "？？", "a", "84", "x光片", "T恤", "吕布的画戟", "电饭鼗鼗", "半瓶油漆", "带油的纸盒",
        "死鸡", "电动车的电池坏了能扔吗", "guo qi yao pin", "yaopin", "huaibei", "bo mo", "薄荋", "一个旧的不锈钢保温杯", "请问一下家里的旧沙发怎么处理", "我家冰箱不要了",
    ];

    [Fact]
    public async Task The_page_finds_what_the_API_finds_for_the_same_reason_in_the_same_order()
    {
        var queries = Queries().ToArray();
        Assert.True(queries.Length > 600);
        var answers = await AskPageAsync(queries);
        var different = queries.Zip(answers).Where(pair => pair.Second != AskApi(pair.First)).Select(pair => $"{pair.First}: page {pair.Second} API {AskApi(pair.First)}").ToList();
        Assert.True(different.Count == 0, string.Join('\n', different.Take(20)));
    }

    [Fact]
    public void The_index_is_light_enough_for_a_slow_phone()
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(Index));
        }

        Assert.InRange(packed.Length, 20_000, HeaviestIndexBytes);
    }

    // Names as they are, with a slip, as pinyin, as initials, cut short, and inside questions.
    private static IEnumerable<string> Queries()
    {
        var random = new Random(20261126);
        foreach (var query in Asked)
        {
            yield return query;
        }

        for (var i = 0; i < 120; i++)
        {
            var name = Snapshot.Names[random.Next(Snapshot.Names.Count)];
            var other = Snapshot.Names[random.Next(Snapshot.Names.Count)].Text;
            yield return name.Text;
            yield return name.Text[..((name.Text.Length + 1) / 2)];
            yield return name.Text.Remove(random.Next(name.Text.Length), 1);
            yield return name.Pinyin.Replace(" ", "", StringComparison.Ordinal);
            yield return string.Concat(name.Pinyin.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s[0]));
            yield return $"脏的{name.Text}能回收吗";
            yield return $"{other}里的{name.Text}";
            yield return name.Text.Replace(name.Text[^1], other[0]);
        }
    }

    private static string AskApi(string query)
    {
        var hits = new SearchHit[Most];
        return string.Join(' ', hits.Take(Snapshot.Search.Find(query, hits))
            .Select(h => (h.Item < 0 ? TestContent.Real.Sorting.Rules[h.Name].Id : Snapshot.Items[h.Item].Id) + ":" + h.Match.Code()));
    }

    private static async Task<string[]> AskPageAsync(string[] queries)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var module in (string[])["item-finder.js", "item-index.js", "item-letters.js", "item-rank.js"])
            {
                File.Copy(Path.Combine(TestContent.Folder, "../site/Scripts", module), Path.Combine(folder.FullName, module));
            }

            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "package.json"), """{"type":"module"}""");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "index.json"), Index);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "queries.json"), JsonSerializer.Serialize(queries));
            var ask = Path.Combine(folder.FullName, "ask.mjs");
            await File.WriteAllTextAsync(ask, $$"""
                import { readFileSync } from "node:fs";
                import { finder } from "./item-finder.js";
                const read = name => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
                const search = finder(read("index.json"));
                console.log(JSON.stringify(read("queries.json").map(query => search.find(query, {{Most}}).map(hit => (hit.rule || hit.item).id + ":" + hit.match).join(" "))));
                """);
            using var node = Process.Start(new ProcessStartInfo("node", [ask]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            var output = await node.StandardOutput.ReadToEndAsync();
            await node.WaitForExitAsync();
            return JsonSerializer.Deserialize<string[]>(output)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
