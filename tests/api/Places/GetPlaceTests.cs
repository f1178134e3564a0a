using System.Net;
using System.Text.Json;
using Jizhou.Public.Api.Places;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>GET /api/v1/places/{id}.</summary>
public sealed class GetPlaceTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_place_is_the_documented_shape_with_hours_in_words()
    {
        var place = await server.Read<GetPlace.Response>("/api/v1/places/sample-001");
        Assert.Equal("sample-001", place.Id);
        Assert.StartsWith("示例·", place.Name, StringComparison.Ordinal);
        Assert.NotEmpty(place.HoursText);
        Assert.Empty(place.Prices);
        await server.AssertConditional("/api/v1/places/sample-001");
        await server.AssertConditional("/api/v1/places/sample-001?crs=bd09");
    }

    [Fact]
    public async Task Unknown_hours_keep_their_words()
    {
        var all = await server.AllPages("/api/v1/places?limit=100");
        var unknown = all.Where(item => item.Text("open") == "unknown").ToList();
        Assert.Equal(5, unknown.Count);
        var hours = await Task.WhenAll(unknown.Select(async item => (await server.Ask($"/api/v1/places/{item.Text("id")}")).Text("hoursText")));
        Assert.Contains("开放时间未知，原文：看门口通知", hours);
    }

    [Fact]
    public async Task A_removed_place_is_gone_with_reason_and_successor()
    {
        var gone = await server.Ask("/api/v1/places/sample-007", HttpStatusCode.Gone);
        Assert.Equal("place_removed", gone.Text("code"));
        Assert.NotEmpty(gone.Text("reason")!);
        var successor = gone.Text("replacedBy");
        Assert.Equal(successor, (await server.Ask($"/api/v1/places/{successor}")).Text("id"));
        Assert.DoesNotContain(await server.AllPages("/api/v1/places?limit=100"), item => item.Text("id") == "sample-007");
    }

    [Fact]
    public async Task A_place_that_never_was_is_not_found() =>
        Assert.Equal("place_not_found", await server.Code("/api/v1/places/sample-999", HttpStatusCode.NotFound));

    [Fact]
    public async Task Terminals_tell_what_they_reported_and_fall_silent_after_two_hours()
    {
        using var own = new ApiServer();
        var terminals = (await own.AllPages("/api/v1/places?kind=smart-terminal&limit=100")).ConvertAll(item => item.GetProperty("terminal"));
        var reporting = terminals.Where(terminal => terminal.ValueKind == JsonValueKind.Object).ToList();
        Assert.Equal(2, reporting.Count(terminal => terminal.Text("state") == "full"));
        Assert.Single(reporting, terminal => !terminal.GetProperty("live").GetBoolean());
        own.Clock.Advance(TimeSpan.FromHours(3));
        var later = (await own.AllPages("/api/v1/places?kind=smart-terminal&limit=100")).ConvertAll(item => item.GetProperty("terminal"));
        Assert.All(later.Where(terminal => terminal.ValueKind == JsonValueKind.Object), terminal => Assert.False(terminal.GetProperty("live").GetBoolean()));
    }
}
