using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places;

/// <summary>GET /api/v1/materials — what places take and of which kinds they are, with how many places there are of each.</summary>
public static class ListMaterials
{
    /// <summary>The vocabulary.</summary>
    public sealed record Response(IReadOnlyList<MaterialItem> Items, IReadOnlyList<KindItem> Kinds);

    /// <summary>A material; <c>planNames</c> are the words of the district's plan for it.</summary>
    public sealed record MaterialItem(string Code, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> PlanNames, int Places);

    /// <summary>A kind of place.</summary>
    public sealed record KindItem(string Code, string Name, string Meaning, int Places);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/materials", Handle).WithName("ListMaterials").Produces<Response>();

    /// <summary>Materials and kinds with the number of standing places.</summary>
    private static IResult Handle(HttpContext context, CurrentPlaces places)
    {
        var snapshot = places.Snapshot;
        if (ConditionalGet.IsHeldByClient(context, snapshot.Version))
        {
            return Results.Empty;
        }

        var words = snapshot.Words;
        return TypedResults.Ok(new Response(
            [.. words.Vocabulary.Materials.Select((material, bit) => new MaterialItem(
                material.Code, material.Name, material.Aliases, material.PlanNames, snapshot.Counts.OfMaterial[bit]))],
            [.. words.Vocabulary.Kinds.Select((kind, bit) => new KindItem(
                kind.Code, kind.Name, kind.Meaning, snapshot.Counts.OfKind[bit]))]));
    }
}
