using System.Net;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>GET /api/v1/bookings/slots. The clock stands at Sunday 2026-11-22 10:00.</summary>
public sealed class GetSlotsTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task The_shape_is_the_contract()
    {
        using var answer = await server.Http.GetAsync($"/api/v1/bookings/slots?village={Resident.Yuyang}&from=2026-11-23&volume=1.2");
        var list = await Resident.Expect(answer, HttpStatusCode.OK);
        Assert.Equal("2026-12-31", list.GetProperty("calendarKnownUntil").GetString());
        var first = list.GetProperty("items")[0];
        Assert.Equal("""{"id":"centre.2026-11-24.morning","date":"2026-11-24","window":"morning","startsAt":"08:00","endsAt":"12:00","area":"centre","state":"open","available":true,"reason":null}""", first.GetRawText());
        Assert.Equal(2 * 19, list.GetProperty("items").GetArrayLength()); // 19 weekdays from 24 November to 18 December
    }

    [Theory]
    [InlineData("village=120119999999", "village_unknown", HttpStatusCode.UnprocessableEntity)]
    [InlineData("village=<script>", "village_unknown", HttpStatusCode.UnprocessableEntity)]
    [InlineData("village=120119100201&volume=0", "invalid_parameter", HttpStatusCode.BadRequest)]
    [InlineData("village=120119100201&volume=6.001", "invalid_parameter", HttpStatusCode.BadRequest)]
    [InlineData("village=120119100201&volume=viel", "invalid_parameter", HttpStatusCode.BadRequest)]
    [InlineData("village=120119100201&from=24.11.2026", "invalid_parameter", HttpStatusCode.BadRequest)]
    [InlineData("village=120119100201&from=2026-02-30", "invalid_parameter", HttpStatusCode.BadRequest)]
    [InlineData("village=120119100201&date=2026-11-24", "unknown_parameter", HttpStatusCode.BadRequest)]
    [InlineData("from=2026-11-24", "invalid_parameter", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_answered_is_refused(string query, string code, HttpStatusCode status)
    {
        using var answer = await server.Http.GetAsync("/api/v1/bookings/slots?" + query);
        Assert.Equal(code, await Resident.Refused(answer, status));
    }

    [Fact]
    public async Task An_unknown_village_is_answered_with_the_nearest_names()
    {
        using var answer = await server.Http.GetAsync("/api/v1/bookings/slots?village=120119100999");
        var nearest = (await Resident.Expect(answer, HttpStatusCode.UnprocessableEntity)).GetProperty("nearest").EnumerateArray().ToList();
        Assert.NotEmpty(nearest);
        Assert.All(nearest, n => Assert.StartsWith("120119100", n.GetProperty("code").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1900-01-01", 38)]
    [InlineData("2026-12-18", 2)]
    [InlineData("2099-01-01", 0)]
    public async Task Dates_outside_the_horizon_are_not_offered(string from, int count)
    {
        using var answer = await server.Http.GetAsync($"/api/v1/bookings/slots?village={Resident.Yuyang}&from={from}");
        Assert.Equal(count, (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_hold_is_seen_at_once_although_the_list_is_cached()
    {
        var resident = new Resident(server.Http);
        const string Slot = "centre.2026-12-01.afternoon";
        Assert.Equal("open", (await resident.SlotAsync(Slot)).GetProperty("state").GetString());
        for (var i = 0; i < 40; i++)
        {
            await new Resident(server.Http).HeldAsync(Slot);
        }

        var slot = await resident.SlotAsync(Slot);
        Assert.Equal(("full", false), (slot.GetProperty("state").GetString(), slot.GetProperty("available").GetBoolean()));
    }
}
