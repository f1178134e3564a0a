using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Jizhou.Public.ApiTests.OgcFeatures;

/// <summary>The abstract tests of Part 1, requirements class core; each test begins with the id of its abstract test (OperationTests holds the rest).</summary>
public sealed class CoreTests(OgcServer ogc) : IClassFixture<OgcServer>
{
    public static TheoryData<string> Pages => ["", "/conformance", "/api", "/collections", "/collections/places", "/collections/places/items", "/collections/places/items/p-001"];

    public static TheoryData<string> CollectionIds => ["changes", "places", "townships"];

    [Theory(DisplayName = "/conf/core/http: every address answers GET and HEAD alike and refuses other methods")]
    [MemberData(nameof(Pages))]
    public async Task Every_operation_answers_200_and_HEAD_as_GET(string path)
    {
        using var answer = await ogc.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/ogc" + path);
        using var head = await ogc.Server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(answer.Headers.ETag, head.Headers.ETag);
        Assert.Equal(answer.Content.Headers.ContentType, head.Content.Headers.ContentType);
        using var posted = await ogc.Server.Http.PostAsync("/ogc" + path, null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
    }

    [Theory(DisplayName = "Goals HTTP: strong ETag, 304, CORS, unknown parameter refused, Vary by Accept, no Host header in links")]
    [MemberData(nameof(Pages))]
    public async Task Every_answer_is_open_data(string path)
    {
        await ogc.Server.IsOpenDataAsync("/ogc" + path);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ogc" + path) { Headers = { Host = "evil.example" } };
        using var answer = await ogc.Server.Http.SendAsync(request);
        Assert.Contains("Accept", answer.Headers.Vary);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains(OgcServer.Public, text);
        Assert.DoesNotContain("evil.example", text);
        Assert.DoesNotContain("127.0.0.1", text);
    }

    [Fact(DisplayName = "/conf/core/root-success: links to the API definition, the conformance declaration and the collections")]
    public async Task Root_success()
    {
        var landing = await ogc.JsonAsync("");
        Assert.Equal($"{OgcServer.Public}/ogc/conformance", OgcServer.LinkOf(landing, "conformance"));
        Assert.Equal($"{OgcServer.Public}/ogc/collections", OgcServer.LinkOf(landing, "data"));
        Assert.NotNull(OgcServer.LinkOf(landing, "self"));
        foreach (var rel in new[] { "service-desc", "service-doc", "conformance", "data", "alternate" })
        {
            using var answer = await ogc.GetAsync(OgcServer.LinkOf(landing, rel)!);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact(DisplayName = "/conf/core/conformance-success: the classes that are kept")]
    public async Task Conformance_success()
    {
        var classes = (await ogc.JsonAsync("/conformance")).GetProperty("conformsTo").EnumerateArray().Select(one => one.GetString()).ToList();
        Assert.Equal(
            [
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
            ],
            classes);
    }

    [Fact(DisplayName = "/conf/core/fc-md-items-links: every collection links to its items in every form")]
    public async Task Fc_md_items_links()
    {
        var answer = await ogc.JsonAsync("/collections");
        var collections = answer.GetProperty("collections").EnumerateArray().ToList();
        foreach (var link in collections.SelectMany(one => one.GetProperty("links").EnumerateArray()).Where(link => link.GetProperty("rel").GetString() == "items"))
        {
            using var items = await ogc.GetAsync(link.GetProperty("href").GetString()!);
            Assert.Equal(link.GetProperty("type").GetString(), items.Content.Headers.ContentType!.MediaType);
        }

        Assert.All(collections, one => Assert.Equal(3, one.GetProperty("links").EnumerateArray().Count(link => link.GetProperty("rel").GetString() == "items")));
    }

    [Theory(DisplayName = "/conf/core/sfc-md-success: one collection says the same as the list of all")]
    [MemberData(nameof(CollectionIds))]
    public async Task Sfc_md_success(string id)
    {
        var listed = (await ogc.JsonAsync("/collections")).GetProperty("collections").EnumerateArray().Single(one => OgcServer.IdOf(one) == id);
        var alone = await ogc.JsonAsync($"/collections/{id}");
        foreach (var member in listed.EnumerateObject().Where(member => member.Name != "links"))
        {
            Assert.Equal(member.Value.ToString(), alone.GetProperty(member.Name).ToString());
        }

        Assert.NotNull(OgcServer.LinkOf(alone, "self"));
        Assert.NotNull(OgcServer.LinkOf(alone, "items"));
        await ogc.RefusesAsync("/collections/nothing", "collection_not_found", 404);
    }

    [Theory(DisplayName = "/conf/core/fc-md-extent: the extent is the smallest box around all features, in CRS84, and their time if they have one")]
    [InlineData("places", true)]
    [InlineData("townships", false)]
    public async Task Fc_md_extent(string id, bool hasTime)
    {
        var extent = (await ogc.JsonAsync($"/collections/{id}")).GetProperty("extent");
        var box = extent.GetProperty("spatial").GetProperty("bbox")[0].EnumerateArray().Select(number => number.GetDouble());
        var points = (await ogc.JsonAsync($"/collections/{id}/items?limit=1000")).GetProperty("features").EnumerateArray()
            .Select(feature => feature.GetProperty("geometry")).Where(point => point.ValueKind == JsonValueKind.Object)
            .Select(point => point.GetProperty("coordinates")).Select(point => (Lng: point[0].GetDouble(), Lat: point[1].GetDouble())).ToList();
        Assert.Equal([points.Min(p => p.Lng), points.Min(p => p.Lat), points.Max(p => p.Lng), points.Max(p => p.Lat)], box);
        Assert.Equal("http://www.opengis.net/def/crs/OGC/1.3/CRS84", extent.GetProperty("spatial").GetProperty("crs").GetString());
        Assert.Equal(hasTime, extent.TryGetProperty("temporal", out _));
    }

    [Theory(DisplayName = "/conf/core/fc-limit-response: 10 by default, at most 1000, never more than asked")]
    [InlineData("", 10)]
    [InlineData("?limit=1", 1)]
    [InlineData("?limit=300", 300)]
    [InlineData("?limit=1000", 700)]
    [InlineData("?limit=5000", 700)]
    [InlineData("?limit=99999999999999999999", 700)]
    public async Task Fc_limit_response(string query, int returned)
    {
        var page = await ogc.JsonAsync("/collections/places/items" + query);
        Assert.Equal(returned, page.GetProperty("features").GetArrayLength());
        Assert.Equal(returned, page.GetProperty("numberReturned").GetInt32());
        Assert.Equal(700, page.GetProperty("numberMatched").GetInt32());
    }

    [Theory(DisplayName = "/conf/core/query-param-invalid: a wrong value is refused with 400")]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=ten")]
    [InlineData("limit=1.5")]
    [InlineData("limit=")]
    [InlineData("bbox=")]
    [InlineData("bbox=1,2,3")]
    [InlineData("bbox=1,2,3,4,5")]
    [InlineData("bbox=1,2,3,x")]
    [InlineData("bbox=1,NaN,3,4")]
    [InlineData("bbox=117,41,118,39")]
    [InlineData("bbox=39,117,41,118")]
    [InlineData("bbox=0,0,9,1,1,3")]
    [InlineData("bbox=1,1,2,2&bbox-crs=EPSG:4326")]
    [InlineData("bbox=2,1,1,2&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3857")]
    [InlineData("datetime=")]
    [InlineData("datetime=..")]
    [InlineData("datetime=../..")]
    [InlineData("datetime=2026")]
    [InlineData("datetime=2026-13-01")]
    [InlineData("datetime=2026-01-01T00:00:00")]
    [InlineData("datetime=2026-02-01/2026-01-01")]
    [InlineData("datetime=2026-01-01/2026-01-02/2026-01-03")]
    [InlineData("crs=http://www.opengis.net/def/crs/EPSG/0/27700")]
    [InlineData("f=gml")]
    [InlineData("kind=nothing-known")]
    [InlineData("stepFree=yes")]
    [InlineData("lastVerified=yesterday")]
    [InlineData("limit=1&limit=2")]
    [InlineData("kind=textile-bin&kind=bulky-point")]
    public Task Query_param_invalid(string query) => ogc.RefusesAsync($"/collections/places/items?{query}");

    [Theory(DisplayName = "/conf/core/query-param-unknown: an unknown parameter is refused with 400")]
    [InlineData("/collections/places/items?bboks=1,1,2,2")]
    [InlineData("/collections/places/items?BBOX=1,1,2,2")]
    [InlineData("/collections/townships/items?stepFree=true")]
    [InlineData("/collections/places/items/p-001?limit=1")]
    [InlineData("/collections/places?limit=1")]
    [InlineData("/collections?limit=1")]
    [InlineData("/conformance?x=")]
    [InlineData("/api?x=1")]
    [InlineData("?x=1")]
    public Task Query_param_unknown(string path) => ogc.RefusesAsync(path, "unknown_parameter");

    [Theory(DisplayName = "/conf/core/fc-links: self, alternates for every form, next and prev, each with rel and type")]
    [InlineData("")]
    [InlineData("?limit=3&kind=textile-bin&f=json")]
    public async Task Fc_links(string query)
    {
        var page = await ogc.JsonAsync("/collections/places/items" + query);
        Assert.Equal($"{OgcServer.Public}/ogc/collections/places/items{query}", OgcServer.LinkOf(page, "self"));
        var links = page.GetProperty("links").EnumerateArray().ToList();
        Assert.All(links, link => Assert.NotEmpty(link.GetProperty("rel").GetString()! + link.GetProperty("type").GetString()));
        var alternates = links.Where(link => link.GetProperty("rel").GetString() == "alternate").ToList();
        Assert.Equal(2, alternates.Count);
        foreach (var alternate in alternates)
        {
            using var answer = await ogc.GetAsync(alternate.GetProperty("href").GetString()!);
            Assert.Equal(alternate.GetProperty("type").GetString(), answer.Content.Headers.ContentType!.MediaType);
        }

        Assert.NotNull(OgcServer.LinkOf(page, "next"));
        Assert.Null(OgcServer.LinkOf(page, "prev"));
    }

    [Fact(DisplayName = "/conf/core/fc-timeStamp: the moment the answer was made; a client that holds it still gets 304 later")]
    public async Task Fc_timeStamp()
    {
        using var own = new OgcServer();
        using var first = await own.GetAsync("/collections/places/items");
        own.Server.Clock.Advance(TimeSpan.FromMinutes(5));
        using var second = await own.GetAsync("/collections/places/items");
        Assert.Equal("2026-11-22T10:00:00.000+08:00", await MomentAsync(first));
        Assert.Equal("2026-11-22T10:05:00.000+08:00", await MomentAsync(second));
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag); // two different bodies
        foreach (var held in new[] { first, second })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/ogc/collections/places/items") { Headers = { IfNoneMatch = { held.Headers.ETag! } } };
            using var again = await own.Server.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(held.Headers.ETag, again.Headers.ETag);
        }

        own.Replace(own.Places.Skip(1));
        using var old = new HttpRequestMessage(HttpMethod.Get, "/ogc/collections/places/items") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var changed = await own.Server.Http.SendAsync(old);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Theory(DisplayName = "/conf/core/f-success: a feature as in the list")]
    [MemberData(nameof(CollectionIds))]
    public async Task F_success(string id)
    {
        var listed = (await ogc.JsonAsync($"/collections/{id}/items?limit=1")).GetProperty("features")[0];
        var alone = await ogc.JsonAsync($"/collections/{id}/items/{OgcServer.IdOf(listed)}");
        foreach (var member in new[] { "type", "id", "geometry", "properties" })
        {
            Assert.Equal(listed.GetProperty(member).ToString(), alone.GetProperty(member).ToString());
        }

        await ogc.RefusesAsync($"/collections/{id}/items/nothing", "feature_not_found", 404);
    }

