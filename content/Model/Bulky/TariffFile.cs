namespace Jizhou.Public.Content.Bulky;

/// <summary>Reads data/bulky/tariff.yaml.</summary>
internal static class TariffFile
{
    /// <summary>The tariff; refuses a negative fee.</summary>
    public static Tariff Read(ContentSource source)
    {
        var root = source.Yaml("data/bulky/tariff.yaml");
        var tariff = new Tariff(root.Text("version"), root.Date("inForceFrom"), root.Flag("sample"), root.Text("name"), root.Text("note"),
            Fee(root, "fenPerStop"), Fee(root, "fenPerCubicMetre"));
        root.Done();
        return tariff;
    }

    private static int Fee(YamlMap root, string key)
    {
        var fen = root.Whole(key);
        if (fen < 0)
        {
            root.Report(key, $"\"{key}\" is {fen}", "write the fee in fen, 0 or more");
        }

        return fen;
    }
}
