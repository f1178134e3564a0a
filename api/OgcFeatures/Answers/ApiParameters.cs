using System.Text.Json.Nodes;
using Jizhou.Public.Api.OgcFeatures.Queries;
using Jizhou.Public.Api.Platform.Geodata;

namespace Jizhou.Public.Api.OgcFeatures.Answers;

/// <summary>The query parameters of the OpenAPI document.</summary>
internal static class ApiParameters
{
    /// <summary>Those that several operations share, by their name in the document.</summary>
    public static JsonObject Shared() => new()
    {
        ["limit"] = Query("limit", $"一页多少个；大于 {ItemsQuery.GreatestLimit} 按 {ItemsQuery.GreatestLimit} 算", new JsonObject
        {
            ["type"] = "integer", ["minimum"] = 1, ["maximum"] = ItemsQuery.GreatestLimit, ["default"] = ItemsQuery.UsualLimit,
        }),
        ["bbox"] = Query("bbox", "范围：西,南,东,北（CRS84），或 6 个数带高；给了 bbox-crs 就按那个坐标系的轴", Box()),
        ["bbox-crs"] = Query("bbox-crs", "bbox 的坐标系", Crs()),
        ["crs"] = Query("crs", "回答里坐标的坐标系", Crs()),
        ["datetime"] = Query("datetime", "时刻、日期，或用 / 连接的区间，一端可以写 ..", ApiSchemas.Text()),
        ["cursor"] = Query("cursor", "翻页标记：原样用 next 或 prev 链接里的值", ApiSchemas.Text()),
        ["fPage"] = Query(FormChoice.Parameter, "格式", OneOf(Form.OfPages.Select(form => form.Code))),
        ["fFeatures"] = Query(FormChoice.Parameter, "格式", OneOf(Form.OfFeatures.Select(form => form.Code))),
        ["featureId"] = new JsonObject
        {
            ["name"] = "featureId", ["in"] = "path", ["required"] = true, ["description"] = "要素的 id", ["schema"] = ApiSchemas.Text(),
        },
    };

    /// <summary>The filter of a property.</summary>
    public static JsonNode OfProperty(FeatureProperty property) =>
        Query(property.Name, $"只要“{property.Label}”是这个值的", ApiSchemas.OfValue(property));

    private static JsonObject Query(string name, string description, JsonObject schema) => new()
    {
        ["name"] = name,
        ["in"] = "query",
        ["required"] = false,
        ["description"] = description,
        ["style"] = "form",
        ["explode"] = false,
        ["schema"] = schema,
    };

    // The standard wants exactly this form (/req/core/fc-bbox-definition): four numbers or six.
    private static JsonObject Box() => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "number" },
        ["oneOf"] = new JsonArray(
            new JsonObject { ["minItems"] = 4, ["maxItems"] = 4 }, new JsonObject { ["minItems"] = 6, ["maxItems"] = 6 }),
    };

    private static JsonObject Crs()
    {
        var schema = OneOf(KnownCrs.All.Select(crs => crs.Uri));
        schema["format"] = "uri";
        schema["default"] = KnownCrs.Crs84.Uri;
        return schema;
    }

    private static JsonObject OneOf(IEnumerable<string> values) => ApiSchemas.Text(values);
}
