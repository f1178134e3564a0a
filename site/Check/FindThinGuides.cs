using System.Text.RegularExpressions;
using Jizhou.Public.Content;
using Jizhou.Public.Site.Markdown;

namespace Jizhou.Public.Site.Check;

/// <summary>Guides that lack what every guide must have: answer, steps, table or picture, a way out, citations, onward links.</summary>
public static partial class FindThinGuides
{
    private const int LongestAnswer = 40;
    private const int FewestCitations = 2;
    private const int FewestLinks = 3;

    /// <summary>Looks at every page with the template guide or category. Office and date are the loader's to refuse.</summary>
    public static IEnumerable<Finding> In(ContentFolder content) =>
        content.Pages.Where(page => page.Front.Template is "guide" or "category").SelectMany(page => Of(page, content));

    private static IEnumerable<Finding> Of(ContentPage page, ContentFolder content)
    {
        var cited = new MarkdownText(content)
            .Write(page.Body, page.Path, page.BodyLine, page.Front.Citations.Select(citation => citation.Id)).Cited;
        var answer = page.Front.Answer ?? "";
        (bool Wrong, string What)[] measures =
        [
            (answer.Length is 0 or > LongestAnswer, $"the answer has {answer.Length} characters; 1 to {LongestAnswer} are wanted"),
            (!Steps().IsMatch(page.Body), "no ::: steps box"),
            (!TableOrPicture().IsMatch(page.Body), "neither a table nor a picture"),
            (!WayOut().IsMatch(page.Body), "no heading ## 如果不行"),
            (cited.Count < FewestCitations, $"{cited.Count} citations; at least {FewestCitations} are wanted"),
            (page.Front.Related.Count < FewestLinks, $"{page.Front.Related.Count} onward links; at least {FewestLinks} are wanted"),
        ];
        return measures.Where(measure => measure.Wrong).Select(measure => new Finding(page.Path, measure.What));
    }

    [GeneratedRegex("^::: *steps", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Steps();

    [GeneratedRegex(@"^\|.*\|\s*$|!\[", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TableOrPicture();

    [GeneratedRegex("^## 如果不行", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WayOut();
}
