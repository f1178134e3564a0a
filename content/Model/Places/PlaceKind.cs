namespace Jizhou.Public.Content;

/// <summary>A kind of place.</summary>
/// <param name="Code">Kebab-case code: collection-point.</param>
/// <param name="Name">What residents read: 回收交投点.</param>
/// <param name="Meaning">One sentence that says what stands there.</param>
public sealed record PlaceKind(string Code, string Name, string Meaning);

/// <summary>Something a place takes or refuses.</summary>
/// <param name="Code">Kebab-case code: paper.</param>
/// <param name="Name">What residents read: 废纸.</param>
/// <param name="Aliases">Other words people use for it, each belonging to one material.</param>
/// <param name="PlanNames">The words of the district's plan for it; empty for the everyday ones.</param>
public sealed record Material(string Code, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> PlanNames)
{
    /// <summary>Path of the guide that says how to prepare it; null for none.</summary>
    public string? Guide { get; init; }
}
