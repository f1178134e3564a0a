namespace Jizhou.Public.Content.Bulky;

/// <summary>Reads data/bulky/trucks.yaml, village-order.yaml, results.yaml and tip-centres.yaml.</summary>
internal static class RoundFiles
{
    private static readonly string[] Vehicles = ["truck", "tricycle"];
    private static readonly string[] Kinds = ["sorting-centre", "transfer-station"];

    /// <summary>The book; refuses unknown areas, windows, villages and streams, a village in two places, an area without a truck, and samples that do not say so.</summary>
    public static RoundBook Read(ContentSource source, Geography geo, IReadOnlyList<ServiceArea> areas, BulkyRules rules)
    {
        var (sample, trucks) = Trucks(source, areas, rules);
        var order = Orders(source, geo, areas);
        var (streams, reasons) = Results(source);
        return new RoundBook(sample, trucks, order, streams, reasons, Centres(source, streams));
    }

    private static (bool Sample, List<Truck> Trucks) Trucks(ContentSource source, IReadOnlyList<ServiceArea> areas, BulkyRules rules)
    {
        var root = source.Yaml("data/bulky/trucks.yaml");
        var sample = root.Flag("sample");
        HashSet<string> codes = [];
        List<Truck> trucks = [];
        foreach (var map in root.SomeMaps("trucks"))
        {
            var truck = new Truck(map.Code(codes), Name(map, sample), map.Choice("vehicle", Vehicles) == "tricycle", map.Litres("cubicMetres"),
                map.KnownCodes("areas", [.. areas.Select(a => a.Code)]), map.KnownCodes("windows", [.. rules.Windows.Select(w => w.Code)]));
            map.Done();
            trucks.Add(truck);
        }

        foreach (var area in areas.Where(a => trucks.Count > 0 && !trucks.Exists(t => !t.IsTricycle && t.Areas.Contains(a.Code, StringComparer.Ordinal))))
        {
            root.Report("trucks", $"no truck works in the area \"{area.Code}\"", "add the area to a truck");
        }

        root.Done();
        return (sample, trucks);
    }

    private static Dictionary<string, IReadOnlyList<string>> Orders(ContentSource source, Geography geo, IReadOnlyList<ServiceArea> areas)
    {
        var root = source.Yaml("data/bulky/village-order.yaml");
        root.Flag("sample");
        Dictionary<string, IReadOnlyList<string>> orders = new(StringComparer.Ordinal);
        foreach (var map in root.Maps("areas"))
        {
            var code = map.Choice("area", [.. areas.Select(a => a.Code)]);
            var area = areas.FirstOrDefault(a => a.Code == code);
            string[] known = [.. geo.Villages.Where(v => area is not null && area.Townships.Contains(v.Township, StringComparer.Ordinal)).Select(v => v.Code)];
            if (!orders.TryAdd(code, map.KnownCodes("villages", known)))
            {
                map.Report("area", $"the area \"{code}\" is given twice", "keep one entry for each area");
            }

            map.Done();
        }

        root.Done();
        return orders;
    }

    private static (List<LoadStream> Streams, List<MissReason> Reasons) Results(ContentSource source)
    {
        var root = source.Yaml("data/bulky/results.yaml");
        root.Flag("sample");
        HashSet<string> streamCodes = [];
        HashSet<string> reasonCodes = [];
        List<LoadStream> streams = [];
        List<MissReason> reasons = [];
        foreach (var map in root.SomeMaps("streams"))
        {
            streams.Add(new LoadStream(map.Code(streamCodes), map.Text("name")));
            map.Done();
        }

        foreach (var map in root.SomeMaps("reasons"))
        {
            reasons.Add(new MissReason(map.Code(reasonCodes), map.Text("name"), map.Text("advice")));
            map.Done();
        }

        root.Done();
        return (streams, reasons);
    }

    private static List<TipCentre> Centres(ContentSource source, List<LoadStream> streams)
    {
        var root = source.Yaml("data/bulky/tip-centres.yaml");
        var sample = root.Flag("sample");
        HashSet<string> codes = [];
        List<TipCentre> centres = [];
        foreach (var map in root.SomeMaps("centres"))
        {
            centres.Add(new TipCentre(map.Code(codes), Name(map, sample), map.Choice("kind", Kinds), map.KnownCodes("streams", [.. streams.Select(s => s.Code)])));
            map.Done();
        }

        foreach (var stream in streams.Where(s => centres.Count > 0 && !centres.Exists(c => c.Streams.Contains(s.Code, StringComparer.Ordinal))))
        {
            root.Report("centres", $"no centre takes the stream \"{stream.Code}\"", "add the stream to a centre");
        }

        root.Done();
        return centres;
    }

    private static string Name(YamlMap map, bool sample)
    {
        var name = map.Text("name");
        if (sample && name.Length > 0 && !name.Contains("示例", StringComparison.Ordinal))
        {
            map.Report("name", $"the sample \"{name}\" does not say that it is one", "add 示例 to the name");
        }

        return name;
    }

    // At least one, each known, none twice.
    private static List<string> KnownCodes(this YamlMap map, string key, string[] known)
    {
        List<string> codes = [];
        foreach (var code in map.Texts(key))
        {
            if (!known.Contains(code, StringComparer.Ordinal) || codes.Contains(code, StringComparer.Ordinal))
            {
                map.Report(key, $"\"{code}\" is not known here, or is given twice", known.Length > 20 ? "use the 12-digit codes of content/data/geo" : $"use each at most once: {string.Join(", ", known)}");
                continue;
            }

            codes.Add(code);
        }

        if (codes.Count == 0)
        {
            map.Report(key, $"\"{key}\" names nothing", "name at least one");
        }

        return codes;
    }
}
