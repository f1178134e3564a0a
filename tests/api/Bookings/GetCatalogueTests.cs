using System.Net;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>GET /api/v1/bookings/catalogue.</summary>
public sealed class GetCatalogueTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task It_lists_what_can_be_booked_with_volume_and_maximum()
    {
        using var answer = await server.Http.GetAsync("/api/v1/bookings/catalogue");
        var catalogue = await Resident.Expect(answer, HttpStatusCode.OK);
        var items = catalogue.GetProperty("items").EnumerateArray().ToList();
        Assert.All(items.Where(i => i.GetProperty("bookable").GetBoolean()), item =>
        {
            Assert.True(item.GetProperty("cubicMetres").GetDecimal() > 0);
            Assert.True(item.GetProperty("maxPerBooking").GetInt32() > 0);
            Assert.Equal(System.Text.Json.JsonValueKind.Null, item.GetProperty("refusal").ValueKind);
        });
        Assert.True(catalogue.GetProperty("sample").GetBoolean());
        Assert.Contains("示例", catalogue.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Contains(items, i => i.GetProperty("category").GetString() == "furniture");
        Assert.Contains(items, i => i.GetProperty("category").GetString() == "decoration");
    }

    [Fact]
    public async Task Dangerous_things_are_refused_with_the_right_destination()
    {
        using var answer = await server.Http.GetAsync("/api/v1/bookings/catalogue");
        var refused = (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("items").EnumerateArray().Where(i => !i.GetProperty("bookable").GetBoolean()).ToList();
        Assert.Superset(new HashSet<string?> { "gas-cylinder", "lithium-battery", "fluorescent-tube", "chemicals" }, refused.Select(i => i.GetProperty("code").GetString()).ToHashSet());
        Assert.All(refused, i => Assert.False(string.IsNullOrEmpty(i.GetProperty("refusal").GetProperty("goTo").GetString())));
    }

    [Fact]
    public async Task It_has_a_strong_tag_and_answers_304()
    {
        using var first = await server.Http.GetAsync("/api/v1/bookings/catalogue");
        Assert.NotNull(first.Headers.ETag);
        Assert.False(first.Headers.ETag.IsWeak);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/bookings/catalogue") { Headers = { IfNoneMatch = { first.Headers.ETag } } };
        using var second = await server.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }
}
