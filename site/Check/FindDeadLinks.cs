namespace Jizhou.Public.Site.Check;

/// <summary>Links, anchors, pictures, scripts and style sheets that lead nowhere.</summary>
public static class FindDeadLinks
{
    /// <summary>Looks at every page of an output folder.</summary>
    public static IEnumerable<Finding> In(IReadOnlyList<BuiltPage> pages, string output)
    {
        var byAddress = pages.ToDictionary(page => page.Address);
        return pages.SelectMany(page => References(page)
            .Where(reference => IsDead(reference, page, byAddress, output))
            .Distinct(StringComparer.Ordinal)
            .Select(reference => new Finding(page.Address, $"leads nowhere: {reference}")));
    }

    private static IEnumerable<string> References(BuiltPage page) =>
        page.Document.QuerySelectorAll("[href],[src],form[action]")
            .Where(element => element.LocalName != "link" || element.GetAttribute("rel") != "canonical")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action") ?? "");

    private static bool IsDead(string reference, BuiltPage page, Dictionary<string, BuiltPage> byAddress, string output)
    {
        if (reference.Length == 0)
        {
            return true;
        }

        if (!"/#?".Contains(reference[0], StringComparison.Ordinal) || reference.Contains("{{", StringComparison.Ordinal))
        {
            return false; // elsewhere (https:, tel:, mailto:; unsafe ones are another rule's), or filled in by the API
        }

        var (path, anchor) = Split(reference, page.Address);
        if (!byAddress.TryGetValue(path, out var target))
        {
            return !DynamicAddresses.Contains(path) && !File.Exists(Path.Combine(output, path[1..]));
        }

        return anchor.Length > 0 && !target.Ids.Contains(anchor);
    }

    private static (string Path, string Anchor) Split(string reference, string from)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var anchor = hash < 0 ? "" : Uri.UnescapeDataString(reference[(hash + 1)..]);
        var path = (hash < 0 ? reference : reference[..hash]).Split('?')[0];
        return (path.Length == 0 ? from : Uri.UnescapeDataString(path), anchor);
    }
}
