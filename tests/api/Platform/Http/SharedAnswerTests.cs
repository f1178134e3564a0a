using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Jizhou.Public.ApiTests.Platform.Http;

/// <summary>What every answer shares: request id, headers, problem documents, HEAD, CORS.</summary>
public sealed class SharedAnswerTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("GET", "/nowhere", 404, "not_found")]
    [InlineData("GET", "/api/v1/nowhere", 404, "not_found")]
    [InlineData("POST", "/healthz", 405, "method_not_allowed")]
    [InlineData("DELETE", "/", 405, "method_not_allowed")]
    [InlineData("DELETE", "/nowhere", 404, "not_found")]
    [InlineData("GET", "/templates/place.html", 404, "not_found")]
    public async Task What_the_framework_refuses_is_a_problem_document(string method, string path, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await server.Http.SendAsync(request);
        var problem = await Problems.ReadAsync(answer, status, code);
        Assert.Equal(answer.Headers.GetValues("X-Request-Id").Single(), problem.GetProperty("requestId").GetString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/sorting/")]
    [InlineData("/api/v1/indicators")]
    [InlineData("/openapi/v1.json")]
    public async Task Allow_names_HEAD_beside_GET(string path)
    {
        using var answer = await server.Http.PostAsync(path, null);
        await Problems.ReadAsync(answer, 405, "method_not_allowed");
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task An_address_too_long_is_told()
    {
        using var answer = await server.Http.GetAsync("/api/v1/sorting/items?q=" + new string('a', 10_000));
        await Problems.ReadAsync(answer, 414, "address_too_long");
        Assert.NotEmpty(answer.Headers.GetValues("X-Request-Id").Single());
    }

    [Theory]
    [InlineData("br;q=0.1, gzip;q=0.9", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("*", "br")]
    [InlineData("*;q=0.5, br;q=0", "gzip")]
    [InlineData("identity, gzip;q=0.5", null)]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData("zstd", null)]
    [InlineData(",,;q=x", null)]
    public async Task Body_and_tag_are_of_the_encoding_the_client_likes_best(string accepted, string? encoding)
    {
        foreach (var path in (string[])["/sorting/", "/api/v1/indicators", "/openapi/v1.json", "/api/v1/materials", "/api/v1/places/nearby?lng=117.4&lat=40"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            using var answer = await server.Http.SendAsync(request);
            Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            var ending = Regex.Match(answer.Headers.ETag!.Tag, "-(br|gzip)\"$").Groups[1].Value;
            Assert.Equal(encoding ?? "", ending);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/healthz")]
    [InlineData("/api/v1/nowhere")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var answer = await server.Http.GetAsync(path);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Contains("geolocation=(self)", answer.Headers.GetValues("Permissions-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
        Assert.NotEmpty(answer.Headers.GetValues("X-Request-Id").Single());
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Health_is_told(string path)
    {
        using var answer = await server.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/healthz")]
    public async Task HEAD_is_GET_without_a_body(string path)
    {
        using var get = await server.Http.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await server.Http.SendAsync(request);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_part_that_is_not_ready_is_named()
    {
        using var bare = new ApiServer { ["Portal:Folder"] = Path.Combine(Path.GetTempPath(), "no-such-portal") };
        using var answer = await bare.Http.GetAsync("/readyz");
        var problem = await Problems.ReadAsync(answer, 503, "not_ready");
        Assert.True(problem.GetProperty("failing").TryGetProperty("portal", out _));
    }
}

/// <summary>Reads problem documents.</summary>
public static class Problems
{
    /// <summary>The body, after checking the form that every problem has.</summary>
    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, int status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal($"/data/developers/errors/#{code}", problem.GetProperty("type").GetString());
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", problem.GetProperty("title").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.NotEmpty(problem.GetProperty("requestId").GetString()!);
        return problem;
    }
}
