using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Check;

/// <summary>All the rules of <c>check</c>, one after the other.</summary>
public static class CheckSite
{
    /// <summary>Everything an editor should mend in a content folder and the site built from it, on a given day.</summary>
    public static IReadOnlyList<Finding> Run(ContentFolder content, IReadOnlyList<BuiltPage> pages, string output, DateOnly today) =>
    [
        .. FindDeadLinks.In(pages, output),
        .. pages.SelectMany(FindMarkupFaults.On),
        .. FindStalePages.In(content, today),
        .. FindNamesWithoutPinyin.In(content),
        .. FindThinGuides.In(content),
    ];
}
