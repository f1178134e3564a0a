using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jizhou.Public.ApiTests.Docs;
using Microsoft.OpenApi;

namespace Jizhou.Public.ApiTests.OgcFeatures;

/// <summary>The abstract tests of Part 1, requirements classes geojson, html and oas30; each test begins with the id of its abstract test.</summary>
public sealed partial class EncodingTests(OgcServer ogc) : IClassFixture<OgcServer>
{
    private static readonly Dictionary<string, string> FeatureOf = new() { ["places"] = "p-001", ["changes"] = "1", ["townships"] = "120119001" };

    public static TheoryData<string> Pages => CoreTests.Pages;

    [Fact(DisplayName = "/conf/geojson/content: features as RFC 7946 says")]
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

    [Theory(DisplayName = "/conf/html/content: a page in Chinese with every link of the JSON and the portal's sheet")]
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

    [Fact(DisplayName = "The page of items tells every value of every feature")]
    public async Task Html_items()
    {
        var page = await ogc.PageAsync("/collections/places/items?limit=3");
        foreach (var place in ogc.Places.Take(3))
        {
            Assert.Contains(place.Name, page);
            Assert.Contains($"{OgcServer.Public}/ogc/collections/places/items/{place.Id}?f=html", page);
            Assert.Contains(ogc.Words.MaterialNames(place.Accepts), page);
        }

        Assert.Contains("示例", page);
        Assert.Contains("rel=\"next\"", page);
    }

    [Fact(DisplayName = "/conf/oas30/definition-2: the document is OpenAPI 3.0 that others read without complaint")]
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

    [Fact(DisplayName = "/conf/oas30/completeness: every path answers in every form that is described, every filter is listed, and the developer pages list every path")]
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

    [Theory(DisplayName = "/conf/geojson/definition: GeoJSON is what features are in when it is asked for, and says so")]
    [InlineData("/collections/places/items")]
    [InlineData("/collections/places/items/p-001")]
    [InlineData("/collections/townships/items")]
    public async Task Geojson_definition(string path)
    {
        foreach (var (address, accept) in new[] { (path, "application/geo+json"), ($"{path}?f=geojson", "text/html") })
        {
            using var answer = await ogc.GetAsync(address, accept);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("application/geo+json", answer.Content.Headers.ContentType!.MediaType);
        }
    }

    [Theory(DisplayName = "/conf/html/definition: every 200 answer can be had as text/html")]
    [MemberData(nameof(Pages))]
    public async Task Html_definition(string path)
    {
        using var answer = await ogc.GetAsync(path, "text/html");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact(DisplayName = "The page of items shows them on the outline, says that it is only a sketch, and says hours in words")]
    public async Task Html_map()
    {
        var page = await ogc.PageAsync("/collections/places/items?limit=12");
        Assert.Contains("<svg", page);
        Assert.Contains("示意，不作划界依据", page);
        Assert.Equal(ogc.Places.Take(12).Count(place => place.Position is not null), Regex.Matches(page, "<circle").Count);
        Assert.Contains("周一至周五 8:00–17:00", page);
        Assert.DoesNotContain("Mo-Fr 08:00-17:00", page);
        Assert.DoesNotContain("<svg", await ogc.PageAsync("/collections/places/items?bbox=0,0,1,1"));
    }

    [Fact(DisplayName = "/conf/oas30/definition-1: service-desc is OpenAPI 3.0, service-doc a page")]
    public async Task Oas_definition_1()
    {
        var landing = await ogc.JsonAsync("");
        using var described = await ogc.GetAsync(OgcServer.LinkOf(landing, "service-desc")!);
        Assert.Equal("application/vnd.oai.openapi+json", described.Content.Headers.ContentType!.MediaType);
        using var told = await ogc.GetAsync(OgcServer.LinkOf(landing, "service-doc")!);
        Assert.Equal("text/html", told.Content.Headers.ContentType!.MediaType);
    }

    [Fact(DisplayName = "/conf/oas30/oas-impl: what the document promises of the parameters is kept")]
    public async Task Oas_impl()
    {
        var document = await ogc.JsonAsync("/api");
        Assert.Equal(["changes", "places", "townships"], document.GetProperty("paths").EnumerateObject().Select(path => path.Name.Split('/'))
            .Where(parts => parts.Length == 3).Select(parts => parts[2]).Order(StringComparer.Ordinal));
        var limit = document.GetProperty("components").GetProperty("parameters").GetProperty("limit").GetProperty("schema");
        var most = await ogc.JsonAsync($"/collections/changes/items?limit={limit.GetProperty("maximum").GetInt32()}");
        Assert.InRange(most.GetProperty("features").GetArrayLength(), 1, limit.GetProperty("maximum").GetInt32());
        var usual = await ogc.JsonAsync("/collections/places/items");
        Assert.Equal(limit.GetProperty("default").GetInt32(), usual.GetProperty("features").GetArrayLength());
        foreach (var crs in document.GetProperty("components").GetProperty("parameters").GetProperty("crs").GetProperty("schema").GetProperty("enum").EnumerateArray())
        {
            using var answer = await ogc.GetAsync($"/collections/places/items?crs={Uri.EscapeDataString(crs.GetString()!)}");
            Assert.Equal($"<{crs.GetString()}>", answer.Headers.GetValues("Content-Crs").Single());
        }
    }

    [Fact(DisplayName = "/conf/oas30/exceptions-codes: every error that can come is described, and comes as described")]
    public async Task Exceptions_codes()
    {
        var document = await ogc.JsonAsync("/api");
        foreach (var operation in document.GetProperty("paths").EnumerateObject())
        {
            var responses = operation.Value.GetProperty("get").GetProperty("responses");
            Assert.All(new[] { "400", "404", "406", "500" }, status => Assert.True(responses.TryGetProperty(status, out _), $"{operation.Name} {status}"));
        }

        await ogc.RefusesAsync("/collections/places/items?limit=x");
        await ogc.RefusesAsync("/collections/nothing/items", "collection_not_found", 404);
        using var unacceptable = await ogc.GetAsync("/collections", "image/png");
        Assert.Equal(HttpStatusCode.NotAcceptable, unacceptable.StatusCode);
        Assert.Equal("application/problem+json", unacceptable.Content.Headers.ContentType!.MediaType);
    }

    [Fact(DisplayName = "/conf/oas30/security: nothing asks for a key, and the document says so by asking for none")]
    public async Task Security()
    {
        var document = await ogc.JsonAsync("/api");
        Assert.Empty(document.GetProperty("security").EnumerateArray());
        Assert.False(document.GetProperty("components").TryGetProperty("securitySchemes", out _));
        using var open = await ogc.GetAsync("/collections/places/items");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Empty(open.Headers.WwwAuthenticate);
    }

    private static IEnumerable<string> Parameters(JsonElement document, string path) =>
        document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Select(parameter => parameter.TryGetProperty("$ref", out var reference)
                ? document.GetProperty("components").GetProperty("parameters").GetProperty(reference.GetString()!.Split('/')[^1]).GetProperty("name").GetString()!
                : parameter.GetProperty("name").GetString()!);

    [GeneratedRegex("^/collections/[a-z]+")]
    private static partial Regex CollectionName();
}
