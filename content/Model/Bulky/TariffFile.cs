namespace Jizhou.Public.Content.Bulky;

/// <summary>Reads data/bulky/tariff.yaml.</summary>
internal static class TariffFile
{
    /// <summary>The tariffs with all their versions; refuses a negative fee and two versions that begin on one day.</summary>
    public static IReadOnlyList<Tariff> Read(ContentSource source)
    {
        var root = source.Yaml("data/bulky/tariff.yaml");
        List<Tariff> tariffs = [];
        foreach (var map in root.SomeMaps("tariffs"))
        {
            var tariff = new Tariff(map.Text("code"), map.Text("version"), map.Date("inForceFrom"), map.Flag("sample"), map.Text("name"), map.Text("note"),
                Fee(map, "fenPerStop"), Fee(map, "fenPerCubicMetre"));
            if (tariffs.Exists(t => t.Code == tariff.Code && (t.InForceFrom == tariff.InForceFrom || t.Version == tariff.Version)))
            {
                map.Report("version", $"the tariff \"{tariff.Code}\" has this version or this first day twice", "give each version a name and a first day of its own");
            }

            map.Done();
            tariffs.Add(tariff);
        }

        root.Done();
        return tariffs;
    }

    private static int Fee(YamlMap map, string key)
    {
        var fen = map.Whole(key);
        if (fen < 0)
        {
            map.Report(key, $"\"{key}\" is {fen}", "write the fee in fen, 0 or more");
        }

        return fen;
    }
}
