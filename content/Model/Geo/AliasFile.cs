namespace Jizhou.Public.Content;

/// <summary>Reads data/geo/aliases.csv; a content folder may lack it.</summary>
internal static class AliasFile
{
    private const string File = "data/geo/aliases.csv";

    private static readonly Dictionary<string, AliasKind> Kinds = new(StringComparer.Ordinal)
    {
        ["district"] = AliasKind.District, ["township"] = AliasKind.Township, ["village"] = AliasKind.Village, ["ending"] = AliasKind.Ending,
    };

    /// <summary>The aliases in the order of the file; refuses codes nobody has and a word given twice.</summary>
    public static IReadOnlyList<AreaAlias> ReadIfThere(ContentSource source, IReadOnlyList<Township> townships, IReadOnlyList<Village> villages)
    {
        if (!System.IO.File.Exists(Path.Combine(source.Root, File)))
        {
            return [];
        }

        HashSet<string> codes = [.. townships.Select(one => one.Code), .. villages.Select(one => one.Code)];
        HashSet<string> words = new(StringComparer.Ordinal);
        List<AreaAlias> aliases = [];
        foreach (var row in source.Csv(File, "alias", "kind", "stands_for", "note"))
        {
            var alias = new AreaAlias(row.Text("alias"), Kinds.GetValueOrDefault(row.Choice("kind", Kinds.Keys)), row.OptionalText("stands_for") ?? "", row.OptionalText("note"));
            Check(row, alias, codes);
            if (!words.Add(alias.Alias))
            {
                row.Report($"\"{alias.Alias}\" is given twice", "a word stands for one thing");
            }

            aliases.Add(alias);
        }

        return aliases;
    }

    private static void Check(CsvRow row, AreaAlias alias, HashSet<string> codes)
    {
        if (alias.Kind is AliasKind.Township or AliasKind.Village && !codes.Contains(alias.StandsFor))
        {
            row.Report($"no area has the code \"{alias.StandsFor}\"", "use a code of data/geo/townships.csv or villages.csv");
        }

        if (alias.Kind == AliasKind.Ending && alias.StandsFor.Length == 0)
        {
            row.Report($"the ending \"{alias.Alias}\" stands for nothing", "write the ending of data/geo/villages.csv into stands_for");
        }
    }
}
