using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Jizhou.Public.Api.Platform.OpenApi;

/// <summary>
/// Gives every operation an example: what to send and what came back when it was sent. Examples.json was recorded from a running
/// server, its lists cut to one or two entries; a test asks the GETs again and compares the members.
/// </summary>
public sealed class AddExamples : IOperationFilter
{
    private static readonly JsonObject Recorded = Read();

    /// <inheritdoc />
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var key = $"{context.ApiDescription.HttpMethod?.ToLowerInvariant()} /{context.ApiDescription.RelativePath?.TrimEnd('/')}";
        if (Recorded[key] is not JsonObject example)
        {
            return;
        }

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Example = example["parameters"]?[parameter.Name!]?.DeepClone();
        }

        Fill(operation.RequestBody?.Content, example["request"]);
        Fill(operation.Responses?.Where(pair => pair.Key.StartsWith('2')).Select(pair => pair.Value.Content).FirstOrDefault(), example["response"]);
    }

    private static void Fill(IDictionary<string, IOpenApiMediaType>? content, JsonNode? example)
    {
        foreach (var media in content?.Values.OfType<OpenApiMediaType>() ?? [])
        {
            media.Example = example?.DeepClone();
        }
    }

    private static JsonObject Read()
    {
        using var stream = typeof(AddExamples).Assembly.GetManifestResourceStream("OpenApi/Examples.json")
            ?? throw new InvalidOperationException("OpenApi/Examples.json is not embedded");
        return JsonSerializer.Deserialize<JsonObject>(stream)!;
    }
}
