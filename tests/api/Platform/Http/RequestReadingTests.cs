using System.Net.Http.Json;
using System.Text;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.ApiTests.Platform.Http;

/// <summary>Requests that cannot be read are refused with the field's name, whatever the framework makes of them.</summary>
public sealed class RequestReadingTests : IAsyncLifetime
{
    private PlatformServer _server = null!;

    public async Task InitializeAsync() => _server = await PlatformServer.StartAsync(
        app =>
        {
            app.MapGet("/api/v1/list", ([AsParameters] Query query) => new { query.Limit, query.Material });
            app.MapPost("/api/v1/things", (Thing thing) => thing);
            app.MapGet("/api/v1/boom", string () => throw new InvalidOperationException("secret detail"));
            app.MapGet("/api/v1/mine", () => "personal").AnswersPersonally();
            app.MapGet("/api/v1/refused", () => PlatformRefusals.BusyNow().ToProblem());
            app.MapPost("/api/v1/limited", () => "ok").RequireRateLimiting(ClientLimits.Writes);
            app.MapGet("/api/v1/bookings/probe", () => "ok");
            app.MapGet("/api/v1/inner/{id}", (string id, Guid token) => id + token);
        },
        ("Limits:BodyBytes", "200"), ("Limits:WritesPerMinute", "2"),
        ("Portal:BaseAddress", "https://portal.example/"), ("Portal:ApiBaseAddress", "https://api.example"));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("lng=117.4&limit=abc", "limit", "not_a_number")]
    [InlineData("lng=117.4&limit=", "limit", "not_a_number")]
    [InlineData("lng=117.4&limit=99999999999", "limit", "not_a_number")]
    [InlineData("lng=117.4&limit=1&limit=2", "limit", "repeated")]
    [InlineData("lng=NaN", "lng", "not_a_number")]
    [InlineData("lng=117,4", "lng", "not_a_number")]
    [InlineData("limit=1", "lng", "required")]
    [InlineData("lng=1&openNow=maybe", "openNow", "not_yes_or_no")]
    [InlineData("lng=1&date=2026-13-01", "date", "not_a_date")]
    public async Task A_parameter_that_cannot_be_read_is_named(string query, string field, string code)
    {
        using var answer = await _server.Http.GetAsync($"/api/v1/list?{query}");
        var problem = await Problems.ReadAsync(answer, 400, "invalid_parameter");
        var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal(field, error.GetProperty("field").GetString());
        Assert.Equal(code, error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_type_that_reads_itself_is_named_too()
    {
        using var answer = await _server.Http.GetAsync("/api/v1/inner/7?token=no-guid");
        var problem = await Problems.ReadAsync(answer, 400, "invalid_parameter");
        Assert.Equal("token", problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task An_unknown_parameter_is_refused_with_the_known_ones()
    {
        using var answer = await _server.Http.GetAsync("/api/v1/list?lng=1&limt=3");
        var problem = await Problems.ReadAsync(answer, 400, "unknown_parameter");
        Assert.Contains("limt", problem.GetProperty("detail").GetString());
        Assert.Equal(["date", "limit", "lng", "material", "openNow"], problem.GetProperty("allowed").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task What_is_right_passes_and_lists_may_repeat()
        => Assert.Equal("""{"limit":3,"material":["纸","b"]}""", await _server.Http.GetStringAsync("/api/v1/list?lng=117.4&limit=3&material=纸&material=b&openNow=true&date=2026-11-22"));

    [Theory]
    [InlineData("{", 400, "invalid_body", null, null)]
    [InlineData("", 400, "invalid_body", null, null)]
    [InlineData("null", 400, "invalid_body", null, null)]
    [InlineData("""{"name":"a"}""", 400, "invalid_body", "count", "required")]
    [InlineData("""{"name":null,"count":1}""", 400, "invalid_body", "name", "wrong_type")]
    [InlineData("""{"name":"a","count":"1"}""", 400, "invalid_body", "count", "wrong_type")]
    [InlineData("""{"name":"a","count":1,"kind":7}""", 400, "invalid_body", "kind", "wrong_type")]
    [InlineData("""{"name":"a","count":1,"name":"b"}""", 400, "invalid_body", "name", "repeated")]
    public async Task A_body_that_cannot_be_read_is_told(string body, int status, string code, string? field, string? fieldCode)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _server.Http.PostAsync("/api/v1/things", content);
        var problem = await Problems.ReadAsync(answer, status, code);
        if (field is not null)
        {
            Assert.Equal(field, problem.GetProperty("errors")[0].GetProperty("field").GetString());
            Assert.Equal(fieldCode, problem.GetProperty("errors")[0].GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task Values_are_kebab_case_and_chinese_stays_readable()
    {
        using var answer = await _server.Http.PostAsJsonAsync("/api/v1/things", new { name = "旧沙发", count = 2, kind = "second-kind" });
        Assert.Equal("""{"name":"旧沙发","count":2,"kind":"second-kind"}""", await answer.Content.ReadAsStringAsync());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Another_media_type_and_a_body_too_large_are_refused()
    {
        using var text = new StringContent("name=a", Encoding.UTF8, "text/plain");
        using var wrongType = await _server.Http.PostAsync("/api/v1/things", text);
        await Problems.ReadAsync(wrongType, 415, "unsupported_media_type");

        foreach (var type in (string[])["application/json; charset=gbk", "application/json; charset=utf-16", "application/json; charset=\"no such\""])
        {
            using var foreign = new ByteArrayContent("""{"name":"a","count":1}"""u8.ToArray());
            foreign.Headers.TryAddWithoutValidation("Content-Type", type);
            using var refused = await _server.Http.PostAsync("/api/v1/things", foreign);
            await Problems.ReadAsync(refused, 415, "unsupported_media_type");
        }

        using var packed = new StringContent("""{"name":"a","count":1}""", Encoding.UTF8, "application/json");
        packed.Headers.ContentEncoding.Add("gzip");
        using var unread = await _server.Http.PostAsync("/api/v1/things", packed);
        await Problems.ReadAsync(unread, 415, "unsupported_media_type");

        using var large = await _server.Http.PostAsJsonAsync("/api/v1/things", new { name = new string('x', 500), count = 1 });
        await Problems.ReadAsync(large, 413, "body_too_large");
    }

    [Fact]
    public async Task A_bug_tells_nothing_about_itself()
    {
        using var answer = await _server.Http.GetAsync("/api/v1/boom");
        var problem = await Problems.ReadAsync(answer, 500, "unexpected");
        Assert.DoesNotContain("secret", problem.GetRawText());
    }

    [Fact]
    public async Task A_refusal_says_when_to_try_again()
    {
        using var answer = await _server.Http.GetAsync("/api/v1/refused");
        await Problems.ReadAsync(answer, 503, "busy");
        Assert.Equal(TimeSpan.FromSeconds(2), answer.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Too_many_writes_are_refused_and_reads_are_not()
    {
        for (var write = 0; write < 2; write++)
        {
            using var passed = await _server.Http.PostAsync("/api/v1/limited", null);
            Assert.Equal(200, (int)passed.StatusCode);
            Assert.Equal("\"writes\";q=2;w=60", passed.Headers.GetValues("RateLimit-Policy").Single());
            Assert.StartsWith($"\"writes\";r={1 - write};t=", passed.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        }

        using var answer = await _server.Http.PostAsync("/api/v1/limited", null);
        await Problems.ReadAsync(answer, 429, "too_many_requests");
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.StartsWith("\"writes\";r=0;t=", answer.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        using var read = await _server.Http.GetAsync("/api/v1/list?lng=1");
        Assert.Equal(200, (int)read.StatusCode);
    }

    [Fact]
    public async Task A_public_answer_is_tagged_per_encoding_and_held_with_304()
    {
        using var plain = await SendAsync("/api/v1/list?lng=1", null, null);
        using var packed = await SendAsync("/api/v1/list?lng=1", null, "br");
        Assert.False(plain.Headers.ETag!.IsWeak);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        Assert.Equal("br", Assert.Single(packed.Content.Headers.ContentEncoding));
        using var held = await SendAsync("/api/v1/list?lng=1", plain.Headers.ETag.Tag, null);
        Assert.Equal(304, (int)held.StatusCode);
        using var heldPacked = await SendAsync("/api/v1/list?lng=1", packed.Headers.ETag!.Tag, "br");
        Assert.Equal(304, (int)heldPacked.StatusCode);
        using var changed = await SendAsync("/api/v1/list?lng=1&limit=2", plain.Headers.ETag.Tag, null);
        Assert.Equal(200, (int)changed.StatusCode);
    }

    [Fact]
    public async Task A_personal_answer_is_not_tagged_and_not_stored()
    {
        using var answer = await _server.Http.GetAsync("/api/v1/mine");
        Assert.Null(answer.Headers.ETag);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/api/v1/list?lng=1", "https://anyone.example", "*")]
    [InlineData("/api/v1/bookings/probe", "https://anyone.example", null)]
    [InlineData("/API/v1/Bookings/probe", "https://anyone.example", null)]
    [InlineData("/api/v1/bookings/probe", "https://portal.example", "https://portal.example")]
    [InlineData("/", "https://anyone.example", null)]
    public async Task Open_data_is_for_everyone_and_bookings_for_the_portal(string path, string origin, string? allowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", origin);
        using var answer = await _server.Http.SendAsync(request);
        Assert.Equal(allowed, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
    }

    [Fact]
    public async Task HEAD_of_an_operation_is_GET_without_a_body()
    {
        using var get = await _server.Http.GetAsync("/api/v1/list?lng=1");
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/list?lng=1");
        using var head = await _server.Http.SendAsync(request);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string? tag, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        return await _server.Http.SendAsync(request);
    }

    /// <summary>A probe of every kind of parameter.</summary>
    public sealed class Query
    {
        [FromQuery(Name = "lng")]
        public required double Lng { get; init; }

        [FromQuery(Name = "limit")]
        public int? Limit { get; init; }

        [FromQuery(Name = "openNow")]
        public bool? OpenNow { get; init; }

        [FromQuery(Name = "date")]
        public DateOnly? Date { get; init; }

        [FromQuery(Name = "material")]
        public string[] Material { get; init; } = [];
    }

    /// <summary>A probe of a body.</summary>
    public sealed record Thing(string Name, int Count, Kind Kind = Kind.FirstKind);

    /// <summary>A probe of a value.</summary>
    public enum Kind
    {
        FirstKind,
        SecondKind,
    }
}
