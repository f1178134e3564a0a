namespace Jizhou.Public.Content;

/// <summary>Finds names that cannot be searched by pinyin yet. The site's <c>check</c> fails on them; a build does not.</summary>
public static class PinyinCheck
{
    /// <summary>What an editor does about a missing name.</summary>
    public const string HowToMend = "run: cd site && npm ci && npm run pinyin, and commit the table";

    /// <summary>One problem for each name or alias of an item, township or village that the pinyin table lacks, at the line where the name stands.</summary>
    public static IReadOnlyList<ContentProblem> Missing(ContentFolder content) =>
        [.. content.Sorting.Items.GroupBy(i => i.File).SelectMany(f => In(content, f.Key, f.SelectMany(i => i.Aliases.Prepend(i.Name)))),
            .. In(content, "data/geo/townships.csv", content.Geo.Townships.Select(t => t.Name)),
            .. In(content, "data/geo/villages.csv", content.Geo.Villages.Select(v => v.Name))];

    private static IEnumerable<ContentProblem> In(ContentFolder content, string file, IEnumerable<string> names)
    {
        string[]? lines = null;
        foreach (var name in names.Distinct().Where(n => content.Pinyin.Find(n) is null))
        {
            lines ??= File.ReadAllLines(Path.Combine(content.Path, file));
            var line = 1 + Array.FindIndex(lines, l => l.Contains(name, StringComparison.Ordinal));
            yield return new ContentProblem(file, line, $"no pinyin for \"{name}\"", HowToMend);
        }
    }
}
