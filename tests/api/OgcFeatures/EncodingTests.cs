using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jizhou.Public.ApiTests.Docs;
using Microsoft.OpenApi;

namespace Jizhou.Public.ApiTests.OgcFeatures;

/// <summary>The abstract tests of Part 1, requirements classes geojson, html and oas30; each test carries the id of its requirement.</summary>
public sealed partial class EncodingTests(OgcServer ogc) : IClassFixture<OgcServer>
{
    private static readonly Dictionary<string, string> FeatureOf = new() { ["places"] = "p-001", ["changes"] = "1", ["townships"] = "120119001" };

    public static TheoryData<string> Pages => CoreTests.Pages;

    [Fact(DisplayName = "/req/geojson/definition, /req/geojson/content: features as RFC 7946 says")]
    public async Task Geojson_content()
    {
        using var answer = await ogc.GetAsync("/collections/places/items?limit=1000", "application/geo+json");
        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType!.MediaType);
        var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("FeatureCollection", page.GetProperty("type").GetString());
        Assert.Equal(ogc.Places.Count, page.GetProperty("features").GetArrayLength());
        foreach (var (feature, place) in page.GetProperty("features").EnumerateArray().Zip(ogc.Places))
        {
            Assert.Equal("Feature", feature.GetProperty("type").GetString());
            Assert.Equal(place.Id, OgcServer.IdOf(feature));
            Assert.Equal(place.Name, feature.GetProperty("properties").GetProperty("name").GetString());
            Assert.Equal(place.Accepts, feature.GetProperty("properties").GetProperty("accepts").EnumerateArray().Select(code => code.GetString()!));
            Assert.Equal(place.Position is null ? JsonValueKind.Null : JsonValueKind.Object, feature.GetProperty("geometry").ValueKind);
            if (place.Position is { } position)
            {
                Assert.Equal("Point", feature.GetProperty("geometry").GetProperty("type").GetString());
                Assert.Equal([position.Lng, position.Lat], feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(number => number.GetDouble()));
            }
        }
    }

    [Theory(DisplayName = "/req/html/definition, /req/html/content: a page in Chinese with every link of the JSON and the portal's sheet")]
    [MemberData(nameof(Pages))]
    public async Task Html_content(string path)
    {
        var page = await ogc.PageAsync(path);
        Assert.Contains("<html lang=\"zh-Hans\">", page);
        Assert.Matches(@"<link rel=""stylesheet"" href=""/assets/site\.[0-9a-f]+\.css""", page);
        Assert.Single(Regex.Matches(page, "<h1>"));
        Assert.DoesNotContain("style=", page);
        if (path == "/api")
        {
            return; // an OpenAPI document carries no links
        }

        var links = (await ogc.JsonAsync(path)).GetProperty("links").EnumerateArray().Where(link => link.GetProperty("rel").GetString() is not ("self" or "alternate"));
        Assert.All(links, link => Assert.Contains($"href=\"{WebUtility.HtmlEncode(link.GetProperty("href").GetString())}\"", page));
        Assert.Contains("?f=json", page);
    }

    [Fact(DisplayName = "/req/html/content: the page of items tells every value of every feature")]
    public async Task Html_items()
    {
        var page = await ogc.PageAsync("/collections/places/items?limit=3");
        foreach (var place in ogc.Places.Take(3))
        {
            Assert.Contains(place.Name, page);
            Assert.Contains($"{OgcServer.Public}/ogc/collections/places/items/{place.Id}?f=html", page);
            Assert.Contains(string.Join('、', place.Accepts), page);
        }

        Assert.Contains("示例", page);
        Assert.Contains("rel=\"next\"", page);
    }

    [Fact(DisplayName = "/req/oas30/oas-definition-1, oas-definition-2, api-definition-success: an OpenAPI 3.0 document that others read without complaint")]
    public async Task Oas_definition()
    {
        using var answer = await ogc.GetAsync("/api?f=json");
        Assert.Equal("application/vnd.oai.openapi+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("version=3.0", answer.Content.Headers.ContentType.Parameters.Single().ToString());
        var text = await answer.Content.ReadAsStringAsync();
        var read = OpenApiDocument.Parse(text, "json");
        Assert.Empty(read.Diagnostic!.Errors.Select(error => $"{error.Pointer} {error.Message}"));
        Assert.Empty(read.Diagnostic.Warnings.Select(warning => $"{warning.Pointer} {warning.Message}"));
        Assert.Equal(OpenApiSpecVersion.OpenApi3_0, read.Diagnostic.SpecificationVersion);
        Assert.Equal($"{OgcServer.Public}/ogc", read.Document!.Servers!.Single().Url);
    }

    [Fact(DisplayName = "/req/oas30/completeness, oas-impl, exceptions-codes: every path answers as described, every filter is listed, and the developer pages list every path")]
    public async Task Completeness()
    {
        var document = await ogc.JsonAsync("/api");
        var developers = DeveloperPages.Read("index");
        var paths = document.GetProperty("paths").EnumerateObject().ToList();
        Assert.Equal(4 + (3 * 3), paths.Count);
        foreach (var path in paths)
        {
            Assert.Contains($"`GET /ogc{(path.Name == "/" ? "" : CollectionName().Replace(path.Name, "/collections/{collection}"))}`", developers);
            var responses = path.Value.GetProperty("get").GetProperty("responses");
            Assert.All(new[] { "200", "400", "404", "406", "500" }, status => Assert.True(responses.TryGetProperty(status, out _)));
            var example = path.Name.Replace("{featureId}", FeatureOf.GetValueOrDefault(path.Name.Split('/').ElementAtOrDefault(2) ?? ""), StringComparison.Ordinal);
            foreach (var type in responses.GetProperty("200").GetProperty("content").EnumerateObject())
            {
                using var answer = await ogc.GetAsync(example == "/" ? "" : example, type.Name);
                Assert.Equal(type.Name.Split(';')[0], answer.Content.Headers.ContentType!.MediaType);
            }
        }

        using var refused = await ogc.GetAsync("/collections/places/items?nothing=1");
        var allowed = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("allowed").EnumerateArray().Select(name => name.GetString()!);
        Assert.Equal(allowed.Order(StringComparer.Ordinal), Parameters(document, "/collections/places/items").Order(StringComparer.Ordinal));
    }

    [Fact(DisplayName = "/req/core/fc-limit-definition, fc-bbox-definition, fc-time-definition, /req/crs/fc-crs-definition, fc-bbox-crs-definition: the parameters as the standard writes them")]
    public async Task Parameter_definitions()
    {
        var parameters = (await ogc.JsonAsync("/api")).GetProperty("components").GetProperty("parameters");
        var limit = parameters.GetProperty("limit").GetProperty("schema");
        Assert.Equal(("integer", 1, 1000, 10), (limit.GetProperty("type").GetString(), limit.GetProperty("minimum").GetInt32(), limit.GetProperty("maximum").GetInt32(), limit.GetProperty("default").GetInt32()));
        foreach (var name in new[] { "limit", "bbox", "bbox-crs", "crs", "datetime" })
        {
            var parameter = parameters.GetProperty(name);
            Assert.Equal(("query", false, "form", false), (
                parameter.GetProperty("in").GetString(), parameter.GetProperty("required").GetBoolean(), parameter.GetProperty("style").GetString(), parameter.GetProperty("explode").GetBoolean()));
        }

        Assert.Equal("array", parameters.GetProperty("bbox").GetProperty("schema").GetProperty("type").GetString());
        Assert.Equal("string", parameters.GetProperty("datetime").GetProperty("schema").GetProperty("type").GetString());
        Assert.Equal("uri", parameters.GetProperty("crs").GetProperty("schema").GetProperty("format").GetString());
    }

    private static IEnumerable<string> Parameters(JsonElement document, string path) =>
        document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Select(parameter => parameter.TryGetProperty("$ref", out var reference)
                ? document.GetProperty("components").GetProperty("parameters").GetProperty(reference.GetString()!.Split('/')[^1]).GetProperty("name").GetString()!
                : parameter.GetProperty("name").GetString()!);

    [GeneratedRegex("^/collections/[a-z]+")]
    private static partial Regex CollectionName();
}
