namespace Jizhou.Public.Content;

/// <summary>Where an item goes next, as the codes by which a place is looked up.</summary>
/// <param name="Materials">Materials, the closest first; empty when no public place takes it.</param>
/// <param name="Kinds">Kinds of places that take it.</param>
public sealed record SortingDestination(IReadOnlyList<string> Materials, IReadOnlyList<string> Kinds)
{
    /// <summary>How to hand it over, where that differs from its category: a fridge is not pressed flat; null when it does not.</summary>
    public string? HowToHandOver { get; init; }

    /// <summary>Does it go into the bin of its category? A bicycle is recyclable but fits no bin.</summary>
    public bool InBin { get; init; } = true;

    /// <summary>Nowhere to bring it: somebody must be called.</summary>
    public static SortingDestination Nowhere { get; } = new([], []);
}
