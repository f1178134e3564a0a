using CsvHelper;

namespace Jizhou.Public.Content;

/// <summary>Reads a table with a header line; lines that begin with # are the head comment.</summary>
public static class CsvFile
{
    /// <summary>The rows of a table that has exactly these columns; a wrong header or a row of another width becomes a problem.</summary>
    public static IReadOnlyList<CsvRow> Parse(ContentSource source, string file, string? text, char separator, params string[] columns)
    {
        if (text is null)
        {
            return [];
        }

        using var reader = CsvReader.FromText(text, Options(source, file, separator));
        if (!reader.Read())
        {
            source.Report(file, 0, "the table is empty", $"give it the header: {string.Join(separator, columns)}");
            return [];
        }

        return HeaderIsRight(source, file, reader, separator, columns) ? Rows(source, file, reader, columns) : [];
    }

    private static CsvReaderOptions Options(ContentSource source, string file, char separator) => new()
    {
        Separator = separator,
        HasHeader = false, // we read it ourselves, to name the line when it is wrong
        CommentPrefix = '#',
        TrackLineNumbers = true,
        OnMalformedRecord = bad => source.Report(file, (int)bad.LineNumber, "a quote stands where none may be",
            "put the whole field in double quotes and double the quotes inside"),
    };

    private static List<CsvRow> Rows(ContentSource source, string file, CsvReader reader, string[] columns)
    {
        List<CsvRow> rows = [];
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            if (reader.FieldCount == columns.Length)
            {
                rows.Add(new CsvRow(source, file, line, columns, reader.Current.ToArray()));
            }
            else
            {
                source.Report(file, line, $"this line has {reader.FieldCount} fields, the header has {columns.Length}",
                    $"give it one field for each of: {string.Join(", ", columns)}");
            }
        }

        return rows;
    }

    private static bool HeaderIsRight(ContentSource source, string file, CsvReader reader, char separator, string[] columns)
    {
        var found = reader.Current.ToArray();
        if (found.SequenceEqual(columns, StringComparer.Ordinal))
        {
            return true;
        }

        source.Report(file, (int)reader.LineNumber, $"the header is \"{string.Join(separator, found)}\"", $"it must be: {string.Join(separator, columns)}");
        return false;
    }
}
