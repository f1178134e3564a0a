using Jizhou.Public.Api.OgcFeatures.Answers;
using Jizhou.Public.Api.OgcFeatures.Pages;
using Jizhou.Public.Api.OgcFeatures.Queries;

namespace Jizhou.Public.Api.OgcFeatures;

/// <summary>GET /ogc/collections — all collections.</summary>
public static class Collections
{
    /// <summary>The collections; <c>crs</c> are the systems all of them offer.</summary>
    public sealed record Response(IReadOnlyList<Link> Links, IReadOnlyList<string> Crs, IReadOnlyList<CollectionAnswer> Collections);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder ogc) => ogc.MapGet("/collections", Handle);

    private static IResult Handle(HttpContext context, FeatureCatalogue catalogue)
    {
        if (!OgcAnswer.TryBegin(context, Form.OfPages, out var form, out var refused))
        {
            return refused;
        }

        var answer = new Response(
            [.. Links.SelfAndAlternates($"{catalogue.Root}/collections", context.Request.Query, form, Form.OfPages)],
            [.. KnownCrs.All.Select(crs => crs.Uri)],
            [.. catalogue.All.Select(collection => CollectionAnswer.Of(
                catalogue, collection, [new Link(catalogue.AddressOf(collection), "self", Form.Json.MediaType, collection.Title)]))]);
        return form == Form.Html ? OgcAnswer.Page<CollectionsPage>(("Answer", answer)) : OgcAnswer.Json(answer, form);
    }
}
