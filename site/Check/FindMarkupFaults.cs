namespace Jizhou.Public.Site.Check;

/// <summary>Faults within a page: pictures without words, headings out of order, scripts in addresses, ids given twice.</summary>
public static class FindMarkupFaults
{
    /// <summary>Looks at one page.</summary>
    public static IEnumerable<Finding> On(BuiltPage page) =>
        WithoutAlt(page).Concat(Headings(page)).Concat(UnsafeAddresses(page)).Concat(DoubleIds(page));

    private static IEnumerable<Finding> WithoutAlt(BuiltPage page) =>
        page.Document.QuerySelectorAll("img")
            .Where(image => string.IsNullOrWhiteSpace(image.GetAttribute("alt")))
            .Select(image => new Finding(page.Address, $"a picture without alternative text: {image.GetAttribute("src")}"));

    private static IEnumerable<Finding> Headings(BuiltPage page)
    {
        var before = 0;
        foreach (var heading in page.Document.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
        {
            var level = heading.LocalName[1] - '0';
            if (level > before + 1 || (level == 1 && before > 0))
            {
                yield return new Finding(page.Address, $"heading out of order: {heading.LocalName} “{heading.TextContent.Trim()}” after h{before}");
            }

            before = level;
        }

        if (before == 0)
        {
            yield return new Finding(page.Address, "no heading");
        }
    }

    private static IEnumerable<Finding> UnsafeAddresses(BuiltPage page) =>
        page.Document.QuerySelectorAll("[href],[src],[action]")
            .SelectMany(element => element.Attributes.Where(attribute => attribute.Name is "href" or "src" or "action"))
            .Where(attribute => IsUnsafe(attribute.Value))
            .Select(attribute => new Finding(page.Address, $"unsafe address: {attribute.Value}"));

    private static bool IsUnsafe(string address)
    {
        var plain = new string([.. address.Where(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter))]);
        return plain.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
            || plain.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            || plain.StartsWith("vbscript:", StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<Finding> DoubleIds(BuiltPage page) =>
        page.Document.QuerySelectorAll("[id]")
            .GroupBy(element => element.Id, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => new Finding(page.Address, $"the id “{group.Key}” is given {group.Count()} times"));
}
