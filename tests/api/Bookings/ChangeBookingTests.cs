using System.Net;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>Amending and cancelling, and the calendar file that follows: PATCH and DELETE /{reference}, POST /{reference}/ics.</summary>
public abstract class ChangeBookingTests(BookingServers servers)
{
    private readonly ApiServer _server = servers.Api;
    private Resident Somebody => new(_server.Http);

    [Fact]
    public async Task Cancelling_frees_exactly_what_was_taken_once()
    {
        const string Slot = "centre.2026-12-01.morning";
        var (first, second) = (Somebody, Somebody);
        var booked = await first.BookedAsync(Slot, "wardrobe", 2);
        await second.BookedAsync(Slot);
        for (var i = 0; i < 38; i++)
        {
            await Somebody.HeldAsync(Slot);
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => first.CancelAsync(booked)));
        foreach (var answer in answers)
        {
            using (answer)
            {
                Assert.Equal("cancelled", (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("state").GetString());
            }
        }

        await Somebody.HeldAsync(Slot);
        using var full = await Somebody.HoldAsync(Slot);
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("2026-11-24 15:59:30", HttpStatusCode.OK)]
    [InlineData("2026-11-24 16:00:30", HttpStatusCode.OK)]
    [InlineData("2026-11-24 16:01:00", HttpStatusCode.Conflict)]
    public async Task Cancelling_ends_with_the_cut_off(string now, HttpStatusCode status)
    {
        using var own = await servers.NewAsync();
        var resident = new Resident(own.Http);
        var booked = await resident.BookedAsync("centre.2026-11-25.morning");
        own.Clock.Set(DateTimeOffset.Parse(now + " +08:00", System.Globalization.CultureInfo.InvariantCulture));
        using var answer = await resident.CancelAsync(booked);
        var body = await Resident.Expect(answer, status);
        if (status == HttpStatusCode.Conflict)
        {
            Assert.Equal("too_late", body.GetProperty("code").GetString());
            Assert.Contains("11月24日 16:00", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Amending_swaps_the_slot_and_gives_a_new_label()
    {
        var resident = Somebody;
        var booked = await resident.BookedAsync("centre.2026-12-02.morning", "sofa");
        using var answer = await Amend(resident, booked, new { slot = "centre.2026-12-03.afternoon", items = new[] { new { code = "chair", count = 4 } }, note = "改天" });
        var amended = await Resident.Expect(answer, HttpStatusCode.OK);
        Assert.Equal("centre.2026-12-03.afternoon", amended.GetProperty("slot").GetProperty("id").GetString());
        Assert.Equal(("chair", "改天"), (amended.GetProperty("items")[0].GetProperty("code").GetString(), amended.GetProperty("note").GetString()));
        Assert.StartsWith("渔阳 12-03 ", amended.GetProperty("label").GetString(), StringComparison.Ordinal);

        // All of the old slot is free again, and exactly one stop of the new one is taken.
        for (var i = 0; i < 40; i++)
        {
            await Somebody.HeldAsync("centre.2026-12-02.morning");
        }

        for (var i = 0; i < 39; i++)
        {
            await Somebody.HeldAsync("centre.2026-12-03.afternoon");
        }

        using var full = await Somebody.HoldAsync("centre.2026-12-03.afternoon");
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task The_own_full_day_stays_possible_and_another_full_day_changes_nothing()
    {
        var resident = Somebody;
        var booked = await resident.BookedAsync("centre.2026-12-04.morning", note: "一");
        for (var i = 0; i < 39; i++)
        {
            await Somebody.HeldAsync("centre.2026-12-04.morning");
        }

        for (var i = 0; i < 40; i++)
        {
            await Somebody.HeldAsync("centre.2026-12-07.morning");
        }

        using var sameDay = await Amend(resident, booked, new { items = new[] { new { code = "chair", count = 2 } } });
        await Resident.Expect(sameDay, HttpStatusCode.OK);
        using var nothing = await Amend(resident, booked, new { slot = "centre.2026-12-04.morning", items = new[] { new { code = "chair", count = 2 } }, note = "一" });
        Assert.Equal("nothing_changed", await Resident.Refused(nothing, HttpStatusCode.UnprocessableEntity));
        using var full = await Amend(resident, booked, new { slot = "centre.2026-12-07.morning", note = "二" });
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));

        using var read = await resident.ManageAsync(HttpMethod.Get, Reference(booked), booked.GetProperty("manageToken").GetString());
        var unchanged = await Resident.Expect(read, HttpStatusCode.OK);
        Assert.Equal(("centre.2026-12-04.morning", "一", 2), (unchanged.GetProperty("slot").GetProperty("id").GetString(), unchanged.GetProperty("note").GetString(), unchanged.GetProperty("items")[0].GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Two_bookings_cannot_be_moved_onto_one_place()
    {
        const string Target = "centre.2026-12-08.morning";
        for (var i = 0; i < 39; i++)
        {
            await Somebody.HeldAsync(Target);
        }

        var (a, b) = (Somebody, Somebody);
        var (first, second) = (await a.BookedAsync("centre.2026-12-09.morning"), await b.BookedAsync("centre.2026-12-10.morning"));
        var answers = await Task.WhenAll(Amend(a, first, new { slot = Target }), Amend(b, second, new { slot = Target }));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(r => r.StatusCode).Order());
        Array.ForEach(answers, r => r.Dispose());
    }

    [Fact]
    public async Task A_cancelled_booking_cannot_be_amended()
    {
        var resident = Somebody;
        var booked = await resident.BookedAsync("centre.2026-12-11.morning");
        using var cancelled = await resident.CancelAsync(booked);
        await Resident.Expect(cancelled, HttpStatusCode.OK);
        using var amended = await Amend(resident, booked, new { note = "x" });
        Assert.Equal("booking_not_open", await Resident.Refused(amended, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task The_calendar_file_follows_the_booking_and_tells_nothing_personal()
    {
        var resident = Somebody;
        var booked = await resident.BookedAsync("centre.2026-12-14.morning", name: "张三", note: "后门");
        var before = await Ics(resident, booked);
        Assert.Contains("DTSTART:20261214T000000Z\r\n", before, StringComparison.Ordinal);
        Assert.Contains("STATUS:CONFIRMED\r\n", before, StringComparison.Ordinal);
        Assert.All(["张三", "后门", resident.Phone, resident.Address, Reference(booked), booked.GetProperty("manageToken").GetString()!],
            secret => Assert.DoesNotContain(secret, before, StringComparison.Ordinal));
        Assert.All(before.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75));

        using var cancelled = await resident.CancelAsync(booked);
        await Resident.Expect(cancelled, HttpStatusCode.OK);
        var after = await Ics(resident, booked);
        Assert.Contains("STATUS:CANCELLED\r\n", after, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1\r\n", after, StringComparison.Ordinal);
        Assert.Equal(Line(before, "UID:"), Line(after, "UID:"));
    }

    private static Task<HttpResponseMessage> Amend(Resident resident, System.Text.Json.JsonElement booked, object change) =>
        resident.ManageAsync(HttpMethod.Patch, Reference(booked), booked.GetProperty("manageToken").GetString(), change);

    private static async Task<string> Ics(Resident resident, System.Text.Json.JsonElement booked)
    {
        using var answer = await resident.ManageAsync(HttpMethod.Post, Reference(booked), booked.GetProperty("manageToken").GetString(), rest: "/ics");
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Line(string ics, string start) => ics.Split("\r\n").Single(l => l.StartsWith(start, StringComparison.Ordinal));

    private static string Reference(System.Text.Json.JsonElement booking) => booking.GetProperty("reference").GetString()!;
}

/// <summary>On the embedded database.</summary>
public sealed class ChangeBookingTestsOnSqlite(SqliteBookings servers) : ChangeBookingTests(servers), IClassFixture<SqliteBookings>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class ChangeBookingTestsOnPostgres(PostgresBookings servers) : ChangeBookingTests(servers), IClassFixture<PostgresBookings>;
