using System.Text;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Reads CSV: comma, semicolon or tab, quoted cells, titles above the header.</summary>
public static class ReadCsv
{
    private const int TitleRows = 10;

    /// <summary>The table; the header is the row that <paramref name="countKnown"/> recognises most of, the first when none.</summary>
    public static SourceTable Of(string text, Func<IReadOnlyList<string>, int> countKnown)
    {
        var delimiter = Delimiter(ref text);
        var records = Records(text, delimiter);
        var table = FromGrid(records, countKnown);
        return table with { Delimiter = delimiter, Rows = MarkTruncated(table, text) };
    }

    /// <summary>A table out of numbered rows of cells, whose header is looked for in the first ten.</summary>
    public static SourceTable FromGrid(IReadOnlyList<SourceRow> grid, Func<IReadOnlyList<string>, int> countKnown)
    {
        var filled = grid.Where(row => row.Cells.Any(cell => cell.Trim().Length > 0)).ToList();
        if (filled.Count == 0)
        {
            throw new ImportFailedException("文件是空的。");
        }

        var header = filled.Take(TitleRows).MaxBy(row => countKnown(row.Cells))!;
        var width = header.Cells.Count;
        while (width > 0 && header.Cells[width - 1].Trim().Length == 0)
        {
            width--; // spreadsheets leave empty columns at the right
        }

        var columns = header.Cells.Take(width).Select(cell => cell.Trim()).ToList();
        return new(columns, [.. filled.Where(row => row.Number > header.Number).Select(row => Fit(row, width))], null);
    }

    private static SourceRow Fit(SourceRow row, int width)
    {
        var tooMany = row.Cells.Skip(width).Any(cell => cell.Trim().Length > 0);
        string[] cells = [.. row.Cells.Take(width).Select(cell => cell.Trim()), .. Enumerable.Repeat("", Math.Max(0, width - row.Cells.Count))];
        return new(row.Number, cells) { Broken = tooMany ? "这一行的格子比表头多，可能有没加引号的分隔符" : null };
    }

    /// <summary>A last line that stops early without a line break was cut off.</summary>
    private static IReadOnlyList<SourceRow> MarkTruncated(SourceTable table, string text)
    {
        if (table.Rows.Count == 0 || text.EndsWith('\n') || text.EndsWith('\r'))
        {
            return table.Rows;
        }

        var last = table.Rows[^1];
        var written = text[(text.LastIndexOfAny(['\n', '\r']) + 1)..].Split(Delimiter(ref text)).Length;
        return written >= table.Columns.Count
            ? table.Rows
            : [.. table.Rows.SkipLast(1), last with { Broken = last.Broken ?? "最后一行没有写完，文件可能不完整" }];
    }

    private static char Delimiter(ref string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n')
        {
            var given = text[4];
            text = text[5..].TrimStart('\r', '\n');
            return given;
        }

        var sample = text.AsSpan(0, Math.Min(text.Length, 4096));
        var (commas, semicolons, tabs) = (sample.Count(','), sample.Count(';'), sample.Count('\t'));
        if (tabs > commas && tabs > semicolons)
        {
            return '\t';
        }

        // A decimal comma makes commas frequent; then the first line decides.
        var line = sample[..Math.Max(0, sample.IndexOfAny('\r', '\n') is var end and >= 0 ? end : sample.Length)];
        return line.Count(';') > line.Count(',') ? ';' : ',';
    }

    private static List<SourceRow> Records(string text, char delimiter)
    {
        List<SourceRow> rows = [];
        List<string> cells = [];
        var cell = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            var letter = text[at++];
            if (letter == '"' && cell.Length == 0)
            {
                at = Quoted(text, at, cell, rows.Count + 1);
            }
            else if (letter == delimiter)
            {
                cells.Add(Take(cell));
            }
            else if (letter is '\n' or '\r')
            {
                at += letter == '\r' && at < text.Length && text[at] == '\n' ? 1 : 0;
                cells.Add(Take(cell));
                rows.Add(new(rows.Count + 1, [.. cells]));
                cells.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            rows.Add(new(rows.Count + 1, [.. cells, Take(cell)]));
        }

        return rows;
    }

    /// <summary>Reads up to the closing quote and answers where the text goes on behind it.</summary>
    private static int Quoted(string text, int at, StringBuilder cell, int row)
    {
        while (at < text.Length)
        {
            var letter = text[at++];
            if (letter != '"')
            {
                cell.Append(letter);
            }
            else if (at < text.Length && text[at] == '"')
            {
                cell.Append(text[at++]);
            }
            else
            {
                return at;
            }
        }

        throw new ImportFailedException($"第 {row} 行有一个引号没有配对，文件可能不完整。");
    }

    private static string Take(StringBuilder cell)
    {
        var text = cell.ToString();
        cell.Clear();
        return text;
    }
}
