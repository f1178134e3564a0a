namespace Jizhou.Public.Site.Build;

/// <summary>robots.txt: the operators' side and the unfilled templates are nobody's search results.</summary>
public static class Robots
{
    /// <summary>Writes the file; the sitemap is named only when the public address is known, as the format wants it whole.</summary>
    public static SiteFile Write(SiteSettings settings)
    {
        var sitemap = settings.BaseAddress.Length == 0 ? "" : $"Sitemap: {settings.BaseAddress}/sitemap.xml\n";
        return SiteFile.Text("robots.txt", $"User-agent: *\nDisallow: /console/\nDisallow: /templates/\n{sitemap}");
    }
}
