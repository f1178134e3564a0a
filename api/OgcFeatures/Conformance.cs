using Jizhou.Public.Api.OgcFeatures.Answers;
using Jizhou.Public.Api.OgcFeatures.Pages;
using Jizhou.Public.Api.OgcFeatures.Queries;

namespace Jizhou.Public.Api.OgcFeatures;

/// <summary>GET /ogc/conformance — the requirement classes that are kept.</summary>
public static class Conformance
{
    private const string Part1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf";
    private const string Part2 = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf";

    /// <summary>The classes by their identifiers.</summary>
    public sealed record Response(IReadOnlyList<string> ConformsTo, IReadOnlyList<Link> Links);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder ogc) => ogc.MapGet("/conformance", Handle);

    private static IResult Handle(HttpContext context, FeatureCatalogue catalogue)
    {
        if (!OgcAnswer.TryBegin(context, Form.OfPages, out var form, out var refused))
        {
            return refused;
        }

        var answer = new Response(
            [$"{Part1}/core", $"{Part1}/oas30", $"{Part1}/html", $"{Part1}/geojson", $"{Part2}/crs"],
            [.. Links.SelfAndAlternates($"{catalogue.Root}/conformance", context.Request.Query, form, Form.OfPages)]);
        return form == Form.Html ? OgcAnswer.Page<ConformancePage>(("Answer", answer)) : OgcAnswer.Json(answer, form);
    }
}
