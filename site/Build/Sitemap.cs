using System.Text;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Build;

/// <summary>sitemap.xml: every listed page. Without a public address the paths stand alone, which is all that is known.</summary>
public static class Sitemap
{
    /// <summary>Writes the file.</summary>
    public static SiteFile Write(IEnumerable<SitePage> pages, SiteSettings settings)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var page in pages.Where(page => page.Listed && !page.IsTemplate).OrderBy(page => page.Address, StringComparer.Ordinal))
        {
            text.Append("<url><loc>").Append(settings.BaseAddress).Append(page.Address).Append("</loc></url>\n");
        }

        return SiteFile.Text("sitemap.xml", text.Append("</urlset>\n").ToString());
    }
}
