using Jizhou.Public.Api.OgcFeatures.Answers;
using Jizhou.Public.Api.OgcFeatures.Pages;
using Jizhou.Public.Api.OgcFeatures.Queries;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.OgcFeatures;

/// <summary>GET /ogc/collections/{collection} — one collection.</summary>
public static class Collection
{
    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder ogc) => ogc.MapGet("/collections/{collection}", Handle);

    private static IResult Handle(string collection, HttpContext context, FeatureCatalogue catalogue)
    {
        if (catalogue.Find(collection) is not { } found)
        {
            return OgcRefusals.NoCollection(collection).ToProblem();
        }

        if (!OgcAnswer.TryBegin(context, Form.OfPages, out var form, out var refused))
        {
            return refused;
        }

        var answer = CollectionAnswer.Of(
            catalogue, found, Links.SelfAndAlternates(catalogue.AddressOf(found), context.Request.Query, form, Form.OfPages));
        return form == Form.Html ? OgcAnswer.Page<CollectionPage>(("Answer", answer), ("Properties", found.Properties)) : OgcAnswer.Json(answer, form);
    }
}
