using System.Text.Json.Nodes;
using Jizhou.Public.Api.OgcFeatures.Queries;
using Jizhou.Public.Api.Platform.Geodata;

namespace Jizhou.Public.Api.OgcFeatures.Answers;

/// <summary>The OpenAPI 3.0 document of everything below /ogc, made from the collections that are registered.</summary>
internal static class ApiDocument
{
    /// <summary>The whole document.</summary>
    public static JsonObject Of(FeatureCatalogue catalogue) => new()
    {
        ["openapi"] = "3.0.3",
        ["info"] = new JsonObject
        {
            ["title"] = "蓟州循环便民 地理数据",
            ["version"] = "1.0.0",
            ["description"] = "OGC API – Features 第 1、2 部分。不认识的参数和不对的值返回 400；错误都是 application/problem+json。示例数据带 sample: true。",
            ["license"] = new JsonObject { ["name"] = "来源和许可", ["url"] = catalogue.Licences },
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = catalogue.Root }),
        ["security"] = new JsonArray(), // open data: no key
        ["tags"] = new JsonArray(new JsonObject { ["name"] = "ogc", ["description"] = "OGC API – Features" }),
        ["paths"] = Paths(catalogue.All),
        ["components"] = new JsonObject
        {
            ["parameters"] = ApiParameters.Shared(),
            ["schemas"] = ApiSchemas.All(catalogue.All),
            ["responses"] = new JsonObject { ["Problem"] = Response("被拒绝；code 说明为什么", ("application/problem+json", "problem")) },
        },
    };

    /// <summary>The parameters of an operation, references followed.</summary>
    public static IEnumerable<JsonNode> ParametersOf(JsonObject document, JsonNode operation) =>
        operation["parameters"]!.AsArray().Select(parameter => parameter!["$ref"] is { } reference
            ? document["components"]!["parameters"]![reference.GetValue<string>().Split('/')[^1]]!
            : parameter);

    private static JsonObject Paths(IReadOnlyList<IFeatureCollection> collections)
    {
        var paths = new JsonObject
        {
            ["/"] = Get("getLandingPage", "有什么、在哪里", [Shared("fPage")], Form.OfPages, "landingPage"),
            ["/conformance"] = Get("getConformance", "符合哪些规范", [Shared("fPage")], Form.OfPages, "confClasses"),
            ["/api"] = Get("getApi", "接口说明：OpenAPI 3.0 或网页", [Shared("fPage")], Form.OfApi, "openApi"),
            ["/collections"] = Get("getCollections", "全部数据集", [Shared("fPage")], Form.OfPages, "collections"),
        };
        foreach (var collection in collections)
        {
            var (path, name, title) = ($"/collections/{collection.Id}", Capital(collection.Id), collection.Title);
            paths[path] = Get($"get{name}Collection", $"数据集：{title}", [Shared("fPage")], Form.OfPages, "collection");
            paths[$"{path}/items"] = Get($"get{name}", $"{title}：符合条件的要素", ItemsParameters(collection), Form.OfFeatures, $"{collection.Id}Items", contentCrs: true);
            paths[$"{path}/items/{{featureId}}"] = Get(
                $"get{name}Feature", $"{title}：一个要素", [Shared("featureId"), Shared("crs"), Shared("fFeatures")], Form.OfFeatures, collection.Id, contentCrs: true);
        }

        return paths;
    }

    private static JsonNode[] ItemsParameters(IFeatureCollection collection) =>
    [
        Shared("limit"), Shared("bbox"), Shared("bbox-crs"), Shared("crs"), Shared("datetime"), Shared("cursor"), Shared("fFeatures"),
        .. collection.Properties.Select(ApiParameters.OfProperty),
    ];

    private static JsonObject Get(
        string id, string summary, IEnumerable<JsonNode> parameters, IReadOnlyList<Form> forms, string schema, bool contentCrs = false)
    {
        var answer = Response("成功", [.. forms.Select(form => (form.MediaType, form == Form.Html ? "page" : schema))]);
        if (contentCrs)
        {
            answer["headers"] = new JsonObject
            {
                ["Content-Crs"] = new JsonObject { ["description"] = "坐标系的标识，在尖括号里", ["schema"] = ApiSchemas.Text() },
            };
        }

        return new JsonObject
        {
            ["get"] = new JsonObject
            {
                ["operationId"] = id,
                ["summary"] = summary,
                ["description"] = $"{summary}。格式由 f 或 Accept 决定。",
                ["tags"] = new JsonArray("ogc"),
                ["parameters"] = new JsonArray([.. parameters]),
                ["responses"] = new JsonObject
                {
                    ["200"] = answer,
                    ["304"] = new JsonObject { ["description"] = "没有变（If-None-Match）" },
                    ["400"] = Problem(),
                    ["404"] = Problem(),
                    ["406"] = Problem(),
                    ["500"] = Problem(),
                },
            },
        };
    }

    private static JsonObject Response(string description, params (string MediaType, string Schema)[] forms)
    {
        var content = new JsonObject();
        foreach (var (type, schema) in forms)
        {
            content[type] = new JsonObject { ["schema"] = ApiSchemas.Reference(schema) };
        }

        return new JsonObject { ["description"] = description, ["content"] = content };
    }

    private static JsonObject Shared(string name) => new() { ["$ref"] = $"#/components/parameters/{name}" };

    private static JsonObject Problem() => new() { ["$ref"] = "#/components/responses/Problem" };

    private static string Capital(string id) => char.ToUpperInvariant(id[0]) + id[1..];
}
