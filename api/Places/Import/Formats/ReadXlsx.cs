using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Reads the first sheet of an .xlsx workbook: shown texts and raw numbers; no formula is run, no entity is resolved.</summary>
public static class ReadXlsx
{
    private const long MostBytes = 256L * 1024 * 1024;
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    /// <summary>The table; refuses archives that are no workbook.</summary>
    public static SourceTable Of(byte[] bytes, Func<IReadOnlyList<string>, int> countKnown)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Sum(entry => entry.Length) > MostBytes)
            {
                throw new ImportFailedException("工作簿展开后超过 256 MiB。请拆成几个文件。");
            }

            var shared = archive.GetEntry("xl/sharedStrings.xml") is { } strings ? SharedTexts(strings) : [];
            var sheet = archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && entry.Name.EndsWith(".xml", StringComparison.Ordinal))
                .OrderBy(entry => entry.Name.Length).ThenBy(entry => entry.Name, StringComparer.Ordinal).FirstOrDefault()
                ?? throw new ImportFailedException("这不是 .xlsx 工作簿：里面没有工作表。");
            return ReadCsv.FromGrid(Rows(sheet, shared), countKnown);
        }
        catch (Exception failure) when (failure is InvalidDataException or XmlException)
        {
            throw new ImportFailedException("这个 .xlsx 文件坏了或不完整，打不开。请在 Excel 里重新保存一次。", failure);
        }
    }

    private static List<string> SharedTexts(ZipArchiveEntry entry)
    {
        List<string> texts = [];
        using var xml = XmlReader.Create(entry.Open(), Safe);
        while (xml.ReadToFollowing("si"))
        {
            texts.Add(Text(xml));
        }

        return texts;
    }

    /// <summary>All texts inside the current element; readings in small letters above Chinese are left out.</summary>
    private static string Text(XmlReader xml)
    {
        var text = new StringBuilder();
        using var inner = xml.ReadSubtree();
        inner.Read();
        while (!inner.EOF)
        {
            if (inner.NodeType == XmlNodeType.Element && inner.LocalName == "rPh")
            {
                inner.Skip();
            }
            else if (inner.NodeType == XmlNodeType.Element && inner.LocalName == "t")
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

    private static List<SourceRow> Rows(ZipArchiveEntry entry, List<string> shared)
    {
        List<SourceRow> rows = [];
        using var xml = XmlReader.Create(entry.Open(), Safe);
        while (xml.ReadToFollowing("row"))
        {
            var number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : rows.Count + 1;
            rows.Add(new(number, Cells(xml, shared)));
        }

        return rows;
    }

    private static List<string> Cells(XmlReader xml, List<string> shared)
    {
        List<string> cells = [];
        using var row = xml.ReadSubtree();
        while (row.ReadToFollowing("c"))
        {
            var column = Column(row.GetAttribute("r")) ?? cells.Count;
            while (cells.Count <= column)
            {
                cells.Add("");
            }

            cells[column] = Cell(row, row.GetAttribute("t"), shared);
        }

        return cells;
    }

    private static string Cell(XmlReader row, string? type, List<string> shared)
    {
        if (type == "inlineStr")
        {
            return Text(row);
        }

        using var cell = row.ReadSubtree();
        var value = cell.ReadToFollowing("v") ? cell.ReadElementContentAsString() : "";
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
        var letters = (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).ToList();
        return letters.Count is 0 or > 3 ? null : letters.Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1;
    }
}
