using System.Net;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Bookings.Calendar;

/// <summary>Lowering what a slot takes looks at the share of each service as well: what is booked must keep its place.</summary>
public abstract class ShareCapacityTests(BookingServers servers)
{
    private const string Slot = "centre.2026-11-25.morning";

    [Fact]
    public async Task A_volume_in_which_a_service_would_have_more_than_its_share_is_refused_with_the_numbers()
    {
        using var server = await servers.NewAsync();
        var (dispatcher, resident) = (new Dispatcher(server), new Resident(server.Http));
        var booked = await resident.BookedAsync(Slot, "fridge", 2);
        var litres = (int)(booked.GetProperty("quote").GetProperty("cubicMetres").GetDecimal() * 1000);
        var needed = (litres * 100 + 59) / 60; // 大件电器 may fill 60 %

        var over = Assert.Single(await dispatcher.CapacityAsync(Slot["centre.".Length..], 40, litres));
        var share = Assert.Single(over.Shares);
        Assert.Equal(("appliance", litres, litres * 60 / 100, needed), (share.Service.Code, share.Litres, share.MostLitres, over.Needed.Litres));
        Assert.Single(await dispatcher.CapacityAsync(Slot["centre.".Length..], 40, needed - 1));
        Assert.Empty(await dispatcher.CapacityAsync(Slot["centre.".Length..], 40, needed));
    }

    [Fact]
    public async Task Stopped_instead_it_keeps_room_for_every_service_and_its_residents_can_still_amend()
    {
        using var server = await servers.NewAsync();
        var (dispatcher, resident) = (new Dispatcher(server), new Resident(server.Http));
        var booked = await resident.BookedAsync(Slot, "fridge", 2);
        var litres = (int)(booked.GetProperty("quote").GetProperty("cubicMetres").GetDecimal() * 1000);
        Assert.Single(await dispatcher.CapacityAsync(Slot["centre.".Length..], 40, litres, stop: true));

        using var more = await new Resident(server.Http).HoldAsync(Slot);
        Assert.Equal("slot_not_offered", await Resident.Refused(more, HttpStatusCode.UnprocessableEntity));
        using var fewer = await resident.ManageAsync(HttpMethod.Patch, booked.GetProperty("reference").GetString()!, booked.GetProperty("manageToken").GetString(), new { items = new[] { new { code = "fridge", count = 1 } } });
        await Resident.Expect(fewer, HttpStatusCode.OK);
        await SlotSums.AssertRightAsync(server);
    }

    [Fact]
    public async Task The_console_says_which_service_has_how_much_and_what_would_be_enough()
    {
        using var server = await servers.NewAsync();
        await ConsoleBrowser.AddAsync(server, "tang", "dispatcher");
        using var tang = await ConsoleBrowser.SignedInAsync(server, "tang");
        var booked = await new Resident(server.Http).BookedAsync(Slot, "fridge", 2);
        var volume = booked.GetProperty("quote").GetProperty("cubicMetres").GetDecimal();
        using var answer = await tang.SubmitAsync("/console/calendar/day/?area=centre&date=2026-11-25", "/console/calendar/day/capacity/",
            ("area", "centre"), ("page", "centre"), ("date", "2026-11-25"), ("window", "morning"), ("stops", "40"), ("cubicMetres", volume.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains($"其中大件电器已占 {volume:0.###} 立方米", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

/// <summary>On the embedded database.</summary>
public sealed class ShareCapacityOnSqlite(SqliteBookings servers) : ShareCapacityTests(servers), IClassFixture<SqliteBookings>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class ShareCapacityOnPostgres(PostgresBookings servers) : ShareCapacityTests(servers), IClassFixture<PostgresBookings>;
