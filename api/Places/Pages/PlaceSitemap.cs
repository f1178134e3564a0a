using System.Text;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>
/// The site's map for search engines with the pages of places joined to it: an imported place is there at once. Above 50,000
/// addresses, which is all that one file may hold, an index leads to several. Sample places stay out: nobody should find them.
/// </summary>
public static class PlaceSitemap
{
    /// <summary>The most addresses of one file (sitemaps.org).</summary>
    public const int MostAddresses = 50_000;

    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private const string Namespace = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
    private const string End = "</urlset>";

    // Pages at a fixed address that the program fills from the database.
    private static readonly string[] Filled = ["/places/coverage/", "/places/prices/"];

    /// <summary>
    /// The files by name, <c>sitemap.xml</c> first.
    /// </summary>
    /// <param name="site">The site's own file.</param>
    /// <param name="snapshot">The places.</param>
    /// <param name="baseAddress">The portal's public address without a closing slash.</param>
    /// <param name="most">Addresses a file may hold; another number is for tests.</param>
    public static IReadOnlyList<(string Name, string Xml)> Files(string site, PlaceSnapshot snapshot, string baseAddress, int most = MostAddresses)
    {
        var pages = Addresses(snapshot).Select(path => $"<url><loc>{baseAddress}{path}</loc></url>\n").ToList();
        var own = site.Split("<loc>").Length - 1;
        if (own + pages.Count <= most)
        {
            return [("sitemap.xml", site.Replace(End, string.Concat(pages) + End, StringComparison.Ordinal))];
        }

        List<(string Name, string Xml)> parts = [("sitemap-site.xml", site)];
        parts.AddRange(pages.Chunk(most).Select((chunk, i) => ($"sitemap-places-{i + 1}.xml", $"{Head}<urlset {Namespace}>\n{string.Concat(chunk)}{End}\n")));
        var index = new StringBuilder($"{Head}<sitemapindex {Namespace}>\n");
        foreach (var (name, _) in parts)
        {
            index.Append($"<sitemap><loc>{baseAddress}/{name}</loc></sitemap>\n");
        }

        return [("sitemap.xml", index.Append("</sitemapindex>\n").ToString()), .. parts];
    }

    private static IEnumerable<string> Addresses(PlaceSnapshot snapshot)
    {
        var real = snapshot.Places.Where(entry => !entry.Place.Sample).ToList();
        var townships = real.GroupBy(entry => entry.Place.Township ?? "").Where(group => snapshot.Words.Geo.Township(group.Key) is not null)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => Enumerable.Range(1, TownshipPageText.Pages(group.Count())).Select(page => TownshipPageText.Address(group.Key, page)));
        return Filled.Concat(townships).Concat(real.Select(entry => $"/places/{Uri.EscapeDataString(entry.Place.Id)}/"));
    }
}
