using System.Net;
using System.Text.Json;
using Jizhou.Public.ApiTests.Bookings.Calendar;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>Amending where and how the things stand: door, access, floor, lift. One address stays one stop, whatever it was before.</summary>
public abstract class AmendPlaceTests(BookingServers servers)
{
    private const string Slot = "centre.2026-11-25.morning";

    [Fact]
    public async Task Door_access_floor_and_lift_can_be_changed_and_the_rest_stays()
    {
        using var server = await servers.NewAsync();
        var resident = new Resident(server.Http);
        var booked = await resident.BookedAsync(Slot, "sofa", name: "张三", note: "后门");
        var seen = await AmendedAsync(resident, booked, new { address = "东街8号", access = "tricycle", floor = 3, lift = false });
        Assert.Equal(("东街8号", "tricycle", 3, false), (Text(seen, "address"), Text(seen, "access"), seen.GetProperty("floor").GetInt32(), seen.GetProperty("lift").GetBoolean()));
        Assert.Equal((Slot, "后门", "张*", Text(booked, "label")), (seen.GetProperty("slot").GetProperty("id").GetString(), Text(seen, "note"), Text(seen, "name"), Text(seen, "label")));

        var floorOnly = await AmendedAsync(resident, booked, new { floor = 1 });
        Assert.Equal(("东街8号", 1, false), (Text(floorOnly, "address"), floorOnly.GetProperty("floor").GetInt32(), floorOnly.GetProperty("lift").GetBoolean()));
        await SlotSums.AssertRightAsync(server);
    }

    [Fact]
    public async Task What_is_as_it_was_is_refused_as_nothing_changed()
    {
        var resident = new Resident(servers.Api.Http);
        var booked = await resident.BookedAsync(Slot);
        await AmendedAsync(resident, booked, new { access = "truck", floor = 2, lift = true });
        using var same = await AmendAsync(resident, booked, new { address = resident.Address, access = "truck", floor = 2, lift = true });
        Assert.Equal("nothing_changed", await Resident.Refused(same, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task Every_wrong_field_is_named_and_nothing_changes()
    {
        var resident = new Resident(servers.Api.Http);
        var booked = await resident.BookedAsync(Slot);
        using var answer = await AmendAsync(resident, booked, new { address = " ", access = "helicopter", floor = 99, note = "不该留下" });
        var problem = await Resident.Expect(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["access", "address", "floor"], problem.GetProperty("errors").EnumerateArray().Select(one => one.GetProperty("field").GetString()!).Order(StringComparer.Ordinal));
        using var read = await resident.ManageAsync(HttpMethod.Get, Text(booked, "reference"), Text(booked, "manageToken"));
        var seen = await Resident.Expect(read, HttpStatusCode.OK);
        Assert.Equal((resident.Address, "unknown", JsonValueKind.Null), (Text(seen, "address"), Text(seen, "access"), seen.GetProperty("note").ValueKind));
    }

    [Fact]
    public async Task Two_jobs_that_come_to_one_door_are_one_stop_and_two_again_when_one_goes()
    {
        using var server = await servers.NewAsync();
        var dispatcher = new Dispatcher(server);
        var (one, other, third) = (new Resident(server.Http), new Resident(server.Http), new Resident(server.Http));
        await one.BookedAsync(Slot);
        var moving = await other.BookedAsync(Slot);
        await dispatcher.CapacityAsync(Slot["centre.".Length..], 2);
        using var full = await third.HoldAsync(Slot);
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));

        await AmendedAsync(other, moving, new { address = one.Address }); // now both stand at one door
        var (held, address) = (await third.HeldAsync(Slot), other.Address);
        using var back = await AmendAsync(other, moving, new { address });
        Assert.Equal("slot_full", await Resident.Refused(back, HttpStatusCode.Conflict)); // its old stop is somebody else's by now
        using var dropped = await server.Http.DeleteAsync($"/api/v1/bookings/holds/{held}");
        await AmendedAsync(other, moving, new { address });
        await SlotSums.AssertRightAsync(server);
    }

    [Fact]
    public async Task An_address_takes_no_more_bookings_by_amending_than_by_booking()
    {
        var (owner, visitor) = (new Resident(servers.Api.Http), new Resident(servers.Api.Http));
        await owner.BookedAsync(Slot);
        await owner.BookedAsync("centre.2026-11-26.morning");
        var moving = await visitor.BookedAsync("centre.2026-11-27.morning");
        using var refused = await AmendAsync(visitor, moving, new { address = owner.Address });
        Assert.Equal("address_limit", await Resident.Refused(refused, HttpStatusCode.Conflict));

        // Without a door number it is the phone's own address, and back again.
        await AmendedAsync(visitor, moving, new { address = "老槐树旁第三户" });
        await AmendedAsync(visitor, moving, new { address = visitor.Address });
    }

    [Fact]
    public async Task At_once_many_jobs_change_doors_and_every_stop_is_counted_once()
    {
        using var server = await servers.NewAsync();
        var residents = new List<(Resident Resident, JsonElement Booked)>();
        for (var i = 0; i < 8; i++)
        {
            var resident = new Resident(server.Http);
            residents.Add((resident, await resident.BookedAsync(Slot)));
        }

        for (var round = 0; round < 4; round++)
        {
            await Task.WhenAll(residents.Select(async (one, i) =>
            {
                using var answer = await AmendAsync(one.Resident, one.Booked, new { address = $"南街{(i + round) % 5 + 1}号" });
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity, $"{answer.StatusCode}");
            }));
        }

        await SlotSums.AssertRightAsync(server);
    }

