namespace Jizhou.Public.Content;

/// <summary>Reads data/legal/penalties.yaml.</summary>
internal static class PenaltyFile
{
    private const string File = "data/legal/penalties.yaml";

    /// <summary>The amounts; refuses an unknown citation, a range the wrong way round and a name given twice.</summary>
    public static PenaltyBook Read(ContentSource source, LegalLibrary legal)
    {
        var root = source.Yaml(File);
        List<Penalty> penalties = [];
        foreach (var map in root.SomeMaps("penalties"))
        {
            var penalty = One(map, legal);
            if (penalties.Exists(p => p.Id == penalty.Id))
            {
                map.Report("key", $"\"{penalty.Id}\" is given twice", "give each amount of an article a key of its own");
            }

            penalties.Add(penalty);
        }

        root.Done();
        return new PenaltyBook(penalties);
    }

    private static Penalty One(YamlMap map, LegalLibrary legal)
    {
        var citation = legal.ReadOne(map, "citation");
        var (minimum, maximum) = (map.OptionalWhole("minYuan"), map.OptionalWhole("maxYuan"));
        if (minimum > maximum)
        {
            map.Report("minYuan", $"minYuan {minimum} is more than maxYuan {maximum}", "exchange them");
        }

        var penalty = new Penalty(map.Text("key"), citation, map.Text("who"), map.Text("act"), map.OptionalText("condition"),
            minimum * 100L, maximum * 100L, map.OptionalDate("from") ?? citation.InForceFrom, map.OptionalDate("to") ?? citation.InForceTo, map.Text("raw"))
        {
            Note = map.OptionalText("note"),
        };
        map.Done();
        return penalty;
    }
}
