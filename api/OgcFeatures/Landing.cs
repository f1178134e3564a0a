using Jizhou.Public.Api.OgcFeatures.Answers;
using Jizhou.Public.Api.OgcFeatures.Pages;
using Jizhou.Public.Api.OgcFeatures.Queries;

namespace Jizhou.Public.Api.OgcFeatures;

/// <summary>GET /ogc — what there is and where.</summary>
public static class Landing
{
    /// <summary>The landing page.</summary>
    public sealed record Response(string Title, string Description, IReadOnlyList<Link> Links);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder ogc) => ogc.MapGet("/", Handle);

    private static IResult Handle(HttpContext context, FeatureCatalogue catalogue)
    {
        if (!OgcAnswer.TryBegin(context, Form.OfPages, out var form, out var refused))
        {
            return refused;
        }

        var root = catalogue.Root;
        var answer = new Response(
            "蓟州循环便民 地理数据",
            "蓟州区的回收和投放点、乡镇和点的变更，按 OGC API – Features 第 1、2 部分提供，地图软件可以直接读。",
            [
                .. Links.SelfAndAlternates(root, context.Request.Query, form, Form.OfPages),
                new Link($"{root}/api?f=json", "service-desc", Form.OpenApi.MediaType, "接口说明（OpenAPI 3.0）"),
                new Link($"{root}/api?f=html", "service-doc", Form.Html.MediaType, "接口说明（网页）"),
                new Link($"{root}/conformance", "conformance", Form.Json.MediaType, "符合哪些规范"),
                new Link($"{root}/collections", "data", Form.Json.MediaType, "数据集"),
                new Link(catalogue.Licences, "license", Form.Html.MediaType, "来源和许可"),
            ]);
        return form == Form.Html ? OgcAnswer.Page<LandingPage>(("Answer", answer)) : OgcAnswer.Json(answer, form);
    }
}
