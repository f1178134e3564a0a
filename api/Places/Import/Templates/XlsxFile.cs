using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Jizhou.Public.Api.Places.Import.Templates;

/// <summary>A list of allowed words for a column.</summary>
internal sealed record XlsxChoices(int Column, IReadOnlyList<string> Words);

/// <summary>A sheet: rows of texts, the first of them bold, and the widths of columns in letters.</summary>
internal sealed record XlsxSheet(string Name, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<int> Widths)
{
    /// <summary>Columns with a list to choose from.</summary>
    public IReadOnlyList<XlsxChoices> Choices { get; init; } = [];
}

/// <summary>
/// Writes small .xlsx workbooks (ECMA-376): texts only, every cell in the format "text", so that Excel leaves codes and dates as they are typed.
/// </summary>
internal static class XlsxFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    /// <summary>The bytes of the workbook; the same sheets give the same bytes.</summary>
    public static byte[] Write(params IReadOnlyList<XlsxSheet> sheets)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes(sheets.Count));
            Add(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(zip, "xl/workbook.xml", Workbook(sheets));
            Add(zip, "xl/_rels/workbook.xml.rels", Relations(sheets.Count));
            Add(zip, "xl/styles.xml", Styles);
            for (var i = 0; i < sheets.Count; i++)
            {
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", Sheet(sheets[i]));
            }
        }

        return bytes.ToArray();
    }

    // Style 1: text; style 2: bold text. 49 is the built-in number of the format "@".
    private const string Styles = $"""<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>""";

    private static string ContentTypes(int sheets)
    {
        const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        var parts = Enumerable.Range(1, sheets).Select(i => $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{Kind}worksheet+xml"/>""");
        return $"""<Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Kind}styles+xml"/>{string.Concat(parts)}</Types>""";
    }

    private static string Workbook(IReadOnlyList<XlsxSheet> sheets)
    {
        var names = sheets.Select((sheet, i) => $"""<sheet name="{sheet.Name}" sheetId="{i + 1}" r:id="rId{i + 1}"/>""");
        return $"""<workbook xmlns="{Main}" xmlns:r="{Relation}"><sheets>{string.Concat(names)}</sheets></workbook>""";
    }

    private static string Relations(int sheets)
    {
        var parts = Enumerable.Range(1, sheets).Select(i => $"""<Relationship Id="rId{i}" Type="{Relation}/worksheet" Target="worksheets/sheet{i}.xml"/>""");
        return $"""<Relationships xmlns="{Package}relationships">{string.Concat(parts)}<Relationship Id="rId{sheets + 1}" Type="{Relation}/styles" Target="styles.xml"/></Relationships>""";
    }

    private static string Sheet(XlsxSheet sheet)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("worksheet", Main);
            WriteWidths(xml, sheet.Widths);
            xml.WriteStartElement("sheetData");
            for (var row = 0; row < sheet.Rows.Count; row++)
            {
                WriteRow(xml, sheet.Rows[row], row + 1);
            }

            xml.WriteEndElement();
            WriteChoices(xml, sheet.Choices);
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void WriteWidths(XmlWriter xml, IReadOnlyList<int> widths)
    {
        xml.WriteStartElement("cols");
        for (var i = 0; i < widths.Count; i++)
        {
            xml.WriteStartElement("col");
            Attributes(xml, ("min", i + 1), ("max", i + 1), ("width", widths[i]), ("style", 1), ("customWidth", 1));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, IReadOnlyList<string> cells, int number)
    {
        xml.WriteStartElement("row");
        Attributes(xml, ("r", number));
        for (var i = 0; i < cells.Count; i++)
        {
            xml.WriteStartElement("c");
            xml.WriteAttributeString("r", Reference(i, number));
            Attributes(xml, ("s", number == 1 ? 2 : 1));
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteElementString("t", cells[i]);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteChoices(XmlWriter xml, IReadOnlyList<XlsxChoices> choices)
    {
        if (choices.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("dataValidations");
        Attributes(xml, ("count", choices.Count));
        foreach (var choice in choices)
        {
            xml.WriteStartElement("dataValidation");
            xml.WriteAttributeString("type", "list");
            Attributes(xml, ("allowBlank", 1), ("showErrorMessage", 0));
            xml.WriteAttributeString("sqref", $"{Reference(choice.Column, 2)}:{Reference(choice.Column, 5000)}");
            xml.WriteElementString("formula1", $"\"{string.Join(',', choice.Words)}\"");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, params ReadOnlySpan<(string Name, int Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string Reference(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{(column >= 26 ? ((char)('A' + (column / 26) - 1)).ToString() : "")}{(char)('A' + (column % 26))}{row}");

    private static void Add(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero); // the same bytes every time
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + text);
    }
}
