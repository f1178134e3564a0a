namespace Jizhou.Public.Content;

/// <summary>Reads data/plan/: plan.yaml, figures.yaml, measures.yaml, projects.yaml and inconsistencies.yaml.</summary>
internal static class PlanFiles
{
    private static readonly string[] Ops = ["=", ">="];
    private static readonly string[] Severities = ["high", "medium", "low"];
    private static readonly string[] Tags = ["resident", "inn", "farmer", "plastic"];

    /// <summary>The plan; refuses ids given twice, unknown offices and a special action of an unknown section.</summary>
    public static DistrictPlan Read(ContentSource source, LegalLibrary legal, OfficeDirectory offices)
    {
        var ids = new HashSet<string>();
        var sections = All(source.Yaml("data/plan/measures.yaml"), "sections", m => Section(m, offices, ids));
        var root = source.Yaml("data/plan/plan.yaml");
        var plan = new DistrictPlan
        {
            Title = root.Text("title"),
            Issuer = root.Text("issuer"),
            Period = root.Text("period"),
            IssuedOn = root.OptionalDate("issuedOn"),
            Note = root.Text("note"),
            Citation = legal.ReadOne(root, "citation"),
            ReferencedDocuments = root.Texts("referencedDocuments"),
            Footnotes = [.. root.SomeMaps("footnotes").Select(Footnote)],
            MaterialLists = [.. root.SomeMaps("materialLists").Select(MaterialList)],
            Sections = sections,
            Figures = All(source.Yaml("data/plan/figures.yaml"), "figures", m => Figure(m, ids)),
            SpecialActions = All(source.Yaml("data/plan/projects.yaml"), "specialActions", m => SpecialAction(m, offices, sections, ids)),
            Inconsistencies = All(source.Yaml("data/plan/inconsistencies.yaml"), "inconsistencies", m => Inconsistency(m, ids)),
        };
        root.Done();
        return plan;
    }

    private static List<T> All<T>(YamlMap root, string key, Func<YamlMap, T> read)
    {
        List<T> all = [.. root.SomeMaps(key).Select(m => Closed(m, read))];
        root.Done();
        return all;
    }

    private static T Closed<T>(YamlMap map, Func<YamlMap, T> read)
    {
        var value = read(map);
        map.Done();
        return value;
    }

    private static string Id(YamlMap map, HashSet<string> ids)
    {
        var id = map.Text("id");
        if (!ids.Add(id))
        {
            map.Report("id", $"the id \"{id}\" is given twice", "give each entry an id of its own");
        }

        return id;
    }

    private static List<string> ReadTags(YamlMap map)
    {
        var tags = map.Texts("tags");
        foreach (var other in tags.Where(t => !Tags.Contains(t, StringComparer.Ordinal)))
        {
            map.Report("tags", $"unknown tag \"{other}\"", $"use: {string.Join(", ", Tags)}");
        }

        return [.. tags];
    }

    private static PlanSection Section(YamlMap map, OfficeDirectory offices, HashSet<string> ids) =>
        new(Id(map, ids), map.Text("chapter"), map.Text("title"), map.Whole("sourceLine"), offices.ReadMentions(map, "departments"),
            [.. map.SomeMaps("measures").Select(m => Closed(m, x => new PlanMeasure(Id(x, ids), x.Text("summary"), x.Text("anchor"), ReadTags(x))))]);

    private static PlanSpecialAction SpecialAction(YamlMap map, OfficeDirectory offices, List<PlanSection> sections, HashSet<string> ids)
    {
        var section = map.Text("section");
        if (!sections.Exists(s => s.Id == section))
        {
            map.Report("section", $"unknown section \"{section}\"", "use an id of data/plan/measures.yaml, such as C7_1");
        }

        return new PlanSpecialAction(map.Whole("box"), map.Text("title"), section,
            [.. map.SomeMaps("projects").Select(m => Closed(m, x => Project(x, offices, ids)))]);
    }

    private static PlanProject Project(YamlMap map, OfficeDirectory offices, HashSet<string> ids) =>
        new(Id(map, ids), map.Whole("no"), map.Text("name"), map.Text("summary"), map.Text("anchor"), map.Whole("sourceLine"),
            offices.ReadMentions(map, "departments"), ReadTags(map));

    private static PlanFigure Figure(YamlMap map, HashSet<string> ids) =>
        new(Id(map, ids), map.Text("section"), map.Text("what"), map.Number("value"), map.Text("unit"), map.Choice("op", Ops),
            map.OptionalText("year"), map.Text("quote"), map.Text("topic"));

    private static PlanFootnote Footnote(YamlMap map) => Closed(map, m =>
        new PlanFootnote(m.Whole("no"), m.Text("term"), m.OptionalText("level"), m.Text("summary"), m.Whole("sourceLine"), m.Text("anchor")));

    private static PlanMaterialList MaterialList(YamlMap map) => Closed(map, m => new PlanMaterialList(m.Text("section"), m.Texts("materials")));

    private static PlanInconsistency Inconsistency(YamlMap map, HashSet<string> ids)
    {
        if (!map.Has("first"))
        {
            map.Report("first", "\"first\" is missing", "add a line such as \"first: { where: 五（三）, quote: … }\"");
        }

        return new PlanInconsistency(Id(map, ids), map.Choice("severity", Severities), map.Text("what"),
            Quote(map, "first") ?? new PlanQuote("", ""), Quote(map, "second"), map.Text("advice"));
    }

    private static PlanQuote? Quote(YamlMap map, string key) =>
        map.OptionalMap(key) is { } quote ? Closed(quote, q => new PlanQuote(q.Text("where"), q.Text("quote"))) : null;
}
