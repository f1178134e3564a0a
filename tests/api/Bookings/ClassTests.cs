using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>Who books and for what: classes, services, access to the door.</summary>
public abstract class ClassTests(BookingServers servers)
{
    private readonly ApiServer _server = servers.Api;

    [Fact]
    public async Task An_inn_books_furniture_and_the_crew_learns_how_to_reach_it()
    {
        var resident = new Resident(_server.Http);
        using var held = await HoldAsync(new { slot = "centre.2026-11-24.morning", village = Resident.Yuyang, address = resident.Address, @class = "inn", access = "tricycle", floor = 3, lift = false, items = Items("bed") });
        using var answer = await resident.ConfirmAsync((await Resident.Expect(held, HttpStatusCode.Created)).GetProperty("hold").GetString()!);
        var booked = await Resident.Expect(answer, HttpStatusCode.Created);
        using var found = await resident.LookUpAsync(booked.GetProperty("reference").GetString()!);
        var booking = (await Resident.Expect(found, HttpStatusCode.OK)).GetProperty("booking");
        Assert.Equal(("inn", "tricycle", 3, false), (booking.GetProperty("class").GetString(), booking.GetProperty("access").GetString(), booking.GetProperty("floor").GetInt32(), booking.GetProperty("lift").GetBoolean()));
    }

    [Theory]
    [InlineData("inn", "decoration-bag", "建筑垃圾")]
    [InlineData("organisation", "decoration-bag", "建筑垃圾")]
    [InlineData("inn", "kitchen-waste", "定时收运")]
    [InlineData("resident", "kitchen-waste", "绿色桶")]
    public async Task What_is_not_booked_is_refused_with_its_right_channel(string @class, string item, string words)
    {
        var resident = new Resident(_server.Http);
        using var refused = await HoldAsync(new { slot = "centre.2026-11-25.morning", village = Resident.Yuyang, address = resident.Address, @class, items = Items(item) });
        var error = (await Resident.Expect(refused, HttpStatusCode.UnprocessableEntity)).GetProperty("errors")[0];
        Assert.Equal("items[0].code", error.GetProperty("field").GetString());
        Assert.Contains(words, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class", "village")]
    [InlineData("access", "plane")]
    public async Task Unknown_codes_are_named(string field, string value)
    {
        var resident = new Resident(_server.Http);
        var body = new Dictionary<string, object> { ["slot"] = "centre.2026-11-25.morning", ["village"] = Resident.Yuyang, ["address"] = resident.Address, ["items"] = Items("bed"), [field] = value };
        using var refused = await HoldAsync(body);
        Assert.Equal(field, (await Resident.Expect(refused, HttpStatusCode.UnprocessableEntity)).GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_class_is_served_on_its_own_days()
    {
        using var answer = await _server.Http.GetAsync($"/api/v1/bookings/slots?village={Resident.Yuyang}&class=organisation");
        var days = (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("items").EnumerateArray().Select(s => DateOnly.Parse(s.GetProperty("date").GetString()!).DayOfWeek);
        Assert.Equal([DayOfWeek.Wednesday, DayOfWeek.Thursday], days.Distinct().Order());

        var resident = new Resident(_server.Http);
        using var refused = await HoldAsync(new { slot = "centre.2026-11-24.morning", village = Resident.Yuyang, address = resident.Address, @class = "organisation", items = Items("bed") });
        Assert.Equal("slot_not_offered", await Resident.Refused(refused, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_service_that_has_filled_its_share_leaves_the_rest_to_others()
    {
        const string Slot = "centre.2026-12-08.morning"; // half of 60 m³ is for decoration waste: ten times 3 m³
        for (var i = 0; i < 10; i++)
        {
            await new Resident(_server.Http).HeldAsync(Slot, "decoration-bag", 60);
        }

        using var full = await new Resident(_server.Http).HoldAsync(Slot, "decoration-bag");
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));
        Assert.Equal("full", (await SlotAsync(Slot, "&service=decoration")).GetProperty("state").GetString());
        Assert.Equal("full", (await SlotAsync(Slot, "&service=furniture&service=decoration")).GetProperty("state").GetString());
        Assert.True((await SlotAsync(Slot, "&service=furniture")).GetProperty("available").GetBoolean());
        await new Resident(_server.Http).HeldAsync(Slot, "wardrobe", 2);
    }

    [Theory]
    [InlineData("class=nobody", "class_unknown")]
    [InlineData("service=toys", "not_one_of")]
    public async Task A_list_for_nobody_and_nothing_is_refused(string query, string code)
    {
        using var answer = await _server.Http.GetAsync($"/api/v1/bookings/slots?village={Resident.Yuyang}&{query}");
        Assert.Equal(code, (await Resident.Expect(answer, HttpStatusCode.BadRequest)).GetProperty("errors")[0].GetProperty("code").GetString());
    }

    private static object[] Items(string code) => [new { code, count = 1 }];

    private Task<HttpResponseMessage> HoldAsync(object body) => _server.Http.PostAsJsonAsync("/api/v1/bookings/holds", body);

    private async Task<JsonElement> SlotAsync(string id, string query)
    {
        using var answer = await _server.Http.GetAsync($"/api/v1/bookings/slots?village={Resident.Yuyang}{query}");
        return (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("items").EnumerateArray().Single(s => s.GetProperty("id").GetString() == id);
    }
}

/// <summary>The same on the embedded database.</summary>
public sealed class ClassTestsOnSqlite(SqliteBookings servers) : ClassTests(servers), IClassFixture<SqliteBookings>;

/// <summary>The same on PostgreSQL.</summary>
public sealed class ClassTestsOnPostgres(PostgresBookings servers) : ClassTests(servers), IClassFixture<PostgresBookings>;
