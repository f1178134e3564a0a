namespace Jizhou.Public.Api.Places.Import;

/// <summary>A file as a table of texts, whatever its format was.</summary>
/// <param name="Columns">The headers as they were written.</param>
/// <param name="Rows">The rows below the header, in order.</param>
/// <param name="Crs">The coordinate system the file names, or null.</param>
public sealed record SourceTable(IReadOnlyList<string> Columns, IReadOnlyList<SourceRow> Rows, string? Crs)
{
    /// <summary>The character between cells, for writing rows back.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>A table out of named values; columns stand in the order in which they first come up.</summary>
    public static SourceTable Of(IReadOnlyList<IReadOnlyDictionary<string, string>> records, string? crs)
    {
        List<string> columns = [];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        foreach (var name in records.SelectMany(record => record.Keys))
        {
            if (places.TryAdd(name, columns.Count))
            {
                columns.Add(name);
            }
        }

        return new(columns, [.. records.Select((record, i) => new SourceRow(i + 1, Cells(record, columns)))], crs);
    }

    private static string[] Cells(IReadOnlyDictionary<string, string> record, List<string> columns) =>
        [.. columns.Select(column => record.GetValueOrDefault(column) ?? "")];
}

/// <summary>One row.</summary>
/// <param name="Number">As a spreadsheet counts it; in JSON the number of the object, from 1.</param>
/// <param name="Cells">One text a column, blank when there is none.</param>
public sealed record SourceRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>What is wrong with the row itself, or null.</summary>
    public string? Broken { get; init; }
}
