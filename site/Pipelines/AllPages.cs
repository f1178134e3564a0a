using Jizhou.Public.Content;
using Jizhou.Public.Site.Build;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>The portal's table of contents: every pipeline.</summary>
public static class AllPages
{
    /// <summary>All pages of a content folder. Two pages at one address, and any problem in a body, stop the build.</summary>
    public static IReadOnlyList<SitePage> Of(ContentFolder content, Assets assets, SiteSettings settings)
    {
        SitePage[] pages =
        [
            .. MarkdownPages.Run(content, assets, settings),
            .. ItemPages.Run(content),
            .. PlanPages.Run(content),
            .. PlasticsPages.Run(content),
            .. InnPages.Run(content),
            .. PrintPages.Run(content, settings),
            .. PlaceTemplates.Run(),
            .. BookingTemplates.Run(),
            .. ReportTemplates.Run(),
            .. GalleryPage.Run(content),
        ];
        RefuseDoubles(pages);
        return pages;
    }

    private static void RefuseDoubles(IEnumerable<SitePage> pages)
    {
        var problems = pages.GroupBy(page => page.Address)
            .Where(group => group.Count() > 1)
            .Select(group => new ContentProblem($"pages{group.Key.TrimEnd('/')}.md", 0, $"two pages at {group.Key}", "rename one of them"))
            .ToList();
        if (problems.Count > 0)
        {
            throw new ContentException(problems);
        }
    }
}
