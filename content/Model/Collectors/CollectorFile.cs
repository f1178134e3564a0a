namespace Jizhou.Public.Content;

/// <summary>Reads data/collectors.csv.</summary>
internal static class CollectorFile
{
    private const string File = "data/collectors.csv";

    /// <summary>
    /// The directory; refuses unknown streams and townships, an id given twice, days the wrong way round and a sample without 示例.
    /// Empty without the file.
    /// </summary>
    public static IReadOnlyList<Collector> ReadIfThere(ContentSource source, Geography geo)
    {
        if (!System.IO.File.Exists(Path.Combine(source.Root, File)))
        {
            return [];
        }

        HashSet<string> ids = [];
        List<Collector> all = [];
        foreach (var row in source.Csv(File, "id", "name", "streams", "townships", "licence", "valid_from", "valid_until", "plates", "source", "checked_on", "sample"))
        {
            var one = One(row);
            if (!ids.Add(one.Id))
            {
                row.Report($"the id \"{one.Id}\" is given twice", "give each collector an id of its own");
            }

            Check(row, one, geo);
            all.Add(one);
        }

        return all;
    }

    private static Collector One(CsvRow row) => new(row.Text("id"), row.Text("name"), row.Texts("streams"), row.Texts("townships"), row.Text("licence"),
        row.OptionalDate("valid_from"), row.OptionalDate("valid_until"), row.Texts("plates"), row.Text("source"),
        row.OptionalDate("checked_on") ?? Missing(row), row.Flag("sample"));

    private static DateOnly Missing(CsvRow row)
    {
        row.Report("\"checked_on\" is empty", "write the day on which you compared it with its source");
        return default;
    }

    private static void Check(CsvRow row, Collector one, Geography geo)
    {
        foreach (var unknown in one.Streams.Where(s => !CollectorWords.Streams.ContainsKey(s)))
        {
            row.Report($"unknown stream \"{unknown}\"", $"use one of: {string.Join(", ", CollectorWords.Streams.Keys)}");
        }

        foreach (var unknown in one.Townships.Where(code => !geo.Townships.Any(t => t.Code == code)))
        {
            row.Report($"unknown township \"{unknown}\"", "use a code of data/geo/townships.csv");
        }

        if (one.Streams.Count == 0 || one.Townships.Count == 0)
        {
            row.Report($"\"{one.Id}\" collects nothing anywhere", "name streams and townships, separated by spaces");
        }

        if (one.ValidUntil < one.ValidFrom)
        {
            row.Report($"\"{one.Id}\" ends before it begins", "exchange valid_from and valid_until");
        }

        if (one.Sample && !one.Name.Contains("示例", StringComparison.Ordinal))
        {
            row.Report($"\"{one.Name}\" is a sample and does not say so", "write 示例 into the name");
        }
    }
}
