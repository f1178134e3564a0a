using Jizhou.Public.Api.OgcFeatures.Answers;
using Jizhou.Public.Api.OgcFeatures.Pages;
using Jizhou.Public.Api.OgcFeatures.Queries;

namespace Jizhou.Public.Api.OgcFeatures;

/// <summary>GET /ogc/api — these operations as an OpenAPI 3.0 document, or as a page.</summary>
public static class DescribeApi
{
    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder ogc) => ogc.MapGet("/api", Handle);

    private static IResult Handle(HttpContext context, FeatureCatalogue catalogue)
    {
        if (!OgcAnswer.TryBegin(context, Form.OfApi, out var form, out var refused))
        {
            return refused;
        }

        var document = ApiDocument.Of(catalogue);
        return form == Form.Html ? OgcAnswer.Page<ApiPage>(("Document", document)) : OgcAnswer.Json(document, form);
    }
}
