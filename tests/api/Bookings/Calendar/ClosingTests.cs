using System.Net;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Bookings.Calendar;

/// <summary>Closing, stopping, opening and capacities: at once, for everybody, never below what is taken. The clock stands at Sunday 2026-11-22 10:00.</summary>
public abstract class ClosingTests(BookingServers servers)
{
    private readonly ApiServer _server = servers.Api;
    private Resident Somebody => new(_server.Http);
    private Dispatcher Dispatcher => new(_server);

    [Fact]
    public async Task A_closed_slot_is_refused_at_once_and_a_form_that_is_being_filled_in_goes_back_to_the_dates()
    {
        const string Slot = "centre.2026-11-30.morning";
        var (booked, filling) = (Somebody, Somebody);
        var booking = await booked.BookedAsync(Slot);
        var hold = await filling.HeldAsync(Slot);
        Assert.Equal(1, await Dispatcher.CloseAsync(Dispatcher.Slots("2026-11-30.morning")));

        var slot = await booked.SlotAsync(Slot);
        Assert.Equal(("closed", false, "因降雪停收"), (slot.GetProperty("state").GetString(), slot.GetProperty("available").GetBoolean(), slot.GetProperty("reason").GetString()));
        using var confirmed = await filling.ConfirmAsync(hold);
        Assert.Equal("slot_not_offered", await Resident.Refused(confirmed, HttpStatusCode.UnprocessableEntity));
        using var held = await Somebody.HoldAsync(Slot);
        Assert.Equal("slot_not_offered", await Resident.Refused(held, HttpStatusCode.UnprocessableEntity));
        using var kept = await booked.LookUpAsync(booking.GetProperty("reference").GetString()!);
        Assert.Equal("booked", (await Resident.Expect(kept, HttpStatusCode.OK)).GetProperty("booking").GetProperty("state").GetString());
        Assert.Equal("11月30日上午城区片因降雪停收",
            (await _server.GetJsonAsync("/api/v1/bookings/notices")).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("date").GetString() == "2026-11-30").GetProperty("text").GetString());

