using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Jizhou.Public.UnitTests.Places.Import;

/// <summary>Workbooks and compressed files: merged cells, what unpacks to too much, what was cut off.</summary>
public sealed class ArchiveTests
{
    private const int Mebibyte = 1024 * 1024;
    private const string Head = """<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>乡镇</t></is></c><c r="B1" t="inlineStr"><is><t>名称</t></is></c><c r="C1" t="inlineStr"><is><t>地址</t></is></c></row>""";

    [Fact]
    public void A_cell_merged_over_several_rows_counts_for_each_of_them()
    {
        var bytes = Workbook(("xl/worksheets/sheet1.xml", Head
            + Row(2, "官庄镇", "甲站", "一号") + Row(3, "", "乙站", "二号") + Row(4, "", "丙站", "三号") + Row(5, "渔阳镇", "丁站", "四号")
            + """</sheetData><mergeCells count="2"><mergeCell ref="A2:A4"/><mergeCell ref="B5:C5"/></mergeCells></worksheet>"""));
        var places = Importing.Read(bytes).Places();
        Assert.Equal(["甲站", "乙站", "丙站", "丁站"], places.Select(place => place.Name));
        Assert.Equal(3, places.Count(place => place.Township == places[0].Township && place.Township is not null));
        Assert.NotEqual(places[0].Township, places[3].Township);
    }

    [Fact]
    public void A_header_of_two_rows_under_a_merged_cell_is_one_header()
    {
        var bytes = Workbook(("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + Row(1, "名称", "位置", "") + Row(2, "", "经度", "纬度") + Row(3, "甲站", "117.41", "40.05")
            + """</sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells></worksheet>"""));
        var place = Assert.Single(Importing.Read(bytes).Places());
        Assert.Equal(("甲站", 117.41), (place.Name, place.Position!.Value.Lng));
    }

    [Fact]
    public void A_gzip_that_unpacks_to_more_than_256_MiB_is_refused()
    {
        var piece = Gzip(Encoding.ASCII.GetBytes(new string('x', Mebibyte - 1) + "\n"));
        byte[] bomb = [.. Gzip(Encoding.UTF8.GetBytes("名称\n")), .. Enumerable.Repeat(piece, 257).SelectMany(bytes => bytes)]; // several members are one file
        Assert.InRange(bomb.Length, 1, 3 * Mebibyte);
        Assert.Contains("256 MiB", Importing.Refusal(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_unpacks_to_more_than_256_MiB_is_refused_and_so_is_one_that_lies_about_it()
    {
        var bomb = Bomb();
        Assert.InRange(bomb.Length, 1, 3 * Mebibyte);
        Assert.Contains("256 MiB", Importing.Refusal(bomb), StringComparison.Ordinal);

        var directory = bomb.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(directory + 24), 1000); // the size unpacked, as the archive names it
        Assert.Matches("256 MiB|坏了", Importing.Refusal(bomb));
    }

    [Fact]
    public void A_gzip_that_was_cut_off_is_refused_wherever_it_was_cut()
    {
        var random = new Random(7);
        var whole = Gzip(Encoding.UTF8.GetBytes("名称,地址\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"站{i},{random.Next()}号\n"))));
        Assert.Equal(3000, Importing.Read(whole).Drafts.Count);
        foreach (var cut in new[] { 20, whole.Length / 2, whole.Length - 9, whole.Length - 8, whole.Length - 4, whole.Length - 1 })
        {
            Assert.Contains("没有下载完", Importing.Refusal(whole[..cut]), StringComparison.Ordinal);
        }
    }

    private static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, i) => cell.Length == 0 ? "" : $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>";

    private static byte[] Workbook(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            part.Write(Encoding.UTF8.GetBytes(Head));
            var blank = Encoding.ASCII.GetBytes(new string(' ', Mebibyte));
            for (var i = 0; i < 257; i++)
            {
                part.Write(blank);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return stream.ToArray();
    }
}
