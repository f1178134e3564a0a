namespace Jizhou.Public.Content;

/// <summary>Where an item goes next, as the codes by which a place is looked up.</summary>
/// <param name="Materials">Materials, the closest first; empty when no public place takes it.</param>
/// <param name="Kinds">Kinds of places that take it.</param>
public sealed record SortingDestination(IReadOnlyList<string> Materials, IReadOnlyList<string> Kinds)
{
    /// <summary>Nowhere to bring it: somebody must be called.</summary>
    public static SortingDestination Nowhere { get; } = new([], []);
}