        await Dispatcher.OpenAsync(Dispatcher.Slots("2026-11-30.morning"));
        using var after = await filling.ConfirmAsync(hold); // the same form, sent again
        await Resident.Expect(after, HttpStatusCode.Created);
        await SlotSums.AssertRightAsync(_server);
    }

    [Fact]
    public async Task A_stopped_slot_serves_who_is_in_and_takes_nobody_more()
    {
        const string Slot = "centre.2026-12-01.morning";
        var filling = Somebody;
        var hold = await filling.HeldAsync(Slot);
        await Dispatcher.StopAsync(Dispatcher.Slots("2026-12-01.morning"));
        using var held = await Somebody.HoldAsync(Slot);
        Assert.Equal("slot_not_offered", await Resident.Refused(held, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("full", (await filling.SlotAsync(Slot)).GetProperty("state").GetString());
        using var confirmed = await filling.ConfirmAsync(hold);
        await Resident.Expect(confirmed, HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_capacity_never_falls_below_what_is_taken_and_offers_to_stop()
    {
        const string Slot = "centre.2026-12-02.morning";
        for (var i = 0; i < 3; i++)
        {
            await Somebody.BookedAsync(Slot);
        }

        var over = Assert.Single(await Dispatcher.CapacityAsync("2026-12-02.morning", 2));
        Assert.Equal(3, over.Taken.Stops);
        await Somebody.HeldAsync(Slot); // nothing had changed
        Assert.Empty(await Dispatcher.CapacityAsync("2026-12-02.morning", 4));
        using var full = await Somebody.HoldAsync(Slot);
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));
        Assert.Empty(await Dispatcher.CapacityAsync("2026-12-02.morning", 5));
        await Somebody.HeldAsync(Slot);

        Assert.Single(await Dispatcher.CapacityAsync("2026-12-02.morning", 2, stop: true));
        using var stopped = await Somebody.HoldAsync(Slot);
        Assert.Equal("slot_not_offered", await Resident.Refused(stopped, HttpStatusCode.UnprocessableEntity));
        await SlotSums.AssertRightAsync(_server);
    }

    [Fact]
    public async Task A_weekdays_capacity_holds_for_every_such_day_but_those_with_more()
    {
        await Somebody.BookedAsync("centre.2026-12-04.afternoon"); // a Friday
        await Somebody.BookedAsync("centre.2026-12-04.afternoon");
        Assert.Equal("2026-12-04", Assert.Single(await Dispatcher.CapacityAsync(DayOfWeek.Friday, "afternoon", 1)).Slot.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Single(await Dispatcher.CapacityAsync(DayOfWeek.Friday, "afternoon", 1, stop: true));
        await Somebody.HeldAsync("centre.2026-12-11.afternoon");
        using var full = await Somebody.HoldAsync("centre.2026-12-11.afternoon");
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));
        using var stopped = await Somebody.HoldAsync("centre.2026-12-04.afternoon");
        Assert.Equal("slot_not_offered", await Resident.Refused(stopped, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task The_pages_ask_once_note_it_and_keep_viewers_out()
    {
        await ConsoleBrowser.AddAsync(_server, "Li", Roles.Dispatcher);
        await ConsoleBrowser.AddAsync(_server, "Kan", Roles.Viewer);
        using var dispatcher = await ConsoleBrowser.SignedInAsync(_server, "li");
        using var viewer = await ConsoleBrowser.SignedInAsync(_server, "kan");
        const string Day = "/console/calendar/day/?area=centre&date=2026-12-07";
        (string, string)[] closing = [("page", "centre"), ("area", "centre"), ("date", "2026-12-07"), ("window", "morning"), ("window", "afternoon"), ("reason", "forest-fire"), ("note", "")];
        await Somebody.BookedAsync("centre.2026-12-07.morning");

        using (var asked = await dispatcher.SubmitAsync(Day, "/console/calendar/day/close/", closing))
        {
            var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
            Assert.Contains("已有 1 个预约", page, StringComparison.Ordinal);
            Assert.Contains("去改期", page, StringComparison.Ordinal);
        }

        Assert.Equal("open", (await Somebody.SlotAsync("centre.2026-12-07.morning")).GetProperty("state").GetString());
        using (var refused = await viewer.PostAsync("/console/calendar/day/close/", [.. closing, ("sure", "yes"), ("form-token", ConsoleBrowser.Token(await viewer.PageAsync(Day)))]))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using (var done = await dispatcher.SubmitAsync(Day, "/console/calendar/day/close/", [.. closing, ("sure", "yes")]))
        {
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }

        Assert.Equal("因森林防火封控停收", (await Somebody.SlotAsync("centre.2026-12-07.morning")).GetProperty("reason").GetString());
        foreach (var path in new[] { Day, "/console/calendar/?area=centre&month=2026-12", "/console/calendar/capacity/?area=centre", "/console/calendar/holidays/", "/console/calendar/postponements/" })
        {
            Assert.DoesNotContain("<button class=\"button\"", await viewer.PageAsync(path), StringComparison.Ordinal);
        }

        Assert.Contains("因森林防火封控停收", WebUtility.HtmlDecode(await viewer.PageAsync("/console/calendar/?area=centre&month=2026-12")), StringComparison.Ordinal);
        await ConsoleBrowser.AddAsync(_server, "Zhang", Roles.Administrator);
        using var administrator = await ConsoleBrowser.SignedInAsync(_server, "zhang");
        Assert.Contains("停收或停约", WebUtility.HtmlDecode(await administrator.PageAsync("/console/audit/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_is_told_in_words_and_changes_nothing()
    {
        await ConsoleBrowser.AddAsync(_server, "Zhao", Roles.Dispatcher);
        using var dispatcher = await ConsoleBrowser.SignedInAsync(_server, "zhao");
        var token = ("form-token", ConsoleBrowser.Token(await dispatcher.PageAsync("/console/calendar/postpone/")));
        (string Field, string Value, string Problem)[] slips =
        [
            ("date", "2026-02-30", "日期“2026-02-30”不对"), ("date", "2026-11-21", "日期“2026-11-21”不对"), // yesterday
            ("date", "2026-12-05", "不是城区片的收运日"), // a Saturday
            ("window", "night", "请至少选一个时段"), ("area", "nowhere", "请至少选一个片区"), ("reason", "", "请选原因"), ("note", new string('长', 61), "最多 60 个字"),
        ];
        foreach (var (field, value, problem) in slips)
        {
            var fields = new Dictionary<string, string> { ["page"] = "centre", ["area"] = "centre", ["date"] = "2026-12-08", ["window"] = "morning", ["reason"] = "snow", ["note"] = "", ["sure"] = "yes", [field] = value };
            foreach (var address in new[] { "/console/calendar/day/close/", "/console/calendar/postpone/" })
            {
                using var refused = await dispatcher.PostAsync(address, [.. fields.Select(f => (f.Key, f.Value)), token]);
                Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
                Assert.Contains(problem, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
            }
        }

        Assert.Equal("open", (await Somebody.SlotAsync("centre.2026-12-08.morning")).GetProperty("state").GetString());
    }
}

/// <summary>On the embedded database.</summary>
public sealed class ClosingTestsOnSqlite(SqliteBookings servers) : ClosingTests(servers), IClassFixture<SqliteBookings>;

/// <summary>On PostgreSQL.</summary>
public sealed class ClosingTestsOnPostgres(PostgresBookings servers) : ClosingTests(servers), IClassFixture<PostgresBookings>;
