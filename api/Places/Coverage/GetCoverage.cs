using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places.Coverage;

/// <summary>GET /api/v1/coverage — per township: places of each kind, villages without any, and distances, areas and people where they were imported.</summary>
public static class GetCoverage
{
    /// <summary>The coverage; <c>missing</c> names the inputs that nobody imported everywhere.</summary>
    public sealed record Response(bool Sample, string? Notice, IReadOnlyList<Kind> Kinds, IReadOnlyList<Item> Items, IReadOnlyList<Missing> Missing);

    /// <summary>A kind of place.</summary>
    public sealed record Kind(string Code, string Name);

    /// <summary>A village or township.</summary>
    public sealed record Named(string Code, string Name);

    /// <summary>An input that is missing, in code and words.</summary>
    public sealed record Missing(string Input, string Text);

    /// <summary>
    /// A township. <c>byKind</c> holds only kinds that have a place; <c>villagesWithout</c> are those to which no place belongs; <c>farthestMetres</c> is the way
    /// from the worst-off village with a position (of <c>positionedVillages</c>) to its nearest place, as the crow flies. What is not known is null.
    /// </summary>
    public sealed record Item(
        Named Township, int Places, IReadOnlyDictionary<string, int> ByKind, int Villages, IReadOnlyList<Named> VillagesWithout, double? AreaKm2, long? People,
        long? PeoplePerPlace, double? PlacesPerKm2, int PositionedVillages, int? FarthestMetres, IReadOnlyList<string> Missing);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/coverage", Handle).WithName("GetCoverage").Produces<Response>();

    /// <summary>How well every township is covered with places.</summary>
    private static IResult Handle(HttpContext context, CurrentCoverage coverage)
    {
        var now = coverage.Now();
        if (ConditionalGet.IsHeldByClient(context, now.Version + "-coverage"))
        {
            return Results.Empty;
        }

        var samples = now.Places.HasSamples;
        return TypedResults.Ok(new Response(
            samples, samples ? "示例数据：这些点是编造的，只为演示。" : null,
            [.. now.Places.Words.Vocabulary.Kinds.Select(kind => new Kind(kind.Code, kind.Name))],
            [.. now.Townships.Select(ToItem)],
            [.. now.Missing.Select(input => new Missing(input, CoverageWords.Missing(input, now.Townships)))]));
    }

    private static Item ToItem(TownshipCoverage one) => new(
        new(one.Township.Code, one.Township.Name), one.Places, one.ByKind, one.Villages, [.. one.Without.Select(village => new Named(village.Code, village.Name))],
        one.AreaKm2, one.People, one.PeoplePerPlace, one.PlacesPerKm2, one.PositionedVillages, one.FarthestMetres, one.Missing);
}
