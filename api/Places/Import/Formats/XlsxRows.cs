using System.Globalization;
using System.Text;
using System.Xml;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Cells below each other that a sheet shows as one.</summary>
/// <param name="Column">From 0.</param>
/// <param name="From">First row.</param>
/// <param name="To">Last row.</param>
internal sealed record MergedCells(int Column, int From, int To);

/// <summary>The rows of one sheet.</summary>
internal sealed class XlsxRows(XmlReader xml, List<string> shared, IReadOnlyList<MergedCells> merged)
{
    private const int MostColumns = 16_384; // Excel's own limit
    private readonly Dictionary<MergedCells, string> _shown = [];

    /// <summary>Where one cell stands for several below it.</summary>
    public static IReadOnlyList<MergedCells> Merged(XmlReader xml)
    {
        List<MergedCells> found = [];
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" } && xml.GetAttribute("ref")?.Split(':') is [var from, var to]
                && Column(from) is { } column && Row(from) is var top && Row(to) is var bottom && bottom > top && found.Count < 10_000)
            {
                found.Add(new(column, top, bottom));
            }
        }

        return found;
    }

    /// <summary>All texts inside the current element; readings in small letters above Chinese are left out.</summary>
    public static string Text(XmlReader xml)
    {
        var text = new StringBuilder();
        using var inner = xml.ReadSubtree();
        inner.Read();
        while (!inner.EOF)
        {
            if (inner is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                inner.Skip();
            }
            else if (inner is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                text.Append(inner.ReadElementContentAsString());
            }
            else
            {
                inner.Read();
            }
        }

        return text.ToString();
    }

    /// <summary>The rows in order.</summary>
    public IEnumerable<SourceRow> All()
    {
        var last = 0;
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                last = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > last ? given : last + 1;
                var cells = Cells();
                Spread(last, cells);
                yield return new(last, cells);
            }
        }
    }

    /// <summary>Writes a merged cell's text into the rows it covers.</summary>
    private void Spread(int row, List<string> cells)
    {
        foreach (var cell in merged.Where(cell => cell.From <= row && row <= cell.To))
        {
            if (cell.From == row)
            {
                _shown[cell] = cell.Column < cells.Count ? cells[cell.Column] : "";
            }
            else if (_shown.TryGetValue(cell, out var text))
            {
                Put(cells, cell.Column, text);
            }
        }
    }

    private static void Put(List<string> cells, int column, string text)
    {
        while (cells.Count <= column)
        {
            cells.Add("");
        }

        cells[column] = text;
    }

    private List<string> Cells()
    {
        List<string> cells = [];
        using var row = xml.ReadSubtree();
        while (row.Read())
        {
            if (row is { NodeType: XmlNodeType.Element, LocalName: "c" } && (Column(row.GetAttribute("r")) ?? cells.Count) is < MostColumns and var column)
            {
                Put(cells, column, Cell(row, row.GetAttribute("t")));
            }
        }

        return cells;
    }

    private string Cell(XmlReader row, string? type)
    {
        if (type == "inlineStr")
        {
            return Text(row);
        }

        var value = "";
        using (var cell = row.ReadSubtree())
        {
            while (cell.Read())
            {
                if (cell is { NodeType: XmlNodeType.Element, LocalName: "v" })
                {
                    value = cell.ReadElementContentAsString();
                }
            }
        }

        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "",
            "b" => value == "1" ? "true" : "false",
            "e" => "",
            null or "n" => Number(value),
            _ => value,
        };
    }

    /// <summary>Long whole numbers (codes) stand as 1.20119100201E11 in the file although nothing is lost.</summary>
    private static string Number(string value) =>
        value.Contains('E', StringComparison.OrdinalIgnoreCase) && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.ToString("0.############", CultureInfo.InvariantCulture)
            : value;

    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").Replace("$", "", StringComparison.Ordinal).TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + letter - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }

    private static int Row(string reference) =>
        int.TryParse(reference.AsSpan(reference.AsSpan().IndexOfAnyInRange('0', '9') is >= 0 and var at ? at : reference.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;
}
