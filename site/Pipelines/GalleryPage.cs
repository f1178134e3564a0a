using Jizhou.Public.Content;
using Jizhou.Public.Site.Bodies;
using Jizhou.Public.Site.Gallery;
using Jizhou.Public.Site.Markdown;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>/about/components/ — every component with its examples, for those who build and test the portal.</summary>
public static class GalleryPage
{
    /// <summary>The page. It is not in the sitemap: it answers nobody's question about waste.</summary>
    public static IEnumerable<SitePage> Run(ContentFolder content) =>
    [
        new()
        {
            Address = "/about/components/",
            Title = "页面部件",
            Summary = "本站用到的每个部件和它的例子，给做网站和测试的人看。",
            Body = typeof(GalleryBody),
            Listed = false,
            Parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(GalleryBody.Folders)] = Show(content) },
        },
    ];

    /// <summary>Every example of every component folder, ready to be shown.</summary>
    public static IReadOnlyList<(string Folder, IReadOnlyList<ShownExample> Examples)> Show(ContentFolder content)
    {
        var values = new ExampleValues(content);
        var text = new MarkdownText(content);
        return
        [
            .. ExampleFile.ReadAll().Select(file =>
                (file.Folder, (IReadOnlyList<ShownExample>)[.. file.Examples.Select(example => Show(example, values, text))])),
        ];
    }

    private static ShownExample Show(Example example, ExampleValues values, MarkdownText text)
    {
        if (example.Markdown.Length == 0)
        {
            return new ShownExample(example, ExampleValues.TypeOf(example), values.Of(example), "");
        }

        var written = text.Write(example.Markdown, $"site/Components ({example.Name})", 1, []);
        return written.Problems.Count == 0
            ? new ShownExample(example, null, new Dictionary<string, object?>(StringComparer.Ordinal), written.Html)
            : throw new ContentException(written.Problems);
    }
}
