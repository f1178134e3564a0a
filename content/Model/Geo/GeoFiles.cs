using System.Text.Json;

namespace Jizhou.Public.Content;

/// <summary>Reads data/geo/: townships.csv, villages.csv, aliases.csv, points.csv and boundary.geojson.</summary>
internal static class GeoFiles
{
    private const string BoundaryFile = "data/geo/boundary.geojson";

    private static readonly Dictionary<string, string> TownshipKinds = new()
    {
        ["street"] = "街道",
        ["town"] = "镇",
        ["township"] = "乡",
        ["statistical-zone"] = "统计用功能区",
    };

    /// <summary>The geography; refuses codes given twice and villages of unknown townships.</summary>
    public static Geography Read(ContentSource source)
    {
        var codes = new HashSet<string>();
        var points = Points(source);
        var townships = Townships(source, points, codes);
        var villages = Villages(source, townships, codes);
        return new Geography(townships, villages, Boundary(source), points) { Aliases = AliasFile.ReadIfThere(source, townships, villages) };
    }

    private static List<NamedPoint> Points(ContentSource source) =>
        [.. source.Csv("data/geo/points.csv", "name", "township", "lng", "lat").Select(row =>
            new NamedPoint(row.Text("name"), row.OptionalText("township"), new GeoPoint(row.Number("lng"), row.Number("lat"))))];

    private static List<Township> Townships(ContentSource source, List<NamedPoint> points, HashSet<string> codes)
    {
        List<Township> townships = [];
        foreach (var row in source.Csv("data/geo/townships.csv", "code", "name", "kind"))
        {
            var (code, kind) = (Code(row, codes, digits: 9), row.Choice("kind", TownshipKinds.Keys));
            var seat = points.Find(p => p.Township == code);
            townships.Add(new Township(code, row.Text("name"), kind, TownshipKinds.GetValueOrDefault(kind, ""), seat?.Position));
        }

        return townships;
    }

    private static List<Village> Villages(ContentSource source, List<Township> townships, HashSet<string> codes)
    {
        var rows = source.Csv("data/geo/villages.csv", "code", "official_name", "name", "township", "kind");
        var shared = rows.GroupBy(r => r.Text("name")).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet();
        var names = townships.DistinctBy(t => t.Code).ToDictionary(t => t.Code, t => t.Name);
        List<Village> villages = [];
        foreach (var row in rows)
        {
            var (name, township, kind) = (row.Text("name"), row.Text("township"), row.Choice("kind", "village", "community", "virtual"));
            if (!names.TryGetValue(township, out var townshipName))
            {
                row.Report($"unknown township \"{township}\"", "use a code of data/geo/townships.csv");
            }

            var label = shared.Contains(name) ? $"{name}（{townshipName}）" : name;
            villages.Add(new Village(Code(row, codes, digits: 12), row.Text("official_name"), name, label, township,
                kind == "virtual" ? "community" : kind, Offered: kind != "virtual"));
        }

        return villages;
    }

    private static string Code(CsvRow row, HashSet<string> codes, int digits)
    {
        var code = row.Text("code");
        if (code.Length != digits || !code.All(char.IsAsciiDigit))
        {
            row.Report($"the code \"{code}\" does not have {digits} digits", "copy the statistical code of 国家统计局");
        }

        if (!codes.Add(code))
        {
            row.Report($"the code \"{code}\" is given twice", "each unit has its own");
        }

        return code;
    }

    private static List<GeoPoint> Boundary(ContentSource source)
    {
        try
        {
            using var json = JsonDocument.Parse(source.Text(BoundaryFile) ?? "{}");
            return json.RootElement.TryGetProperty("features", out var features)
                ? [.. features[0].GetProperty("geometry").GetProperty("coordinates")[0].EnumerateArray()
                    .Select(p => new GeoPoint(p[0].GetDouble(), p[1].GetDouble()))]
                : [];
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            var line = (int)((broken as JsonException)?.LineNumber ?? 0) + 1;
            source.Report(BoundaryFile, line, $"the outline cannot be read: {broken.Message}", "it must be GeoJSON with one feature, a Polygon of [lng, lat] pairs");
            return [];
        }
    }
}
