using System.Net;
using System.Text.Json;
using Dapper;
using Jizhou.Public.Api.Bookings;
using Jizhou.Public.Api.Bookings.Calendar;
using Jizhou.Public.Api.Bookings.Calendar.Postponing;
using Jizhou.Public.Api.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings.Calendar;

/// <summary>Calling off a day: everybody moves once, nobody is over-booked, revived or lost. The clock starts at Sunday 2026-11-22 10:00.</summary>
public abstract class PostponingTests(BookingServers servers)
{
    [Fact]
    public async Task Bookings_move_to_the_next_open_days_first_come_first_served_and_their_residents_see_it_at_once()
    {
        using var server = await NewAsync();
        var dispatcher = new Dispatcher(server);
        var mornings = await BookAsync(server, "centre.2026-11-25.morning", 4);
        var afternoon = (await BookAsync(server, "centre.2026-11-25.afternoon", 1))[0];
        var filling = new Resident(server.Http);
        var hold = await filling.HeldAsync("centre.2026-11-25.morning");
        await dispatcher.CapacityAsync("2026-11-26.morning", 1);
        await dispatcher.CapacityAsync("2026-11-26.afternoon", 2);

        var desk = server.Services.GetRequiredService<BookingDesk>();
        var plan = await desk.Database.ReadAsync(c => PostponePlan.MakeAsync(c, Dispatcher.Days("2026-11-25"), desk), CancellationToken.None);
        Assert.Equal((5, 0, "11-26.morning 1, 11-26.afternoon 2, 11-27.morning 1, 11-27.afternoon 1"),
            (plan.Bookings, plan.Without, string.Join(", ", plan.Targets.Select(t => $"{t.Slot.Date:MM-dd}.{t.Slot.Window} {t.Bookings}"))));

        var number = await dispatcher.PostponeAsync(Dispatcher.Days("2026-11-25"));
        string[] expected = ["centre.2026-11-26.morning", "centre.2026-11-26.afternoon", "centre.2026-11-26.afternoon", "centre.2026-11-27.morning"];
        for (var i = 0; i < 4; i++)
        {
            var seen = await SeenAsync(mornings[i]);
            Assert.Equal((expected[i], "booked", "2026-11-25", "snow"), (Slot(seen), Text(seen, "state"), Text(seen, "postponedFrom"), Text(seen, "reason")));
            Assert.Contains(expected[i][12..17], Text(seen, "label"), StringComparison.Ordinal); // a label of the new day
        }

        Assert.Equal("centre.2026-11-27.afternoon", Slot(await SeenAsync(afternoon)));
        using var confirmed = await filling.ConfirmAsync(hold);
        Assert.Equal("slot_not_offered", await Resident.Refused(confirmed, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("11月25日城区片因降雪停收", (await server.GetJsonAsync("/api/v1/bookings/notices")).GetProperty("items")[0].GetProperty("text").GetString());

        await dispatcher.PostponeAsync(Dispatcher.Days("2026-11-25")); // twice is once
        await dispatcher.Runner.RunAsync(number);
        Assert.Equal(5, await CountAsync(server, "SELECT COUNT(*) FROM booking_history WHERE what = 'postponed'"));
        Assert.Equal(1, await CountAsync(server, "SELECT COUNT(*) FROM pickup_postponement"));
        await SlotSums.AssertRightAsync(server);
    }

    [Fact]
    public async Task While_residents_cancel_and_book_nobody_is_revived_over_booked_or_left_behind()
    {
        using var server = await NewAsync();
        var dispatcher = new Dispatcher(server);
        var residents = await BookAsync(server, "centre.2026-11-25.morning", 24);
        foreach (var day in new[] { "2026-11-26", "2026-11-27", "2026-11-30" })
        {
            await dispatcher.CapacityAsync(day + ".morning", 6);
            await dispatcher.CapacityAsync(day + ".afternoon", 6);
        }

        var cancels = residents.Where((_, i) => i % 3 == 0).Select(async one =>
        {
            using var answer = await one.Resident.CancelAsync(one.Booking);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
            return one;
        });
        var bookings = Enumerable.Range(0, 24).Select(async i =>
        {
            var slot = i % 2 == 0 ? "centre.2026-11-25.morning" : "centre.2026-11-26.morning";
            var resident = new Resident(server.Http);
            using var held = await resident.HoldAsync(slot);
            if (held.StatusCode == HttpStatusCode.Created)
            {
                using var answer = await resident.ConfirmAsync((await Resident.Expect(held, HttpStatusCode.Created)).GetProperty("hold").GetString()!);
                Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict, await answer.Content.ReadAsStringAsync());
            }
            else
            {
                Assert.True((int)held.StatusCode is 409 or 422, await held.Content.ReadAsStringAsync());
            }
        });
        await Task.WhenAll(cancels.Cast<Task>().Concat(bookings).Append(dispatcher.PostponeAsync(Dispatcher.Days("2026-11-25"))).Append(dispatcher.PostponeAsync(Dispatcher.Days("2026-11-25"))));
        await dispatcher.PostponeAsync(Dispatcher.Days("2026-11-25"));

        Assert.Equal(0, await CountAsync(server, "SELECT COUNT(*) FROM booking WHERE day = '2026-11-25' AND state IN ('booked', 'assigned')"));
        foreach (var one in residents.Where((_, i) => i % 3 == 0))
        {
            Assert.Equal("cancelled", Text(await SeenAsync(one), "state"));
        }

        Assert.Equal(0, await CountAsync(server, "SELECT COUNT(*) FROM (SELECT reference FROM booking_history WHERE what = 'postponed' GROUP BY reference HAVING COUNT(*) > 1) AS twice"));
        await SlotSums.AssertRightAsync(server);
    }

    [Fact]
    public async Task Without_a_day_with_room_bookings_wait_can_be_cancelled_and_move_when_one_opens()
    {
        using var server = await NewAsync();
        var dispatcher = new Dispatcher(server);
        var waiting = await BookAsync(server, "centre.2026-11-25.morning", 4);
        await dispatcher.CloseAsync(Dispatcher.Days(Dispatcher.WeekdaysFrom("2026-11-26", 70)));
        await dispatcher.PostponeAsync(Dispatcher.Days("2026-11-25"));
        foreach (var one in waiting)
        {
            var seen = await SeenAsync(one);
            Assert.Equal(("postponed", "centre.2026-11-25.morning", "snow", true), (Text(seen, "state"), Slot(seen), Text(seen, "reason"), seen.GetProperty("canChange").GetBoolean()));
        }

        var desk = server.Services.GetRequiredService<BookingDesk>();
        Assert.Equal(4, Assert.Single(await desk.Database.ReadAsync(c => StrandedBookings.FindAsync(c, desk.Facts, desk.Clock.Today), CancellationToken.None)).Bookings);
        server.Clock.Set(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.FromHours(8))); // the lost day is over
        using (var cancelled = await waiting[0].Resident.CancelAsync(waiting[0].Booking))
        {
            Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        }

        await dispatcher.OpenAsync(Dispatcher.Slots("2026-12-01.morning"));
        await dispatcher.CapacityAsync("2026-12-01.morning", 2);
        Assert.Equal(1, await dispatcher.Runner.CatchUpAsync(withWaiting: true, CancellationToken.None));
        Assert.Equal(["cancelled centre.2026-11-25.morning", "booked centre.2026-12-01.morning", "booked centre.2026-12-01.morning", "postponed centre.2026-11-25.morning"],
            await Task.WhenAll(waiting.Select(async one => await SeenAsync(one) is var seen ? $"{Text(seen, "state")} {Slot(seen)}" : "")));
        Assert.Equal(0, await CountAsync(server, "SELECT COUNT(*) FROM booking_history WHERE what = 'postponed' AND sequence > 2"));
        await SlotSums.AssertRightAsync(server);
    }

