using System.Text.Json;

namespace Jizhou.Public.ApiTests.Docs;

/// <summary>Every operation of the API is listed on the developers' first page.</summary>
public sealed class IndexPageTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Every_operation_is_listed()
    {
        var page = DeveloperPages.Read("index");
        var document = JsonDocument.Parse(await server.Http.GetStringAsync("/openapi/v1.json")).RootElement;
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"`{operation.Name.ToUpperInvariant()} {path.Name}`")).ToList();
        Assert.NotEmpty(operations);
        Assert.Empty(operations.Where(operation => !page.Contains(operation, StringComparison.Ordinal)));
    }
}
