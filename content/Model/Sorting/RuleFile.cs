namespace Jizhou.Public.Content;

/// <summary>Reads data/sorting/rules.yaml and question-words.yaml.</summary>
internal static class RuleFile
{
    /// <summary>The rules, in the order of the file; refuses unknown categories and ways, an id given twice, and a rule without an ending.</summary>
    public static IReadOnlyList<SortingRule> Read(ContentSource source, IReadOnlyCollection<string> categories, IReadOnlyCollection<string> ways)
    {
        var root = source.Yaml("data/sorting/rules.yaml");
        HashSet<string> ids = [];
        List<SortingRule> rules = [];
        foreach (var map in root.SomeMaps("rules"))
        {
            var rule = Rule(map, categories, ways);
            if (!ids.Add(rule.Id))
            {
                map.Report("id", $"the rule \"{rule.Id}\" is given twice", "give it an id of its own");
            }

            if (rule.Ends.Count == 0)
            {
                map.Report("ends", "a rule without an ending", "name the last words it holds for: ends: [瓶, 罐]");
            }

            rules.Add(rule);
            map.Done();
        }

        root.Done();
        return rules;
    }

    /// <summary>The words that people put around the thing they ask about; a line of the file holds several, with blanks between.</summary>
    public static IReadOnlyList<string> QuestionWords(ContentSource source)
    {
        var root = source.Yaml("data/sorting/question-words.yaml");
        var words = root.Texts("words").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        root.Done();
        return words;
    }

    private static SortingRule Rule(YamlMap map, IReadOnlyCollection<string> categories, IReadOnlyCollection<string> ways)
    {
        var answers = !map.Has("answer");
        if (!answers)
        {
            map.Choice("answer", "none");
        }

        return new SortingRule(map.Text("id"), map.Text("say"), map.Texts("with"), map.Texts("ends"), answers ? map.Choice("category", categories) : null,
            map.Has("goes") ? map.Choice("goes", ways) : null, answers ? map.Text("reason") : "", map.OptionalText("prepare"))
        {
            From = map.Texts("from"),
        };
    }
}
