using System.Text.Json;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.ApiTests.Platform.OpenApi;

/// <summary>The description of the API: complete, named, with summaries and error codes.</summary>
public sealed class DocumentTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task It_is_3_1_and_every_operation_has_a_name_a_summary_and_its_errors()
    {
        using var answer = await server.Http.GetAsync("/openapi/v1.json");
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal("cross-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString());
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", operation.Value))).ToList();
        Assert.NotEmpty(operations);
        Assert.Empty(operations.Where(operation => !operation.Value.TryGetProperty("operationId", out _)).Select(operation => operation.Name));
        Assert.Empty(operations.Where(operation => !operation.Value.TryGetProperty("summary", out _)).Select(operation => operation.Name));
        Assert.Equal("确认预约", operations.Single(operation => operation.Name == "post /api/v1/bookings").Value.GetProperty("summary").GetString());
        Assert.Empty(operations.Where(operation => !operation.Value.GetProperty("responses").TryGetProperty("500", out _)).Select(operation => operation.Name));
        Assert.Empty(operations.GroupBy(operation => operation.Value.GetProperty("operationId").GetString()).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public async Task Every_operation_has_an_example_and_every_get_still_answers_like_it()
    {
        var document = JsonDocument.Parse(await server.Http.GetStringAsync("/openapi/v1.json")).RootElement;
        var replayed = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var name = $"{operation.Name} {path.Name}";
                var content = operation.Value.GetProperty("responses").EnumerateObject().First(r => r.Name.StartsWith('2')).Value;
                var hasJson = content.TryGetProperty("content", out var media) && media.TryGetProperty("application/json", out _);
                Assert.True(!hasJson || media.GetProperty("application/json").TryGetProperty("example", out _), $"{name} has no example");
                if (hasJson && operation.Name == "get" && !path.Name.Contains("/bookings/{", StringComparison.Ordinal) && !path.Name.Contains("/reports/{", StringComparison.Ordinal))
                {
                    using var answer = await server.Http.GetAsync(AddressOf(path.Name, operation.Value));
                    var real = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
                    Assert.True(answer.IsSuccessStatusCode, $"{name}: {real}");
                    Assert.Equal(Members(media.GetProperty("application/json").GetProperty("example")), Members(real));
                    replayed++;
                }
            }
        }

        Assert.True(replayed > 20);
    }

    [Fact]
    public async Task Swagger_ui_is_served_by_ourselves()
    {
        var page = await server.Http.GetStringAsync("/swagger/index.html");
        Assert.Contains("swagger-ui", page);
        Assert.DoesNotContain("https://", page);
    }

    [Fact]
    public void Every_code_is_named_once_and_in_snake_case()
    {
        Assert.NotEmpty(RefusalCatalogue.All);
        Assert.All(RefusalCatalogue.All, kind => Assert.Matches("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", kind.Code));
        Assert.All(RefusalCatalogue.All, kind => Assert.InRange(kind.Status, 400, 599));
        Assert.Empty(RefusalCatalogue.All.GroupBy(kind => kind.Code).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    private static string AddressOf(string path, JsonElement operation)
    {
        var query = new List<string>();
        foreach (var parameter in operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : [])
        {
            if (!parameter.TryGetProperty("example", out var example))
            {
                continue;
            }

            var (name, value) = (parameter.GetProperty("name").GetString()!, Uri.EscapeDataString(example.ToString()));
            if (parameter.GetProperty("in").GetString() == "path")
            {
                path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            }
            else
            {
                query.Add($"{name}={value}");
            }
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private static IEnumerable<string> Members(JsonElement answer) => answer.EnumerateObject().Select(member => member.Name)
        .Concat(answer.TryGetProperty("items", out var items) && items.GetArrayLength() > 0 ? items[0].EnumerateObject().Select(member => "items." + member.Name) : []);
}
