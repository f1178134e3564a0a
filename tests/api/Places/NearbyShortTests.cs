using System.Globalization;
using System.Net;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>The short way of nearby gives the bytes and headers of the long way, which a request from another origin takes.</summary>
public sealed class NearbyShortTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Here = "/api/v1/places/nearby?";
    private const string RequestId = "X-Request-ID"; // as the client of the framework spells it

    [Fact]
    public async Task Both_ways_give_the_same_answers()
    {
        var random = new Random(20261126);
        var (fine, refused) = (0, 0);
        for (var i = 0; i < 300; i++)
        {
            var query = Query(random);
            var (shortly, at) = await AskAsync(query, origin: null);
            var (longly, all) = await AskAsync(query, origin: "https://example.org");
            Assert.True(shortly == longly, $"{query}\n{shortly}\n{longly}");
            Assert.Equal(all, at);
            fine += shortly.StartsWith("OK", StringComparison.Ordinal) ? 1 : 0;
            refused += shortly.StartsWith("BadRequest", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(fine, 100, 290);
        Assert.InRange(refused, 10, 200);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_tag_of_one_way_is_known_on_the_other(string? encoding)
    {
        const string query = "lng=117.41&lat=40.05&limit=3";
        foreach (var (first, second) in new[] { (null, "https://example.org"), ("https://example.org", (string?)null) })
        {
            using var request = Request(query, first, encoding);
            using var answer = await server.Http.SendAsync(request);
            using var again = Request(query, second, encoding);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            using var unchanged = await server.Http.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
            Assert.Equal(answer.Headers.ETag, unchanged.Headers.ETag);
            Assert.Contains(RequestId, unchanged.Headers.Select(header => header.Key));
            Assert.Equal(answer.Headers.CacheControl, unchanged.Headers.CacheControl);
            Assert.Equal(answer.Headers.Vary, unchanged.Headers.Vary);
        }
    }

    [Fact]
    public async Task A_head_has_the_headers_of_the_get_and_no_body()
    {
        using var get = await server.Http.GetAsync(Here + "lng=117.41&lat=40.05");
        using var head = await server.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, Here + "lng=117.41&lat=40.05"));
        Assert.Equal(Headers(get), Headers(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    private async Task<(string Body, string Headers)> AskAsync(string query, string? origin)
    {
        using var request = Request(query, origin, encoding: null);
        using var answer = await server.Http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return ($"{answer.StatusCode} {(answer.IsSuccessStatusCode ? body : body[..body.IndexOf("requestId", StringComparison.Ordinal)])}", Headers(answer));
    }

    private static HttpRequestMessage Request(string query, string? origin, string? encoding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Here + query);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (encoding is not null)
        {
            request.Headers.AcceptEncoding.ParseAdd(encoding);
        }

        return request;
    }

    private static string Headers(HttpResponseMessage answer) => string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
        .Where(header => header.Key is not ("Date" or RequestId) && !header.Key.StartsWith("Access-Control-", StringComparison.Ordinal)
            && (answer.IsSuccessStatusCode || header.Key != "Content-Length"))
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal));

    /// <summary>Mostly plain questions, with some escapes, repetitions and nonsense among them.</summary>
    private static string Query(Random random)
    {
        List<string> parts = [Number("lng", 117 + random.NextDouble()), Number("lat", 39.6 + random.NextDouble())];
        foreach (var extra in random.GetItems(Extras, random.Next(4)))
        {
            parts.Insert(random.Next(parts.Count + 1), extra);
        }

        if (random.Next(12) == 0)
        {
            parts.RemoveAt(random.Next(parts.Count));
        }

        return string.Join('&', parts);
    }

    private static string Number(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name}={value:R}");

    private static readonly string[] Extras =
    [
        "limit=1", "limit=7", "limit=500", "limit=%37", "limit=0", "limit=-1", "limit=+3", "limit=x", "radius=3000", "radius=1e4", "radius=-1", "radius=1,5", "crs=gcj02", "crs=bd09", "crs=wgs84",
        "crs=WGS84", "material=paper", "material=metal", "material=gold", "match=all", "match=any", "match=most", "kind=textile-bin", "kind=castle", "openNow=true", "openNow=false",
        "openNow=TRUE", "openNow=1", "township=120119102", "township=120119001", "township=12", "cursor=abc", "cursor=", "LIMIT=3", "colour=red", "limit", "&", "=", "lng=117",
    ];
}
