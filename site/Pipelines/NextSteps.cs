using Jizhou.Public.Content;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>Where an answer leads on to: a pickup for what is too big, the nearest place for what is collected, then the category's guide.</summary>
public static class NextSteps
{
    private static readonly Crumb Booking = new("/booking/", "约车来拉");

    /// <summary>The steps; the first is the page's primary one.</summary>
    public static IReadOnlyList<Crumb> For(SortingItem item, SortingCategory category, ContentFolder content)
    {
        List<Crumb> steps = [];
        if (CanBeBooked(item, content))
        {
            steps.Add(Booking);
        }

        if (content.Sorting.Destinations.GetValueOrDefault(item.Id) is { Materials: { Count: > 0 } materials })
        {
            steps.Add(new Crumb($"/places/?{string.Join('&', materials.Select(code => $"material={code}"))}", "最近的点"));
        }

        steps.Add(new Crumb($"/sorting/{category.Code}/", $"{category.Name}怎么交"));
        return steps;
    }

    // As the API does: the pickup's catalogue knows the thing by one of its names.
    private static bool CanBeBooked(SortingItem item, ContentFolder content)
    {
        var names = item.Name.Split('、').Select(WithoutBrackets).Concat(item.Aliases).Append(item.Name).ToHashSet(StringComparer.Ordinal);
        var known = content.Bulky?.Catalogue.Items.FirstOrDefault(
            bulky => bulky.Name.Split('、').Select(WithoutBrackets).Concat(bulky.Aliases).Any(names.Contains));
        return known is { Bookable: true };
    }

    private static string WithoutBrackets(string name) => name.Split('（')[0];
}
