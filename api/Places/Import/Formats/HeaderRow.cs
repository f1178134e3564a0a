namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Finds the header among the first rows of a sheet (titles and remarks often stand above it) and cuts the rows below to its width.</summary>
internal static class HeaderRow
{
    private const int Looked = 20;

    /// <summary>
    /// The table; the header is the row that <paramref name="countKnown"/> recognises most of, the first when none. Two rows are one header when the
    /// second holds nothing but known headers, as under a merged cell 位置: 经度, 纬度.
    /// </summary>
    public static SourceTable Table(IEnumerable<SourceRow> grid, Func<IReadOnlyList<string>, int> countKnown)
    {
        var first = grid.Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))).Take(Looked + 1).ToList();
        if (first.Count == 0)
        {
            throw new ImportFailedException("文件是空的。");
        }

        var at = first.IndexOf(first.Take(Looked).MaxBy(row => countKnown(row.Cells))!);
        var (cells, number) = (first[at].Cells, first[at].Number);
        if (at + 1 < first.Count && IsSecondHeader(first[at + 1], countKnown))
        {
            (cells, number) = (Joined(cells, first[at + 1].Cells), first[at + 1].Number);
        }

        var width = cells.Count;
        while (width > 0 && string.IsNullOrWhiteSpace(cells[width - 1]))
        {
            width--; // spreadsheets leave empty columns at the right
        }

        return new([.. cells.Take(width).Select(cell => cell.Trim())], Below(grid, number, width), null);
    }

    private static bool IsSecondHeader(SourceRow row, Func<IReadOnlyList<string>, int> countKnown)
    {
        var filled = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
        return filled.Count > 1 && countKnown(filled) == filled.Count;
    }

    private static List<string> Joined(IReadOnlyList<string> upper, IReadOnlyList<string> lower) =>
        [.. Enumerable.Range(0, Math.Max(upper.Count, lower.Count)).Select(i => i < lower.Count && !string.IsNullOrWhiteSpace(lower[i]) ? lower[i] : i < upper.Count ? upper[i] : "")];

    private static IEnumerable<SourceRow> Below(IEnumerable<SourceRow> grid, int header, int width) =>
        grid.Where(row => row.Number > header && row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))).Select(row => Fit(row, width));

    private static SourceRow Fit(SourceRow row, int width)
    {
        var cells = new string[width];
        for (var i = 0; i < width; i++)
        {
            cells[i] = i < row.Cells.Count ? row.Cells[i].Trim() : "";
        }

        var tooMany = row.Cells.Skip(width).Any(cell => !string.IsNullOrWhiteSpace(cell));
        var cutOff = row.IsLastWithoutEnd && row.Cells.Count < width;
        return new(row.Number, cells)
        {
            Broken = tooMany ? "这一行的格子比表头多，可能有没加引号的分隔符" : cutOff ? "最后一行没有写完，文件可能不完整" : null,
        };
    }
}
