using Jizhou.Public.Content;
using Jizhou.Public.Site.Build;
using Jizhou.Public.Site.Markdown;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>Every Markdown page: its body as HTML, then the page kind that its template names.</summary>
public static class MarkdownPages
{
    /// <summary>The pages; throws <see cref="ContentException"/> when any body has a problem.</summary>
    public static IReadOnlyList<SitePage> Run(ContentFolder content, Assets assets, SiteSettings settings)
    {
        var views = content.Pages.Select(page => Write(page, content)).ToList();
        RefuseProblems(views);
        return [.. views.Select(view => PageKinds.Make(view, content, assets, settings))];
    }

    private static GuideView Write(ContentPage page, ContentFolder content)
    {
        var text = new MarkdownText(content)
            .Write(page.Body, page.Path, page.BodyLine, page.Front.Citations.Select(citation => citation.Id));
        var office = content.Offices.Find(page.Front.Office)?.Name ?? "";
        return new GuideView(page, text, office, [.. page.Front.Related.Select(address => Titles.Link(address, content))]);
    }

    private static void RefuseProblems(IEnumerable<GuideView> views)
    {
        var problems = views.SelectMany(view => view.Text.Problems).ToList();
        if (problems.Count > 0)
        {
            throw new ContentException(problems);
        }
    }
}
