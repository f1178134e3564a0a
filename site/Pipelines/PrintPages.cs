using Jizhou.Public.Content;
using Jizhou.Public.Site.Bodies;
using Jizhou.Public.Site.Build;
using Jizhou.Public.Site.Pages;
using Jizhou.Public.Site.Printing;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>/inns/print/ — every sheet, card, poster and screen picture, each on a page of its own, and the files made of them beforehand.</summary>
public static class PrintPages
{
    private static readonly string[] Onward = ["/inns/print/", "/inns/publicity/", "/inns/today/", "/visit/"];

    /// <summary>The list and a page for each.</summary>
    public static IEnumerable<SitePage> Run(ContentFolder content, SiteSettings settings)
    {
        var all = Printables.All(content, settings);
        return all.Count == 0 ? [] : [List(all, content), .. all.Select(one => Sheet(one, content))];
    }

    /// <summary>The committed PDF and PNG files (<c>content/printables/</c>), as they stand.</summary>
    public static IEnumerable<SiteFile> Files(ContentFolder content)
    {
        var folder = Path.Combine(content.Path, "printables");
        return !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder).Where(path => Path.GetExtension(path) is ".pdf" or ".png").Order(StringComparer.Ordinal)
                .Select(path => new SiteFile($"printables/{Path.GetFileName(path)}", File.ReadAllBytes(path)));
    }

    private static SitePage List(IReadOnlyList<Printable> all, ContentFolder content) => new()
    {
        Address = "/inns/print/",
        Title = "打印标识和海报",
        Summary = "四色桶标、客房提示卡、厨房提示、一页纸、公示栏海报和 LED 画面：A4、A3 都能打，可以写上自家店名，也有 PDF 和图片。",
        Body = typeof(PrintListBody),
        Styles = ["sheets"],
        Parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PrintListBody.All)] = all,
            [nameof(PrintListBody.Links)] = Onward.Skip(1).Select(address => Titles.Link(address, content)).ToList(),
        },
    };

    private static SitePage Sheet(Printable one, ContentFolder content) => new()
    {
        Address = $"/inns/print/{one.Id}/",
        Title = one.Title,
        Summary = $"{one.Title}：{one.Use}可以写上自家店名再打印，也可以下载现成的文件。",
        Body = typeof(PrintSheetBody),
        Scripts = ["print-sheet", "print"],
        Styles = ["sheets"],
        Parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PrintSheetBody.Sheet)] = one,
            [nameof(PrintSheetBody.Links)] = Onward.Append(one.Page).Distinct(StringComparer.Ordinal).Select(address => Titles.Link(address, content)).ToList(),
        },
    };
}
