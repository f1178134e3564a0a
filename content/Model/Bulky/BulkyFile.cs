namespace Jizhou.Public.Content.Bulky;

/// <summary>Reads data/bulky/*.yaml.</summary>
internal static class BulkyFile
{
    /// <summary>The whole book, or null for a folder without data/bulky. Every township of <paramref name="geo"/> must be served by exactly one area.</summary>
    public static BulkyBook? ReadIfThere(ContentSource source, Geography geo)
    {
        if (source.Files("data/bulky", ".yaml").Count == 0)
        {
            return null;
        }

        var (rules, areas) = (BulkyRulesFile.Read(source), ServiceAreasFile.Read(source, geo));
        return new BulkyBook(rules, areas, BulkyCatalogueFile.Read(source), TariffFile.Read(source)) { Rounds = RoundFiles.Read(source, geo, areas, rules) };
    }

    /// <summary>A required amount above zero.</summary>
    internal static int Positive(this YamlMap map, string key)
    {
        var value = map.Whole(key);
        if (value <= 0 && map.Has(key))
        {
            map.Report(key, $"\"{key}\" is {value}", "write a whole number above 0");
        }

        return value;
    }

    /// <summary>A required volume in m³, kept in litres so that sums are exact.</summary>
    internal static int Litres(this YamlMap map, string key)
    {
        var cubicMetres = map.Number(key);
        var litres = cubicMetres * 1000;
        if (map.Has(key) && (litres < 1 || litres > 1_000_000 || litres != decimal.Truncate(litres)))
        {
            map.Report(key, $"\"{key}\" is {cubicMetres}", "write a volume in m³ between 0.001 and 1000, with at most three decimals");
            return 0;
        }

        return (int)litres;
    }

    /// <summary>A code that can stand in an address: lower-case letters, digits and hyphens.</summary>
    internal static string Code(this YamlMap map, HashSet<string> taken)
    {
        var code = map.Text("code");
        if (code.Any(c => c is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '-')))
        {
            map.Report("code", $"the code \"{code}\" has other characters than a–z, 0–9 and -", "write it like sofa-single");
        }
        else if (code.Length > 0 && !taken.Add(code))
        {
            map.Report("code", $"the code \"{code}\" is given twice", "give each entry a code of its own");
        }

        return code;
    }
}
