namespace Jizhou.Public.Content.Bulky;

/// <summary>Everything content says about the bulky pickup (预约回收): rules, who books, areas, services, what can be booked and what it costs.</summary>
/// <param name="Rules">Cut-off, horizon, windows.</param>
/// <param name="Classes">Who books, with their limits; the first is who books when nothing is said.</param>
/// <param name="Services">What a truck comes for, in the order people see them.</param>
/// <param name="Areas">Service areas, in the order of the file; no township stands in two.</param>
/// <param name="Catalogue">What can be booked, and what never is.</param>
/// <param name="Tariffs">What a pickup costs, all versions.</param>
public sealed record BulkyBook(BulkyRules Rules, IReadOnlyList<BookingClass> Classes, IReadOnlyList<PickupService> Services, IReadOnlyList<ServiceArea> Areas,
    BulkyCatalogue Catalogue, IReadOnlyList<Tariff> Tariffs)
{
    /// <summary>Vehicles, order of villages, results and centres of the rounds.</summary>
    public RoundBook Rounds { get; init; } = RoundBook.Empty;

    /// <summary>The class that books when nothing is said.</summary>
    public BookingClass DefaultClass => Classes[0];

    /// <summary>The area that serves a township (9-digit code); null when none does.</summary>
    public ServiceArea? AreaOf(string township) =>
        Areas.FirstOrDefault(a => a.Townships.Contains(township, StringComparer.Ordinal));

    /// <summary>The area with this code; null when there is none.</summary>
    public ServiceArea? Area(string code) => Areas.FirstOrDefault(a => a.Code == code);

    /// <summary>The class with this code; null when there is none.</summary>
    public BookingClass? Class(string code) => Classes.FirstOrDefault(c => c.Code == code);

    /// <summary>The service with this code; null when there is none.</summary>
    public PickupService? Service(string code) => Services.FirstOrDefault(s => s.Code == code);

    /// <summary>The tariff of a class in force on a day: the latest version that has begun, else the first there is.</summary>
    public Tariff TariffOf(BookingClass booker, DateOnly day)
    {
        var versions = Tariffs.Where(t => t.Code == booker.Tariff).OrderBy(t => t.InForceFrom).ToList();
        return versions.LastOrDefault(t => t.InForceFrom <= day) ?? versions[0];
    }
}