    [Fact(DisplayName = "A removed place answers 410 with its reason; samples say so")]
    public async Task Removed_and_sample()
    {
        using var plain = new ApiServer();
        var removed = (await plain.GetJsonAsync("/ogc/collections/changes/items?effect=removed")).GetProperty("features")[0].GetProperty("properties");
        Assert.False(removed.GetProperty("standing").GetBoolean());
        using var gone = await plain.Http.GetAsync($"/ogc/collections/places/items/{removed.GetProperty("place").GetString()}");
        await Platform.Http.Problems.ReadAsync(gone, 410, "place_removed");
        var page = await plain.GetJsonAsync("/ogc/collections/places/items?limit=1000");
        Assert.True(page.GetProperty("sample").GetBoolean());
        Assert.All(page.GetProperty("features").EnumerateArray(), feature => Assert.True(feature.GetProperty("properties").GetProperty("sample").GetBoolean()));
        Assert.Equal(page.GetProperty("features").GetArrayLength().ToString(CultureInfo.InvariantCulture), page.GetProperty("numberMatched").ToString());
    }

    [Theory(DisplayName = "Forms: f before Accept before GeoJSON; what is not offered is 406")]
    [InlineData("", null, "application/geo+json")]
    [InlineData("", "*/*", "application/geo+json")]
    [InlineData("", "application/json", "application/json")]
    [InlineData("", "application/json;q=0.5,application/geo+json", "application/geo+json")]
    [InlineData("", "text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("", "text/*", "text/html")]
    [InlineData("?f=geojson", "text/html", "application/geo+json")]
    [InlineData("?f=html", "application/json", "text/html")]
    [InlineData("", "application/gml+xml", "application/problem+json")]
    public async Task Forms(string query, string? accept, string type)
    {
        using var answer = await ogc.GetAsync("/collections/places/items" + query, accept);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(type.Contains("problem", StringComparison.Ordinal) ? HttpStatusCode.NotAcceptable : HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<string?> MomentAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("timeStamp").GetString();
}
