using System.Text.Json;

namespace Jizhou.Public.ApiTests.Platform.Http;

/// <summary>An operation of the OpenAPI document, as far as requests are made from it.</summary>
/// <param name="Method">GET, POST …</param>
/// <param name="Path">With <c>{names}</c>.</param>
/// <param name="Query">The names of its query parameters.</param>
/// <param name="Members">The members of its JSON body with the type each wants; null without a body.</param>
public sealed record Operation(HttpMethod Method, string Path, IReadOnlyList<string> Query, IReadOnlyList<(string Name, string Type)>? Members)
{
    /// <summary>Every operation of the document.</summary>
    public static IReadOnlyList<Operation> ReadAll(JsonElement document)
        => [.. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               select new Operation(HttpMethod.Parse(operation.Name), path.Name, QueryOf(operation.Value), MembersOf(operation.Value, document))];

    private static List<string> QueryOf(JsonElement operation)
        => operation.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "query").Select(one => one.GetProperty("name").GetString()!)]
            : [];

    private static List<(string Name, string Type)>? MembersOf(JsonElement operation, JsonElement document)
    {
        if (!operation.TryGetProperty("requestBody", out var body))
        {
            return null;
        }

        var schema = body.GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1];
        return [.. document.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties").EnumerateObject()
            .Select(member => (member.Name, TypeOf(member.Value)))];
    }

    private static string TypeOf(JsonElement schema) => schema.TryGetProperty("type", out var type) ? type.ToString() : "object";
}
