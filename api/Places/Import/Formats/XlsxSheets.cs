using System.IO.Compression;
using System.Xml;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Finds the first sheet as the workbook orders them; hidden ones are passed over.</summary>
internal static class XlsxSheets
{
    /// <summary>The name of the sheet's entry; refuses an archive without sheets.</summary>
    public static string First(ZipArchive archive, Func<ZipArchiveEntry, XmlReader> open)
    {
        var sheets = archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && entry.Name.EndsWith(".xml", StringComparison.Ordinal))
            .OrderBy(entry => entry.Name.Length).ThenBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => entry.FullName).ToList();
        var first = FirstRelation(archive, open) is { } relation ? Target(archive, open, relation) : null;
        return first is not null && archive.GetEntry(first) is not null
            ? first
            : sheets.FirstOrDefault() ?? throw new ImportFailedException("这不是 .xlsx 工作簿：里面没有工作表。");
    }

    private static string? FirstRelation(ZipArchive archive, Func<ZipArchiveEntry, XmlReader> open)
    {
        if (archive.GetEntry("xl/workbook.xml") is not { } workbook)
        {
            return null;
        }

        using var xml = open(workbook);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && xml.GetAttribute("state") is null or "visible")
            {
                return xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
            }
        }

        return null;
    }

    private static string? Target(ZipArchive archive, Func<ZipArchiveEntry, XmlReader> open, string relation)
    {
        if (archive.GetEntry("xl/_rels/workbook.xml.rels") is not { } relations)
        {
            return null;
        }

        using var xml = open(relations);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") == relation && xml.GetAttribute("Target") is { } target)
            {
                return target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return null;
    }
}
