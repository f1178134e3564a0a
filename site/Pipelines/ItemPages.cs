using Jizhou.Public.Content;
using Jizhou.Public.Site.Bodies;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>One page per item: where it goes, what to do first, why, on what ground, how sure.</summary>
public static class ItemPages
{
    /// <summary>The pages, in the order of the catalogue.</summary>
    public static IEnumerable<SitePage> Run(ContentFolder content) =>
        content.Sorting.Items.Select(item => Page(item, content));

    private static SitePage Page(SortingItem item, ContentFolder content)
    {
        var category = content.Sorting.Category(item.Category)!;
        return new SitePage
        {
            Address = ItemAddress.Of(item),
            Title = item.Name,
            Summary = $"{item.Name}：{category.Name}。{item.Prepare ?? content.Sorting.HowToHandOver(item)}",
            Body = typeof(ItemBody),
            Parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(ItemBody.Item)] = item,
                [nameof(ItemBody.Category)] = category with { BinColour = content.Sorting.BinColour(item) },
                [nameof(ItemBody.HowToHandOver)] = content.Sorting.HowToHandOver(item),
                [nameof(ItemBody.Basis)] = content.Sorting.Basis(item.Basis),
                [nameof(ItemBody.Warning)] = SafetyWarning.For(item),
                [nameof(ItemBody.Related)] = Related(item, content),
                [nameof(ItemBody.NextSteps)] = NextSteps.For(item, category, content),
            },
        };
    }

    private static IReadOnlyList<Crumb> Related(SortingItem item, ContentFolder content) =>
        [.. content.Sorting.RelatedTo(item).Select(other => new Crumb(ItemAddress.Of(other), $"{other.Name}：{content.Sorting.Category(other.Category)!.Name}"))];
}
