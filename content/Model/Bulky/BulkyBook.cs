namespace Jizhou.Public.Content.Bulky;

/// <summary>Everything content says about the bulky pickup (预约回收): rules, areas, what can be booked and what it costs.</summary>
/// <param name="Rules">Cut-off, horizon, windows, limits.</param>
/// <param name="Areas">Service areas, in the order of the file; no township stands in two.</param>
/// <param name="Catalogue">What can be booked, and what never is.</param>
/// <param name="Tariff">What a pickup costs.</param>
public sealed record BulkyBook(BulkyRules Rules, IReadOnlyList<ServiceArea> Areas, BulkyCatalogue Catalogue, Tariff Tariff)
{
    /// <summary>Vehicles, order of villages, results and centres of the rounds.</summary>
    public RoundBook Rounds { get; init; } = RoundBook.Empty;

    /// <summary>The area that serves a township (9-digit code); null when none does.</summary>
    public ServiceArea? AreaOf(string township) =>
        Areas.FirstOrDefault(a => a.Townships.Contains(township, StringComparer.Ordinal));

    /// <summary>The area with this code; null when there is none.</summary>
    public ServiceArea? Area(string code) => Areas.FirstOrDefault(a => a.Code == code);
}
