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
            if (One(map, legal) is not { } penalty)
            {
                continue;
            }

            if (penalties.Exists(p => p.Id == penalty.Id))
            {
                map.Report("key", $"\"{penalty.Id}\" is given twice", "give each amount of an article a key of its own");
            }

            penalties.Add(penalty);
        }

        root.Done();
        return new PenaltyBook(penalties);
    }

    private static Penalty? One(YamlMap map, LegalLibrary legal)
    {
        var reference = map.Text("citation");
        var (minimum, maximum) = (map.OptionalWhole("minYuan"), map.OptionalWhole("maxYuan"));
        if (minimum > maximum)
        {
            map.Report("minYuan", $"minYuan {minimum} is more than maxYuan {maximum}", "exchange them");
        }

        var citation = legal.Find(reference);
        if (citation is null && reference.Length > 0 && legal.Complain(reference) is { } complaint)
        {
            map.Report("citation", complaint.What, complaint.HowToMend);
        }

        var (key, who, act, raw) = (map.Text("key"), map.Text("who"), map.Text("act"), map.Text("raw"));
        var (condition, note) = (map.OptionalText("condition"), map.OptionalText("note"));
        var (from, to) = (map.OptionalDate("from"), map.OptionalDate("to"));
        map.Done();
        return citation is null ? null : new Penalty(key, citation, who, act, condition, minimum * 100L, maximum * 100L,
            from ?? citation.InForceFrom, to ?? citation.InForceTo, raw)
        { Note = note };
    }
}
