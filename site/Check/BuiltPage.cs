using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Jizhou.Public.Site.Check;

/// <summary>One page of the finished site, parsed.</summary>
/// <param name="Address">Absolute path: <c>/sorting/</c>.</param>
/// <param name="Document">The page.</param>
/// <param name="Ids">Every id on it.</param>
public sealed record BuiltPage(string Address, IHtmlDocument Document, IReadOnlySet<string> Ids)
{
    /// <summary>Reads every page of an output folder, in ordinal order.</summary>
    public static IReadOnlyList<BuiltPage> ReadAll(string output)
    {
        var parser = new HtmlParser();
        return
        [
            .. Directory.EnumerateFiles(output, "*.html", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => Read(parser, path, AddressOf(Path.GetRelativePath(output, path).Replace('\\', '/')))),
        ];
    }

    private static BuiltPage Read(HtmlParser parser, string path, string address)
    {
        var document = parser.ParseDocument(File.ReadAllText(path));
        var ids = document.QuerySelectorAll("[id]").Select(element => element.Id!).ToHashSet(StringComparer.Ordinal);
        return new BuiltPage(address, document, ids);
    }

    private static string AddressOf(string file) =>
        "/" + (file.EndsWith("index.html", StringComparison.Ordinal) ? file[..^"index.html".Length] : file);
}
