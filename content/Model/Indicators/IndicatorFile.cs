namespace Jizhou.Public.Content;

/// <summary>Reads data/indicators/indicators.yaml.</summary>
internal static class IndicatorFile
{
    private const string File = "data/indicators/indicators.yaml";
    private static readonly string[] Statuses = ["published", "not-published"];

    /// <summary>The indicators; refuses an id or number given twice, unknown offices and a published value without a citation.</summary>
    public static IReadOnlyList<Indicator> Read(ContentSource source, LegalLibrary legal, OfficeDirectory offices)
    {
        var root = source.Yaml(File);
        List<Indicator> indicators = [];
        foreach (var map in root.SomeMaps("indicators"))
        {
            var indicator = One(map, legal, offices);
            if (indicators.Exists(i => i.Id == indicator.Id || i.No == indicator.No))
            {
                map.Report("id", $"the id \"{indicator.Id}\" or the number {indicator.No} is given twice", "each indicator has its own, as in the plan's table");
            }

            indicators.Add(indicator);
        }

        root.Done();
        return indicators;
    }

    private static Indicator One(YamlMap map, LegalLibrary legal, OfficeDirectory offices)
    {
        var (baseline, target) = (Figure(map, "baseline"), Figure(map, "target"));
        var cumulative = baseline.IsSum || target.IsSum;
        var indicator = new Indicator(map.Text("id"), map.Whole("no"), map.Text("group"), map.Text("name"), map.Text("unit"), cumulative,
            cumulative ? baseline.AsSum() : baseline, cumulative ? target.AsSum() : target,
            [.. map.SomeMaps("observations").Select(o => Observation(o, legal))], map.Text("attribute"),
            offices.ReadMentions(map, "departments"), legal.ReadOne(map, "citation"), map.OptionalText("note"));
        map.Done();
        return indicator;
    }

    private static IndicatorFigure Figure(YamlMap map, string key)
    {
        if (map.OptionalMap(key) is not { } figure)
        {
            map.Report(key, $"\"{key}\" is missing", $"add a line such as \"{key}: {{ year: 2025, raw: 50以上 }}\"");
            return IndicatorFigure.Parse("", 0);
        }

        var parsed = IndicatorFigure.Parse(figure.Text("raw"), figure.Whole("year"));
        figure.Done();
        return parsed;
    }

    private static IndicatorObservation Observation(YamlMap map, LegalLibrary legal)
    {
        var status = map.Choice("status", Statuses);
        var value = map.OptionalNumber("value");
        if (status == "published" != value.HasValue)
        {
            map.Report("status", $"status is \"{status}\" and value is {value?.ToString() ?? "missing"}", "a published observation has a value; any other has none");
        }

        var citation = map.Has("citation") || status == "published" ? legal.ReadOne(map, "citation") : null;
        var observation = new IndicatorObservation(map.Whole("year"), value, status, map.Date("checkedOn"), citation);
        map.Done();
        return observation;
    }
}
