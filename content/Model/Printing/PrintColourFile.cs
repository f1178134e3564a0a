using System.Text.RegularExpressions;

namespace Jizhou.Public.Content;

/// <summary>Reads data/printing/colours.yaml.</summary>
internal static partial class PrintColourFile
{
    private const string File = "data/printing/colours.yaml";

    /// <summary>The colours; refuses one that differs from categories.yaml, and a household category without one. Empty without the file.</summary>
    public static IReadOnlyList<PrintColour> ReadIfThere(ContentSource source, SortingCatalogue sorting)
    {
        if (!System.IO.File.Exists(Path.Combine(source.Root, File)))
        {
            return [];
        }

        var root = source.Yaml(File);
        List<PrintColour> all = [.. root.SomeMaps("colours").Select(map => One(map, sorting))];
        foreach (var missing in sorting.Categories.Where(c => c.Household && !all.Exists(one => one.Category == c.Code)))
        {
            root.Report("colours", $"no colour for \"{missing.Code}\"", "add one: each of the four bins is printed");
        }

        root.Done();
        return all;
    }

    private static PrintColour One(YamlMap map, SortingCatalogue sorting)
    {
        var colour = new PrintColour(map.Text("category"), map.Text("pantone"), map.Text("srgb"), map.Text("english"), map.Text("source"));
        if (sorting.Category(colour.Category)?.Pantone != colour.Pantone)
        {
            map.Report("pantone", $"\"{colour.Pantone}\" is not the colour of \"{colour.Category}\" in categories.yaml", "write the same in both");
        }

        if (!Hex().IsMatch(colour.Srgb))
        {
            map.Report("srgb", $"\"{colour.Srgb}\" is no colour", "write it like \"#236192\"");
        }

        map.Done();
        return colour;
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hex();
}