    [Fact]
    public async Task Another_village_is_another_booking()
    {
        var resident = new Resident(servers.Api.Http);
        var booked = await resident.BookedAsync(Slot);
        using var answer = await AmendAsync(resident, booked, new { village = "120119100202" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_dispatcher_changes_the_place_for_a_caller_and_a_blank_field_changes_nothing()
    {
        using var server = await servers.NewAsync();
        await ConsoleBrowser.AddAsync(server, "tang", "dispatcher");
        using var tang = await ConsoleBrowser.SignedInAsync(server, "tang");
        var resident = new Resident(server.Http);
        var booked = await resident.BookedAsync(Slot, note: "后门");
        var page = $"/console/bookings/{Text(booked, "reference").Replace("-", "", StringComparison.Ordinal)}/amend/";
        (string, string)[] place = [("slot", Slot), ("count-chair", "1"), ("note", ""), ("address", "东街8号"), ("access", "village-entrance"), ("lift", "")];
        using var wrong = await tang.SubmitAsync(page, page, [.. place, ("floor", "三楼")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("id=\"floor-problem\"", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var right = await tang.SubmitAsync(page, page, [.. place, ("floor", "")]);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);

        using var read = await resident.ManageAsync(HttpMethod.Get, Text(booked, "reference"), Text(booked, "manageToken"));
        var seen = await Resident.Expect(read, HttpStatusCode.OK);
        Assert.Equal(("东街8号", "village-entrance", "后门", JsonValueKind.Null), (Text(seen, "address"), Text(seen, "access"), Text(seen, "note"), seen.GetProperty("floor").ValueKind));
        Assert.Contains("value=\"village-entrance\" selected", await tang.PageAsync(page), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> AmendAsync(Resident resident, JsonElement booked, object change) =>
        resident.ManageAsync(HttpMethod.Patch, Text(booked, "reference"), Text(booked, "manageToken"), change);

    private static async Task<JsonElement> AmendedAsync(Resident resident, JsonElement booked, object change)
    {
        using var answer = await AmendAsync(resident, booked, change);
        return await Resident.Expect(answer, HttpStatusCode.OK);
    }

    private static string Text(JsonElement one, string name) => one.GetProperty(name).GetString()!;
}

/// <summary>On the embedded database.</summary>
public sealed class AmendPlaceOnSqlite(SqliteBookings servers) : AmendPlaceTests(servers), IClassFixture<SqliteBookings>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class AmendPlaceOnPostgres(PostgresBookings servers) : AmendPlaceTests(servers), IClassFixture<PostgresBookings>;
