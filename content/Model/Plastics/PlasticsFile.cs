namespace Jizhou.Public.Content;

/// <summary>Reads data/plastics/: businesses.yaml, products.yaml and rules.yaml.</summary>
internal static class PlasticsFile
{
    private const string Folder = "data/plastics";

    /// <summary>The rulebook; refuses unknown ids and codes, contradictions, gaps and a rule whose law was not in force. Empty without the folder.</summary>
    public static PlasticsRulebook ReadIfThere(ContentSource source, LegalLibrary legal, PenaltyBook penalties)
    {
        if (!Directory.Exists(Path.Combine(source.Root, Folder)))
        {
            return PlasticsRulebook.Empty;
        }

        var products = Each(source.Yaml($"{Folder}/products.yaml"), "products", Product);
        var businesses = Each(source.Yaml($"{Folder}/businesses.yaml"), "businesses", m => Business(m, products));
        var root = source.Yaml($"{Folder}/rules.yaml");
        var recordedFrom = root.Date("recordedFrom");
        Dictionary<string, YamlMap> lines = [];
        var rules = Each(root, "rules", m =>
        {
            var rule = Rule(m, legal, penalties, businesses, products);
            lines.TryAdd(rule.Id, m);
            return rule;
        });
        var book = new PlasticsRulebook(recordedFrom, businesses, products, rules);
        PlasticsConsistency.Check(book, lines, root);
        return book;
    }

    private static List<T> Each<T>(YamlMap root, string key, Func<YamlMap, T> read)
    {
        List<T> all = [];
        HashSet<string> ids = [];
        foreach (var map in root.SomeMaps(key))
        {
            if (!ids.Add(map.Text("id")))
            {
                map.Report("id", $"the id \"{map.Text("id")}\" is given twice", "give each entry an id of its own");
            }

            all.Add(read(map));
            map.Done();
        }

        root.Done();
        return all;
    }

    private static PlasticsProduct Product(YamlMap map) =>
        new(map.Text("id"), map.Text("name"), map.Text("what"), map.OptionalText("note"));

    private static PlasticsBusiness Business(YamlMap map, List<PlasticsProduct> products) =>
        new(map.Text("id"), map.Text("name"), map.Text("short"), map.Text("what"), Known(map, "products", products.ConvertAll(p => p.Id)));

    private static PlasticsRule Rule(YamlMap map, LegalLibrary legal, PenaltyBook penalties,
        List<PlasticsBusiness> businesses, List<PlasticsProduct> products)
    {
        var areas = Known(map, "areas", PlasticsWords.Areas.Keys);
        return new PlasticsRule
        {
            Id = map.Text("id"),
            Businesses = Known(map, "businesses", businesses.ConvertAll(b => b.Id)),
            Products = Known(map, "products", products.ConvertAll(p => p.Id)),
            Areas = areas.Count == 0 ? [.. PlasticsWords.Areas.Keys] : areas,
            From = map.Date("from"),
            To = map.OptionalDate("to"),
            Verdict = map.Has("verdict") ? map.Choice("verdict", [.. PlasticsWords.Verdicts.Keys]) : map.OptionalText("verdict"),
            Duties = Known(map, "duties", PlasticsWords.Duties.Keys),
            Reason = map.Text("reason"),
            Exceptions = map.Texts("exceptions"),
            Alternatives = map.Texts("alternatives"),
            Citations = legal.Read(map, "citations"),
            Penalties = penalties.Read(map, "penalties"),
        };
    }

    private static IReadOnlyList<string> Known(YamlMap map, string key, IEnumerable<string> known)
    {
        var texts = map.Texts(key);
        foreach (var unknown in texts.Where(t => !known.Contains(t)))
        {
            map.Report(key, $"\"{key}\" holds the unknown \"{unknown}\"", $"use one of: {string.Join(", ", known)}");
        }

        return texts;
    }
}
