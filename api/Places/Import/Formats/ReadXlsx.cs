using System.IO.Compression;
using System.Xml;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Reads the first visible sheet of an .xlsx workbook: shown texts and raw numbers; no formula is run, no entity is resolved.</summary>
public static class ReadXlsx
{
    private const string TooLarge = "工作簿展开后超过 256 MiB。请拆成几个文件。";
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    /// <summary>The table; refuses archives that are no workbook, and those that unpack to more than 256 MiB.</summary>
    public static SourceTable Of(SourceBytes bytes, Func<IReadOnlyList<string>, int> countKnown)
    {
        try
        {
            using var stream = Seekable(bytes);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (archive.Entries.Sum(entry => entry.Length) > SourceBytes.MostUnpacked)
            {
                throw new ImportFailedException(TooLarge);
            }

            var shared = archive.GetEntry("xl/sharedStrings.xml") is { } strings ? SharedTexts(strings) : [];
            var name = XlsxSheets.First(archive, Xml);
            using var cells = Xml(archive.GetEntry(name)!);
            var merged = XlsxRows.Merged(cells);
            var rows = new Rows(bytes, name, shared, merged);
            return HeaderRow.Table(rows.All(), countKnown);
        }
        catch (Exception failure) when (failure is InvalidDataException or XmlException)
        {
            throw new ImportFailedException("这个 .xlsx 文件坏了、加了密码或不完整，打不开。请在 Excel 里重新保存一次。", failure);
        }
    }

    private static XmlReader Xml(ZipArchiveEntry entry) => XmlReader.Create(new LimitedStream(entry.Open(), SourceBytes.MostUnpacked, TooLarge), Safe);

    private static Stream Seekable(SourceBytes bytes)
    {
        var stream = bytes.Open();
        if (stream.CanSeek)
        {
            return stream;
        }

        stream.Dispose();
        return new MemoryStream(bytes.All(), writable: false);
    }

    private static List<string> SharedTexts(ZipArchiveEntry entry)
    {
        List<string> texts = [];
        using var xml = Xml(entry);
        while (ToNext(xml, "si"))
        {
            texts.Add(XlsxRows.Text(xml));
        }

        return texts;
    }

    private static bool ToNext(XmlReader xml, string element)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The rows of a sheet, unpacked again each time they are gone through.</summary>
    private sealed class Rows(SourceBytes bytes, string sheet, List<string> shared, IReadOnlyList<MergedCells> merged)
    {
        public IEnumerable<SourceRow> All()
        {
            using var stream = Seekable(bytes);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            using var xml = Xml(archive.GetEntry(sheet)!);
            foreach (var row in new XlsxRows(xml, shared, merged).All())
            {
                yield return row;
            }
        }
    }
}
