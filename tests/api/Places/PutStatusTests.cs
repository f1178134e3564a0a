using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Jizhou.Public.Api.Places.Terminals;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.ApiTests.Platform.Http;
using Jizhou.Public.ApiTests.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>PUT /api/v1/terminals/{id}/status.</summary>
public sealed class PutStatusTests(ApiServer server, PostgresServer postgres) : IClassFixture<ApiServer>, IClassFixture<PostgresServer>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_report_is_seen_at_once_and_falls_silent_after_two_hours(bool onPostgres)
    {
        using var own = new ApiServer();
        if (onPostgres)
        {
            (own["Storage:Provider"], own["Storage:ConnectionString"]) = ("postgres", await postgres.NewDatabaseAsync());
        }

        var (id, key) = await TerminalAsync(own);
        using var answer = await PutAsync(own, id, key, new { state = "full", time = "2026-11-22T10:01:00+08:00", fill = new { paper = 97, plastic = 5 } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var said = (await answer.Content.ReadFromJsonAsync<PutStatus.Response>())!.Terminal;
        Assert.Equal(("full", 97), (said.State, said.Fill["paper"]));

        var shown = (await own.Ask($"/api/v1/places/{id}")).GetProperty("terminal");
        Assert.Equal("full", shown.Text("state"));
        Assert.Equal("2026-11-22T10:01:00+08:00", shown.Text("reportedAt"));
        Assert.Equal(97, shown.GetProperty("fill").GetProperty("paper").GetInt32());
        own.Clock.Advance(TimeSpan.FromMinutes(121));
        var later = (await own.Ask($"/api/v1/places/{id}")).GetProperty("terminal");
        Assert.Equal("unknown", later.Text("state"));
        Assert.Empty(later.GetProperty("fill").EnumerateObject());
    }

    [Fact]
    public async Task An_older_report_is_refused_and_the_same_one_again_is_not()
    {
        using var own = new ApiServer();
        var (id, key) = await TerminalAsync(own);
        using var first = await PutAsync(own, id, key, new { state = "ok", time = "2026-11-22T02:00:00Z" });
        using var again = await PutAsync(own, id, key, new { state = "ok", time = "2026-11-22T10:00:00+08:00" });
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        using var older = await PutAsync(own, id, key, new { state = "full", time = "2026-11-22T09:59:59+08:00" });
        await Problems.ReadAsync(older, 409, "status_outdated");
        Assert.Equal("ok", (await own.Ask($"/api/v1/places/{id}")).GetProperty("terminal").Text("state"));
    }

    [Fact]
    public async Task Without_a_valid_key_nothing_is_said_or_changed()
    {
        var (id, key) = await TerminalAsync(server);
        var before = await server.Http.GetStringAsync(new Uri($"/api/v1/places/{id}", UriKind.Relative));
        foreach (var wrong in new[] { null, key + "0", "" })
        {
            using var answer = await PutAsync(server, id, wrong, new { state = "broken", time = "2026-11-22T10:00:00+08:00" });
            await Problems.ReadAsync(answer, 401, "sign_in_required");
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        }

        Assert.Equal(before, await server.Http.GetStringAsync(new Uri($"/api/v1/places/{id}", UriKind.Relative)));
    }

    [Theory]
    [InlineData("""{"state":"empty","time":"2026-11-22T10:00:00+08:00"}""", "state")]
    [InlineData("""{"state":"ok","time":"2026-11-22T10:02:01+08:00"}""", "time")]
    [InlineData("""{"state":"ok","time":"2026-11-22T10:00:00"}""", "time")]
    [InlineData("""{"state":"ok","time":"2025-11-21T10:00:00+08:00"}""", "time")]
    [InlineData("""{"state":"ok","time":"2026-11-22T10:00:00+08:00","fill":{"paper":101}}""", "fill.paper")]
    [InlineData("""{"state":"ok","time":"2026-11-22T10:00:00+08:00","fill":{"gold":1}}""", "fill.gold")]
    public async Task A_wrong_field_is_named(string body, string field)
    {
        var (id, key) = await TerminalAsync(server);
        using var answer = await PutAsync(server, id, key, JsonDocument.Parse(body).RootElement);
        var problem = await Problems.ReadAsync(answer, 400, "invalid_fields");
        Assert.Equal([field], problem.GetProperty("errors").Texts("field"));
    }

    [Theory]
    [InlineData("sample-999", 404, "place_not_found")]
    [InlineData("sample-007", 410, "place_removed")]
    [InlineData("sample-001", 409, "not_a_terminal")]
    public async Task Only_a_standing_terminal_can_report(string id, int status, string code)
    {
        var (_, key) = await TerminalAsync(server);
        using var answer = await PutAsync(server, id, key, new { state = "ok", time = "2026-11-22T10:00:00+08:00" });
        await Problems.ReadAsync(answer, status, code);
    }

    private static async Task<(string Id, string Key)> TerminalAsync(ApiServer server)
    {
        var id = (await server.Ask("/api/v1/places?kind=smart-terminal&limit=1")).Items().Single().Text("id")!;
        var (_, key) = await server.Services.GetRequiredService<ApiKeyStore>().IssueAsync(ApiKeyStore.Terminals, "test", Actor.CommandLine, CancellationToken.None);
        return (id, key);
    }

    private static async Task<HttpResponseMessage> PutAsync(ApiServer server, string id, string? key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/terminals/{id}/status") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return await server.Http.SendAsync(request);
    }
}
