using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Jizhou.Public.Api.Platform.OpenApi;

/// <summary>/openapi/v1.json (OpenAPI 3.1), made from the code, and Swagger UI at /swagger/, which asks nobody else.</summary>
public static class OpenApiModule
{
    /// <summary>Registers the description.</summary>
    public static void AddOpenApi(this WebApplicationBuilder builder)
    {
        // The schemas say what the serialiser does: kebab-case values, camelCase names.
        builder.Services.AddSingleton<ISerializerDataContractResolver>(new JsonSerializerDataContractResolver(JsonForm.Options));
        builder.Services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", Info());
            options.CustomSchemaIds(SchemaIds.Of);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.OrderActionsBy(operation => $"{operation.RelativePath} {operation.HttpMethod}");
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "Jizhou.Public.*.xml").Order(StringComparer.Ordinal))
            {
                options.IncludeXmlComments(file);
            }

            options.OperationFilter<NameOperation>();
            options.OperationFilter<DescribeRefusals>();
            options.OperationFilter<AddExamples>();
            options.DocumentFilter<ProblemSchema>();
        });
    }

    /// <summary>Maps the document and the UI.</summary>
    public static void MapOpenApi(this WebApplication app)
    {
        app.MapSwagger("/openapi/{documentName}.json", options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1)
            .CacheOutput(CacheTags.Exports); // made anew it costs some 10 ms
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "swagger";
            options.DocumentTitle = "蓟州循环便民 接口文档";
            options.SwaggerEndpoint("/openapi/v1.json", "v1");
        });
    }

    private static OpenApiInfo Info() => new()
    {
        Title = "蓟州循环便民 开放接口",
        Version = "v1",
        Description = "最近的交投点、分类答案、限塑规定、循环经济指标和大件预约。时间带 +08:00；金额以分计；列表参数重复书写；不认识的查询参数会被拒绝。"
            + "错误都是 application/problem+json，code 稳定不变，逐条解释见 /data/developers/errors/。示例数据带 sample: true。",
        License = new OpenApiLicense { Name = "见 /about/sources/", Url = new Uri("/about/sources/", UriKind.Relative) },
    };
}
