namespace Jizhou.Public.Site.Pages;

/// <summary>Gives every page its breadcrumbs: the pages that stand above it in the address.</summary>
public static class Trail
{
    /// <summary>Returns the pages with their crumbs, the home page first and the page itself last. The home page has none.</summary>
    public static IReadOnlyList<SitePage> Lay(IReadOnlyList<SitePage> pages)
    {
        var titles = pages.ToDictionary(page => page.Address, page => page.Title);
        return [.. pages.Select(page => page with { Crumbs = For(page, titles) })];
    }

    private static IReadOnlyList<Crumb> For(SitePage page, Dictionary<string, string> titles)
    {
        if (page.Address == "/" || !page.Address.EndsWith('/'))
        {
            return page.IsTemplate ? page.Crumbs : [];
        }

        var above = Parents(page.Address)
            .Where(titles.ContainsKey)
            .Select(address => new Crumb(address, ShortName(address, titles)));
        return [new Crumb("/", "首页"), .. above, new Crumb(page.Address, page.Title)];
    }

    private static string ShortName(string address, Dictionary<string, string> titles) =>
        Navigation.Sections.FirstOrDefault(section => section.Address == address)?.Title ?? titles[address];

    private static IEnumerable<string> Parents(string address)
    {
        for (var end = address.IndexOf('/', 1); end > 0 && end < address.Length - 1; end = address.IndexOf('/', end + 1))
        {
            yield return address[..(end + 1)];
        }
    }
}
