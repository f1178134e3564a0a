using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Sorting;

/// <summary>What to do once the category is known.</summary>
/// <param name="Advice">How to hand it over, in one sentence.</param>
/// <param name="Places">How to look up the nearest place; null when no public place takes it.</param>
/// <param name="Booking">Whether a pickup can be booked.</param>
public sealed record NextStep(string Advice, PlacesStep? Places, BookingStep Booking)
{
    /// <summary>The next step of an item. It can be booked when the pickup's catalogue knows the thing by one of its names.</summary>
    public static NextStep Of(SortingItem item, ContentFolder content)
    {
        var places = PlacesStep.Of(content.Sorting.Destinations.GetValueOrDefault(item.Id, SortingDestination.Nowhere));
        var names = ItemNames.All(item).ToHashSet();
        var bulky = content.Bulky?.Catalogue.Items.FirstOrDefault(b => ItemNames.Parts(b.Name).Concat(b.Aliases).Any(names.Contains));
        var booking = bulky is { Bookable: true } ? new BookingStep(true, bulky.Code, $"/booking/?item={bulky.Code}") : new BookingStep(false, null, "/booking/");
        return new NextStep(content.Sorting.HowToHandOver(item), places, booking);
    }

    /// <summary>The next step of a thing known by a rule only: as its way says, else as its category does; never booked by itself.</summary>
    public static NextStep Of(SortingDestination? way, SortingCategory category) =>
        new(way?.HowToHandOver ?? category.HowToHandOver, way is null ? null : PlacesStep.Of(way), new BookingStep(false, null, "/booking/"));
}

/// <summary>How to look up the nearest place.</summary>
/// <param name="Materials">For <c>material=</c> of /places/nearby, the closest first.</param>
/// <param name="Kinds">Kinds of places that take it.</param>
/// <param name="Page">The portal's page with the same filter.</param>
public sealed record PlacesStep(IReadOnlyList<string> Materials, IReadOnlyList<string> Kinds, string Page)
{
    /// <summary>The look-up for a destination; null when no public place takes the thing.</summary>
    public static PlacesStep? Of(SortingDestination destination) => destination.Materials.Count == 0 ? null : new PlacesStep(destination.Materials,
        destination.Kinds, "/places/?" + string.Join('&', destination.Materials.Select(m => $"material={m}")));
}

/// <summary>Whether a pickup can be booked.</summary>
/// <param name="Bookable">Can it?</param>
/// <param name="Item">Its code in the booking catalogue; null when it cannot.</param>
/// <param name="Page">Where to book; with the thing chosen already.</param>
public sealed record BookingStep(bool Bookable, string? Item, string Page);