    [Fact]
    public async Task A_window_that_opened_again_and_is_then_only_closed_keeps_its_bookings_while_the_other_ones_wait_for_room()
    {
        using var server = await NewAsync();
        var dispatcher = new Dispatcher(server);
        var morning = Assert.Single(await BookAsync(server, "centre.2026-11-25.morning", 1));
        var afternoon = Assert.Single(await BookAsync(server, "centre.2026-11-25.afternoon", 1));
        await dispatcher.CloseAsync(Dispatcher.Days(Dispatcher.WeekdaysFrom("2026-11-26", 70)));
        await dispatcher.PostponeAsync(Dispatcher.Days("2026-11-25"));
        await dispatcher.OpenAsync(Dispatcher.Slots("2026-11-25.morning"));
        await dispatcher.CloseAsync(Dispatcher.Slots("2026-11-25.morning"));

        await dispatcher.OpenAsync(Dispatcher.Slots("2026-12-01.morning"));
        await dispatcher.Runner.CatchUpAsync(withWaiting: true, CancellationToken.None);
        Assert.Equal("centre.2026-11-25.morning", Slot(await SeenAsync(morning)));
        Assert.Equal("centre.2026-12-01.morning", Slot(await SeenAsync(afternoon)));
        await SlotSums.AssertRightAsync(server);
    }

    [Fact]
    public async Task A_day_that_opens_again_has_its_waiting_bookings_back()
    {
        using var server = await NewAsync();
        var dispatcher = new Dispatcher(server);
        var waiting = await BookAsync(server, "centre.2026-11-25.morning", 2);
        await dispatcher.CloseAsync(Dispatcher.Days(Dispatcher.WeekdaysFrom("2026-11-26", 70)));
        await dispatcher.PostponeAsync(Dispatcher.Days("2026-11-25"));
        await dispatcher.OpenAsync(Dispatcher.Days("2026-11-25"));
        foreach (var one in waiting)
        {
            Assert.Equal(("booked", "centre.2026-11-25.morning"), (Text(await SeenAsync(one), "state"), Slot(await SeenAsync(one))));
        }

        Assert.Equal(0, await dispatcher.Runner.CatchUpAsync(withWaiting: true, CancellationToken.None));
        await SlotSums.AssertRightAsync(server);
    }

