using Jizhou.Public.Content;
using Jizhou.Public.Site.Pages;
using Jizhou.Public.Site.Pipelines;
using Jizhou.Public.Site.Words;

namespace Jizhou.Public.Site.Build;

/// <summary>Turns one content folder into all files of the site, in memory. The same content gives the same bytes.</summary>
public static class BuildSite
{
    /// <summary>Runs every pipeline, renders every page, adds assets, sitemap and robots. Throws <see cref="ContentException"/> on broken content.</summary>
    public static async Task<IReadOnlyList<SiteFile>> RunAsync(ContentFolder content, SiteSettings settings)
    {
        var assets = Assets.Gather(content);
        var frame = new SiteFrame(settings, assets.Stylesheet, assets.Scripts, assets.Imports, assets.Styles);
        var pages = Trail.Lay(AllPages.Of(content, assets, settings));

        await using var renderer = new PageRenderer();
        var files = new List<SiteFile>(assets.Files);
        foreach (var page in pages)
        {
            files.Add(SiteFile.Text(page.File, await renderer.RenderAsync(page, frame)));
        }

        files.AddRange(Pictures.Of(content));
        files.AddRange(PrintPages.Files(content));
        files.AddRange(PlasticsPages.Table(content));
        files.AddRange(content.Ledgers.Select(ledger => SiteFile.Text($"ledgers/{ledger.Id}.csv", "\uFEFF" + ledger.Template)));
        files.AddRange(HandInCalendar.Files(content));
        files.Add(Sitemap.Write(pages, settings));
        files.Add(Robots.Write(settings));
        files.Add(Favicon.Write());
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }
}
