using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places.Areas;

/// <summary>A row of the table <c>area</c>; it never leaves the store.</summary>
internal sealed record AreaRecord
{
    public const string Select = "SELECT code AS Code, lng AS Lng, lat AS Lat, area_km2 AS AreaKm2, population AS Population, source AS Source FROM area";

    public const string Replace = """
        INSERT INTO area (code, lng, lat, area_km2, population, source) VALUES (@Code, @Lng, @Lat, @AreaKm2, @Population, @Source)
        ON CONFLICT (code) DO UPDATE SET lng = excluded.lng, lat = excluded.lat, area_km2 = excluded.area_km2, population = excluded.population, source = excluded.source
        """;

    public string Code { get; init; } = "";

    public double? Lng { get; init; }

    public double? Lat { get; init; }

    public double? AreaKm2 { get; init; }

    public long? Population { get; init; }

    public string Source { get; init; } = "";

    public static AreaRecord Of(AreaFacts facts) => new()
    {
        Code = facts.Code, Lng = facts.Position?.Lng, Lat = facts.Position?.Lat, AreaKm2 = facts.AreaKm2, Population = facts.Population, Source = facts.Source,
    };

    public AreaFacts ToFacts() => new(Code, Lng is { } lng && Lat is { } lat ? Position.At(lng, lat) : null, AreaKm2, Population, Source);
}
