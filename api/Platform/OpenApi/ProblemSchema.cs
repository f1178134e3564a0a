using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Jizhou.Public.Api.Platform.OpenApi;

/// <summary>The form of every error, as <see cref="Http.ProblemWriter"/> writes it.</summary>
public sealed class ProblemSchema : IDocumentFilter
{
    /// <summary>Name of the schema.</summary>
    public const string Id = "Problem";

    /// <inheritdoc />
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Components ??= new OpenApiComponents();
        swaggerDoc.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        swaggerDoc.Components.Schemas.Remove("ProblemDetails"); // the framework's own form, which nobody gets
        swaggerDoc.Components.Schemas[Id] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "RFC 9457。code 稳定不变；detail 是给人看的中文；requestId 与 X-Request-Id 相同。",
            Required = new HashSet<string> { "type", "title", "status", "detail", "code", "requestId" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("解释这个 code 的网页", "/data/developers/errors/#invalid_parameter"),
                ["title"] = Text("同一个 code 的标题总是一样", "参数的值不对"),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Examples = [400] },
                ["detail"] = Text("发生了什么、怎么办", "limit=“abc” 不对，应为整数"),
                ["code"] = Text("程序用的代码", "invalid_parameter"),
                ["requestId"] = Text("报告问题时请带上", "0HNQ2J6V4F3K1:00000002"),
                ["retryAfterSeconds"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "多少秒后再试，与 Retry-After 相同" },
                ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Array, Description = "逐项说明", Items = Field() },
            },
            AdditionalPropertiesAllowed = true,
        };
    }

    private static OpenApiSchema Field() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "field", "code", "message" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["field"] = Text("字段或参数名", "limit"),
            ["code"] = Text("程序用的代码", "not_a_number"),
            ["message"] = Text("给人看的中文", "limit=“abc” 不对，应为整数"),
        },
    };

    private static OpenApiSchema Text(string description, string example)
        => new() { Type = JsonSchemaType.String, Description = description, Examples = [JsonValue.Create(example)] };
}