    [Fact]
    public async Task What_a_crash_left_half_done_is_taken_up_and_nobody_moves_twice()
    {
        using var server = await NewAsync();
        var dispatcher = new Dispatcher(server);
        var residents = await BookAsync(server, "centre.2026-11-25.morning", 3);
        var number = await dispatcher.CallOffAsync(Dispatcher.Days("2026-11-25"));

        // As far as one booking, then the process is gone.
        var desk = server.Services.GetRequiredService<BookingDesk>();
        var postponement = (await desk.Database.ReadAsync(c => PostponementStore.FindAsync(c, number), CancellationToken.None))!;
        var first = (await desk.Database.ReadAsync(c => PostponementStore.BookingsOnAsync(c, postponement.Slots), CancellationToken.None))[0];
        var ledger = await desk.Database.ReadAsync(c => RoomLedger.ReadAsync(c, desk.Facts, "centre", new(2026, 11, 25), new(2026, 12, 31)), CancellationToken.None);
        Assert.Equal(MovePostponed.End.Moved, await MovePostponed.RunAsync(first, postponement, ledger, desk, CancellationToken.None));
        Assert.Equal(MovePostponed.End.Gone, await MovePostponed.RunAsync(first, postponement, ledger, desk, CancellationToken.None));
        Assert.Equal("centre.2026-11-25.morning", Slot(await SeenAsync(residents[1])));

        Assert.Equal(0, await dispatcher.Runner.CatchUpAsync(withWaiting: false, CancellationToken.None)); // somebody may still be at it
        server.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(1, await dispatcher.Runner.CatchUpAsync(withWaiting: false, CancellationToken.None));
        foreach (var one in residents)
        {
            Assert.Equal("centre.2026-11-26.morning", Slot(await SeenAsync(one)));
        }

        Assert.Equal(3, await CountAsync(server, "SELECT COUNT(*) FROM booking_history WHERE what = 'postponed'"));
        Assert.Equal(0, await dispatcher.Runner.CatchUpAsync(withWaiting: true, CancellationToken.None));
        await SlotSums.AssertRightAsync(server);
    }

    [Fact]
    public async Task The_new_date_can_be_amended_and_cancelled_like_any_other()
    {
        using var server = await NewAsync();
        var one = (await BookAsync(server, "centre.2026-11-25.morning", 1))[0];
        await new Dispatcher(server).PostponeAsync(Dispatcher.Days("2026-11-25"));
        var reference = Text(one.Booking, "reference")!;
        using var back = await one.Resident.ManageAsync(HttpMethod.Patch, reference, Text(one.Booking, "manageToken"), new { slot = "centre.2026-11-25.morning" });
        Assert.Equal("slot_not_offered", await Resident.Refused(back, HttpStatusCode.UnprocessableEntity));
        using var amended = await one.Resident.ManageAsync(HttpMethod.Patch, reference, Text(one.Booking, "manageToken"), new { slot = "centre.2026-11-30.afternoon" });
        Assert.Equal("centre.2026-11-30.afternoon", Slot(await Resident.Expect(amended, HttpStatusCode.OK)));
        using var cancelled = await one.Resident.CancelAsync(one.Booking);
        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        await SlotSums.AssertRightAsync(server);
    }

    private Task<ApiServer> NewAsync() => servers.NewAsync(("Limits:WritesPerMinute", "100000"), ("Limits:HoldsPerClient", "100000"));

    // A second apart, so that who came first is plain.
    private static async Task<List<(Resident Resident, JsonElement Booking)>> BookAsync(ApiServer server, string slot, int count)
    {
        List<(Resident, JsonElement)> booked = [];
        for (var i = 0; i < count; i++)
        {
            var resident = new Resident(server.Http);
            booked.Add((resident, await resident.BookedAsync(slot)));
            server.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return booked;
    }

    private static async Task<JsonElement> SeenAsync((Resident Resident, JsonElement Booking) one)
    {
        using var answer = await one.Resident.LookUpAsync(Text(one.Booking, "reference")!);
        return (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("booking");
    }

    private static string Slot(JsonElement booking) => booking.GetProperty("slot").GetProperty("id").GetString()!;

    private static string? Text(JsonElement booking, string name) => booking.GetProperty(name).GetString();

    private static Task<long> CountAsync(ApiServer server, string sql) =>
        server.Services.GetRequiredService<IDatabase>().ReadAsync(c => c.ExecuteScalarAsync<long>(sql), CancellationToken.None);
}

/// <summary>On the embedded database.</summary>
public sealed class PostponingTestsOnSqlite(SqliteBookings servers) : PostponingTests(servers), IClassFixture<SqliteBookings>;

/// <summary>On PostgreSQL.</summary>
public sealed class PostponingTestsOnPostgres(PostgresBookings servers) : PostponingTests(servers), IClassFixture<PostgresBookings>;
