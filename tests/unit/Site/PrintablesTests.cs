using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Jizhou.Public.Site;
using Jizhou.Public.Site.Commands;
using Jizhou.Public.Site.Printing;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Site;

/// <summary>The drawings, and the committed files that were made of them.</summary>
public sealed class PrintablesTests
{
    private static readonly IReadOnlyList<Printable> All = Printables.All(TestContent.Real, new SiteSettings());
    private static readonly string Folder = Path.Combine(TestContent.Folder, "printables");

    [Fact]
    public void The_committed_files_were_made_of_these_drawings()
    {
        var manifest = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Folder, "manifest.json")))!;
        Assert.Equal(All.Select(one => one.Id).Order(StringComparer.Ordinal), manifest.Keys.Order(StringComparer.Ordinal));
        var old = All.Where(one => manifest[one.Id] != PrintablesCommand.Hash(one)).Select(one => one.Id).ToList();
        Assert.True(old.Count == 0, $"the files of {string.Join(", ", old)} are older than the drawings: run node site/tools/printables.mjs and commit");
        Assert.All(All.SelectMany(one => one.Files), file => Assert.True(File.Exists(Path.Combine(Folder, file.Name)), file.Name));
    }

    [Fact]
    public void A_pdf_is_one_sheet_of_its_paper()
    {
        foreach (var sheet in All.Where(one => !one.OnScreen))
        {
            foreach (var (paper, width, height) in (ValueTuple<string, double, double>[])[("a4", 595.3, 841.9), ("a3", 841.9, 1190.6)])
            {
                var pdf = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(Folder, $"{sheet.Id}-{paper}.pdf")));
                var box = Assert.Single(Regex.Matches(pdf, @"/MediaBox\s*\[0 0 (?<w>[\d.]+) (?<h>[\d.]+)\]"));
                Assert.Equal(width, double.Parse(box.Groups["w"].Value), 1.5);
                Assert.Equal(height, double.Parse(box.Groups["h"].Value), 1.5);
            }
        }
    }

    [Fact]
    public void A_picture_has_its_size_and_a_paper_one_300_dots_an_inch()
    {
        foreach (var sheet in All)
        {
            var png = File.ReadAllBytes(Path.Combine(Folder, $"{sheet.Id}.png"));
            var size = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
            Assert.Equal(sheet.OnScreen ? ((int)sheet.Width, (int)sheet.Height) : (2480, 3508), size);
            var density = png.AsSpan().IndexOf("pHYs"u8);
            Assert.True(density > 0);
            Assert.Equal(11811, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(density + 4)));
        }
    }

    [Fact]
    public void Every_sheet_carries_a_date_a_QR_code_and_the_telephone_for_guests_from_elsewhere() => Assert.All(All, one =>
    {
        Assert.Contains("2026年11月22日核对", one.Svg, StringComparison.Ordinal);
        Assert.Contains("022-12345", one.Svg, StringComparison.Ordinal);
        Assert.Contains($"示例网址 jizhou.example{one.Page}", one.Svg, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_bin_sign_has_its_national_colour_its_words_and_says_that_its_picture_is_no_national_sign()
    {
        foreach (var colour in TestContent.Real.PrintColours)
        {
            var sign = All.Single(one => one.Id == $"bin-{colour.Category}").Svg;
            Assert.Contains($"fill=\"{colour.Srgb}\"", sign, StringComparison.Ordinal);
            Assert.Contains($"PANTONE {colour.Pantone}", sign, StringComparison.Ordinal);
            Assert.Contains(TestContent.Real.Sorting.Category(colour.Category)!.Name, sign, StringComparison.Ordinal);
            Assert.Contains(colour.English, sign, StringComparison.Ordinal);
            Assert.Contains("示意图形，不是国家标志", sign, StringComparison.Ordinal);
        }
    }

    public static TheoryData<string> Ids => new(All.Select(one => one.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_text_leaves_its_sheet_or_covers_another_or_the_QR_code(string id)
    {
        var sheet = All.Single(one => one.Id == id);
        var drawing = XDocument.Parse(sheet.Svg);
        var texts = drawing.Descendants().Where(e => e.Name.LocalName == "text" && e.Value.Length > 0).Select(BoxOf).ToList();
        var codes = drawing.Descendants().Where(e => e.Name.LocalName == "svg" && e.Attribute("shape-rendering") is not null)
            .Select(e => new Box("QR", Number(e, "x"), Number(e, "y"), Number(e, "width"), Number(e, "height"))).ToList();
        Assert.NotEmpty(texts);
        Assert.NotEmpty(codes);
        Assert.Empty(texts.Where(t => t.X < 0 || t.X + t.Width > sheet.Width || t.Y < 0 || t.Y + t.Height > sheet.Height));
        Assert.Empty(texts.SelectMany((one, index) => texts.Skip(index + 1).Concat(codes).Where(one.Covers).Select(other => $"“{one.What}” and “{other.What}”")));
    }

    private sealed record Box(string What, double X, double Y, double Width, double Height)
    {
        public bool Covers(Box other) => X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
    }

    // A line's ink reaches from about 0.8 of its size above the baseline to 0.1 below.
    private static Box BoxOf(XElement text)
    {
        var size = Number(text, "font-size");
        var wide = text.Value.Sum(letter => letter < 0x2000 ? 0.55 : 1) * size;
        var left = Number(text, "x") - (wide * text.Attribute("text-anchor")!.Value switch { "middle" => 0.5, "end" => 1, _ => 0 });
        return new Box(text.Value, left, Number(text, "y") - (0.8 * size), wide, 0.9 * size);
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value);

    [Fact]
    public void The_owner_s_address_is_drawn_and_written()
    {
        var sheet = Printables.All(TestContent.Real, new SiteSettings { BaseAddress = "https://portal.example.cn" })[0];
        Assert.Contains(">portal.example.cn/sorting/", sheet.Svg, StringComparison.Ordinal);
        Assert.NotEqual(All[0].Svg, sheet.Svg);
        Assert.Contains("%portal:qr:/sorting/", Printables.All(TestContent.Real, SiteSettings.FilledByTheApi)[0].Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void The_loudspeaker_script_is_read_in_about_a_minute()
    {
        var pack = PublicityPack.Of(TestContent.Real, new DateOnly(2026, 11, 22));
        var spoken = string.Concat(pack.Loudspeaker).Count(letter => letter >= 0x4e00 || char.IsAsciiDigit(letter));
        Assert.InRange(spoken, 200, 280); // 220 to 260 characters a minute is how a village loudspeaker is read
        Assert.Contains(pack.Article, line => line.Contains("《生态环境法典》第514条", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_is_broken_by_width_and_never_before_a_comma()
    {
        Assert.Equal(["一二三", "四五，", "六"], SvgSheet.Lines("一二三四五，六", 3));
        Assert.Equal(["一二三，", "四"], SvgSheet.Lines("一二三，四", 3));
        Assert.Empty(SvgSheet.Lines("", 3));
    }
}
