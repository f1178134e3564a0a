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
        if (category.Code is "bulky" or "construction")
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
}
