using Jizhou.Public.Content;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>Where an answer leads on to: a pickup for what is too big, the nearest place for what is collected, then the category's guide.</summary>
public static class NextSteps
{
    // Things with a guide of their own, by the first material they are handed over as; all others go to their category's page.
    private static readonly Dictionary<string, Crumb> Guides = new(StringComparer.Ordinal)
    {
        ["appliance"] = new("/sorting/appliances/", "旧家电怎么交"),
        ["electronics"] = new("/sorting/appliances/", "电子产品怎么交"),
        ["textile"] = new("/sorting/clothes/", "旧衣和布草怎么交"),
        ["battery"] = new("/sorting/batteries-and-lamps/", "电池怎么交"),
        ["lamp"] = new("/sorting/batteries-and-lamps/", "灯管怎么交"),
        ["pesticide-packaging"] = new("/farm/film-and-pesticide-packaging/", "农药包装怎么交"),
        ["mulch-film"] = new("/farm/film-and-pesticide-packaging/", "农膜怎么交"),
    };

    /// <summary>The steps; the first is the page's primary one.</summary>
    public static IReadOnlyList<Crumb> For(SortingItem item, SortingCategory category, ContentFolder content)
    {
        List<Crumb> steps = [];
        if (BookingOf(item, content) is { } booking)
        {
            steps.Add(new Crumb(booking, "约车来拉"));
        }

        var guide = new Crumb($"/sorting/{category.Code}/", $"{category.Name}怎么交");
        if (content.Sorting.Destinations.GetValueOrDefault(item.Id) is { Materials: { Count: > 0 } materials })
        {
            guide = Guides.GetValueOrDefault(materials[0], guide);
            steps.Add(new Crumb($"/places/?{string.Join('&', materials.Select(code => $"material={code}"))}", "最近的点"));
        }

        steps.Add(guide);
        return steps;
    }

    /// <summary>Address of the booking with the thing chosen, null when no truck takes it. As in the API: the pickup's catalogue knows the thing by one of its names.</summary>
    public static string? BookingOf(SortingItem item, ContentFolder content) => Booked(item, content) is { } bulky ? $"/booking/?item={bulky.Code}" : null;

    private static Jizhou.Public.Content.Bulky.BulkyItem? Booked(SortingItem item, ContentFolder content)
    {
        var names = ItemNames.All(item).ToHashSet(StringComparer.Ordinal);
        var known = content.Bulky?.Catalogue.Items.FirstOrDefault(bulky => ItemNames.Parts(bulky.Name).Concat(bulky.Aliases).Any(names.Contains));
        return known is { Bookable: true } ? known : null;
    }
}
