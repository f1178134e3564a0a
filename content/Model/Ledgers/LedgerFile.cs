namespace Jizhou.Public.Content;

/// <summary>Reads data/ledgers/ledgers.yaml.</summary>
internal static class LedgerFile
{
    private const string File = "data/ledgers/ledgers.yaml";
    private static readonly string[] Kinds = ["date", "choice", "number", "whole", "text", "plate"];

    /// <summary>The books; refuses keys that no column has and widths that are not a whole sheet. Empty without the file.</summary>
    public static IReadOnlyList<Ledger> ReadIfThere(ContentSource source, LegalLibrary legal)
    {
        if (!System.IO.File.Exists(Path.Combine(source.Root, File)))
        {
            return [];
        }

        var root = source.Yaml(File);
        List<Ledger> all = [.. root.SomeMaps("ledgers").Select(map => One(map, legal))];
        root.Done();
        return all;
    }

    private static Ledger One(YamlMap map, LegalLibrary legal)
    {
        List<LedgerColumn> columns = [.. map.SomeMaps("columns").Select(Column)];
        var ledger = new Ledger(map.Text("id"), map.Text("title"), map.Text("keep"), map.Whole("rows"), columns, map.Text("groupBy"),
            map.Texts("either"), [.. map.Maps("warnings").Select(one => Warning(one, columns))], legal.Read(map, "citations"));
        foreach (var unknown in ledger.Either.Append(ledger.GroupBy).Where(key => !columns.Exists(c => c.Key == key)))
        {
            map.Report("groupBy", $"no column \"{unknown}\"", $"use one of: {string.Join(", ", columns.Select(c => c.Key))}");
        }

        if (columns.Sum(c => c.Width) != 100)
        {
            map.Report("columns", $"the widths add up to {columns.Sum(c => c.Width)}", "make them 100");
        }

        map.Done();
        return ledger;
    }

    private static LedgerColumn Column(YamlMap map)
    {
        var column = new LedgerColumn(map.Text("key"), map.Text("name"), map.Choice("kind", Kinds), map.Flag("required"), map.Flag("sum"),
            map.Whole("width"), map.Texts("choices"), map.OptionalText("hint"));
        if (column.Kind == "choice" && column.Choices.Count == 0)
        {
            map.Report("choices", $"\"{column.Key}\" offers nothing to choose", "list the choices");
        }

        map.Done();
        return column;
    }

    private static LedgerWarning Warning(YamlMap map, List<LedgerColumn> columns)
    {
        Dictionary<string, string> when = [];
        foreach (var condition in map.SomeMaps("when"))
        {
            var key = condition.Text("column");
            when[key] = condition.Text("is");
            if (!columns.Exists(c => c.Key == key))
            {
                condition.Report("column", $"no column \"{key}\"", $"use one of: {string.Join(", ", columns.Select(c => c.Key))}");
            }

            condition.Done();
        }

        var warning = new LedgerWarning(when, map.Text("text"));
        map.Done();
        return warning;
    }
}
