namespace Jizhou.Public.Content;

/// <summary>Reads data/legal/citations.yaml.</summary>
internal static class LegalFile
{
    private const string File = "data/legal/citations.yaml";

    /// <summary>The library; refuses an id given twice, an article without a subject and a repeal by something unknown.</summary>
    public static LegalLibrary Read(ContentSource source)
    {
        var root = source.Yaml(File);
        List<LegalDocument> documents = [];
        List<(YamlMap Map, string? RepealedBy)> repeals = [];
        foreach (var map in root.SomeMaps("documents"))
        {
            var document = Document(map);
            if (documents.Exists(d => d.Id == document.Id))
            {
                map.Report("id", $"the id \"{document.Id}\" is given twice", "give each document an id of its own");
            }

            documents.Add(document);
            repeals.Add((map, document.Whole.RepealedBy));
        }

        root.Done();
        var library = new LegalLibrary(documents);
        foreach (var (map, by) in repeals)
        {
            if (by is not null && library.Complain(by) is { } complaint)
            {
                map.Report("repealedBy", complaint.What, complaint.HowToMend);
            }
        }

        return library;
    }

    private static LegalDocument Document(YamlMap map)
    {
        var id = map.Text("id");
        var title = map.Text("title");
        var whole = new Citation(id, title, null, map.OptionalDate("inForceFrom"), map.OptionalDate("inForceTo"),
            map.Date("checkedOn"), map.ReadConfidence("confidence"), map.OptionalText("url"))
        {
            IssuedOn = map.OptionalDate("issuedOn"),
            Number = map.OptionalText("number"),
            Note = map.OptionalText("note"),
            RepealedBy = map.OptionalText("repealedBy"),
        };
        if (whole.InForceFrom > whole.InForceTo)
        {
            map.Report("inForceTo", $"inForceTo {whole.InForceTo:yyyy-MM-dd} lies before inForceFrom", "inForceTo is the last day in force");
        }

        var document = new LegalDocument(id, title, Articles(map), whole, map.Text("source"), map.OptionalText("issuer"));
        map.Done();
        return document;
    }

    private static Dictionary<string, string> Articles(YamlMap map)
    {
        var articles = map.OptionalMap("articles");
        return articles?.Keys.ToDictionary(k => k, articles.Text) ?? [];
    }
}
