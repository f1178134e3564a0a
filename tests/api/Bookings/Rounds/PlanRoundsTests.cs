using System.Net;
using System.Text.RegularExpressions;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Bookings.Rounds;

/// <summary>A dispatcher's day: propose, move by buttons, save the order, hand out, take back, print; and who may see what.</summary>
public abstract class PlanRoundsTests(BookingServers servers)
{
    [Fact]
    public async Task A_day_is_split_moved_by_buttons_handed_out_and_taken_back()
    {
        await using var scene = await RoundScene.NewAsync(servers);
        var (_, _, second) = await scene.BookAsync("sofa", address: "西街10号");
        var (_, _, first) = await scene.BookAsync(address: "西街2号", note: "=1+1");
        var (_, _, lane) = await scene.BookAsync(access: "tricycle", address: "西街1号");
        var (_, _, late) = await scene.BookAsync(window: "afternoon", address: "西街5号");

        var page = await scene.PressAsync("propose/", ("drafts", "none"));
        Assert.Equal([first, second, late], RoundScene.Stops(page, "centre-1"));
        Assert.Equal([lane], RoundScene.Stops(page, "centre-3"));

        page = await scene.PressAsync("move/", ("reference", second), ("to", "up"));
        Assert.Equal([second, first, late], RoundScene.Stops(page, "centre-1"));
        page = await scene.PressAsync("move/", ("reference", first), ("to", "down")); // the next one is an afternoon's
        Assert.Equal([second, first, late], RoundScene.Stops(page, "centre-1"));
        page = await scene.PressAsync("move/", ("reference", first), ("to", "centre-2"));
        Assert.Equal([second, late], RoundScene.Stops(page, "centre-1"));
        Assert.Equal([first], RoundScene.Stops(page, "centre-2"));
        page = await scene.PressAsync("move/", ("reference", first), ("to", "centre-1"), ("before", second));
        Assert.Equal([first, second, late], RoundScene.Stops(page, "centre-1"));
        using (var narrow = await scene.Dispatcher.SubmitAsync(RoundScene.Board, RoundScene.Board + "move/", ("reference", lane), ("to", "centre-1")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, narrow.StatusCode);
            Assert.Contains("只能进小三轮", await narrow.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        page = await scene.PressAsync("move/", ("reference", late), ("to", "none"));
        Assert.Equal([late], RoundScene.Stops(page));
        var round = RoundScene.Rounds(page)[0];
        page = await scene.PressAsync("hand-out/", ("round", round));
        Assert.Contains("已派出", page, StringComparison.Ordinal);

        using (var asked = await scene.Dispatcher.SubmitAsync(RoundScene.Board, RoundScene.Board + "take-back/", ("round", round)))
        {
            Assert.Contains("收回这张清运单？", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        page = await scene.PressAsync("take-back/", ("round", round), ("sure", "yes"));
        Assert.DoesNotContain("已派出", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_booking_that_is_amended_or_cancelled_leaves_its_round_and_is_never_assigned_without_one()
    {
        await using var scene = await RoundScene.NewAsync(servers);
        var (stays, staying, kept) = await scene.BookAsync();
        var (moves, moving, moved) = await scene.BookAsync();
        var (cancels, cancelling, cancelled) = await scene.BookAsync();
        await scene.HandOutAsync();
        Assert.Equal(("assigned", "assigned"), (await RoundScene.StateAsync(stays, staying), await RoundScene.StateAsync(moves, moving)));

        using var amend = await moves.ManageAsync(HttpMethod.Patch, moving.GetProperty("reference").GetString()!, moving.GetProperty("manageToken").GetString(), new { slot = "centre.2026-11-26.morning" });
        await Resident.Expect(amend, HttpStatusCode.OK);
        using var cancel = await cancels.CancelAsync(cancelling);
        await Resident.Expect(cancel, HttpStatusCode.OK);

        Assert.Equal([kept], RoundScene.Stops(await scene.Dispatcher.PageAsync(RoundScene.Board), "centre-1"));
        Assert.Equal("booked", await RoundScene.StateAsync(moves, moving));
        Assert.Equal("cancelled", await RoundScene.StateAsync(cancels, cancelling));
        Assert.Equal([moved], RoundScene.Stops(await scene.Dispatcher.PageAsync("/console/rounds/centre/2026-11-26/")));
        Assert.NotEqual(moved, cancelled);
    }

    [Fact]
    public async Task The_order_of_a_round_becomes_the_order_of_its_villages()
    {
        await using var scene = await RoundScene.NewAsync(servers);
        var (_, _, yuyang) = await scene.BookAsync(address: "西街1号");
        var (_, _, other) = await scene.BookAsync(village: "120119101201", address: "东街1号");
        var page = await scene.PressAsync("propose/", ("drafts", "none"));
        Assert.Equal([yuyang, other], RoundScene.Stops(page, "centre-1"));

        page = await scene.PressAsync("move/", ("reference", other), ("to", "up"));
        await scene.PressAsync("order/", ("round", RoundScene.Rounds(page)[0]));
        Assert.Equal([other, yuyang], RoundScene.Stops(await scene.PressAsync("propose/", ("sure", "yes")), "centre-1"));
        using var asked = await scene.Dispatcher.SubmitAsync(RoundScene.Board, RoundScene.Board + "propose/", ("drafts", "some"));
        Assert.Contains("重新排车？", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phones_and_doors_are_for_dispatchers_and_until_the_day_is_over()
    {
        await using var scene = await RoundScene.NewAsync(servers);
        var (resident, _, _) = await scene.BookAsync(note: "=HYPERLINK(1)");
        await scene.HandOutAsync();
        using var viewer = await ConsoleBrowser.SignedInAsync(scene.Server, "wu");
        foreach (var path in new[] { RoundScene.Board, RoundScene.Board + "sheet/" })
        {
            Assert.Contains(resident.Phone, await scene.Dispatcher.PageAsync(path), StringComparison.Ordinal);
            var seen = await viewer.PageAsync(path);
            Assert.DoesNotContain(resident.Phone, seen, StringComparison.Ordinal);
            Assert.DoesNotContain(resident.Address, seen, StringComparison.Ordinal);
        }

        var table = await TableAsync(scene.Dispatcher);
        Assert.Contains(resident.Phone, table, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK(1)", table, StringComparison.Ordinal); // no formula
        Assert.DoesNotContain(resident.Phone, await TableAsync(viewer), StringComparison.Ordinal);

        using var refused = await viewer.SubmitAsync("/console/", RoundScene.Board + "propose/");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        scene.Server.Clock.Set(new DateTimeOffset(2026, 11, 26, 0, 0, 1, TimeSpan.FromHours(8)));
        using var later = await ConsoleBrowser.SignedInAsync(scene.Server, "tang");
        Assert.DoesNotContain(resident.Phone, await TableAsync(later), StringComparison.Ordinal);
        Assert.DoesNotContain(resident.Phone, await later.PageAsync(RoundScene.Board + "sheet/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crew_sees_its_own_round_of_the_day_and_nothing_else()
    {
        await using var scene = await RoundScene.NewAsync(servers);
        var (resident, _, reference) = await scene.BookAsync(note: "后门");
        var (other, _, _) = await scene.BookAsync(access: "tricycle");
        await scene.HandOutAsync();
        using (var early = await Crew.SignedInAsync(scene.Server, "li"))
        {
            Assert.DoesNotContain(resident.Phone, await early.PageAsync(), StringComparison.Ordinal); // not before the day
        }

        using var li = await scene.CrewAtAsync("08:00");
        var page = await li.PageAsync();
        Assert.Contains($"tel:{resident.Phone}", page, StringComparison.Ordinal);
        Assert.Contains("3 楼，没有电梯", page, StringComparison.Ordinal);
        Assert.Contains("后门", page, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Phone, page, StringComparison.Ordinal);
        Assert.Contains($"data-stop=\"{reference}\"", page, StringComparison.Ordinal);
        using (var zhao = await Crew.SignedInAsync(scene.Server, "zhao"))
        {
            var none = await zhao.PageAsync();
            Assert.Contains("还没有配车", none, StringComparison.Ordinal);
            Assert.DoesNotContain(resident.Phone, none, StringComparison.Ordinal);
            Assert.NotEqual(Key(await zhao.SessionAsync()), Key(await li.SessionAsync()));
        }

        foreach (var path in new[] { RoundScene.Board, "/console/rounds/", "/console/rounds/results/", RoundScene.Board + "rounds.csv" })
        {
            using var answer = await li.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        scene.Server.Clock.Set(new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.FromHours(8)));
        using var after = await Crew.SignedInAsync(scene.Server, "li");
        Assert.DoesNotContain(resident.Phone, await after.PageAsync(), StringComparison.Ordinal);
        Assert.Equal(2, (await after.SessionAsync("?day=2026-11-25&day=2027-01-01&day=2026-01-01")).GetProperty("keys").EnumerateObject().Count()); // today, and yesterday's unsent
    }

    private static string? Key(System.Text.Json.JsonElement session) => session.GetProperty("keys").GetProperty("2026-11-25").GetString();

    private static async Task<string> TableAsync(ConsoleBrowser browser)
    {
        using var answer = await browser.GetAsync(RoundScene.Board + "rounds.csv");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        return Regex.Replace(await answer.Content.ReadAsStringAsync(), "^\uFEFF", "");
    }
}

/// <summary>The same on the embedded database.</summary>
public sealed class PlanRoundsTestsOnSqlite(SqliteBookings servers) : PlanRoundsTests(servers), IClassFixture<SqliteBookings>;

/// <summary>The same on PostgreSQL.</summary>
public sealed class PlanRoundsTestsOnPostgres(PostgresBookings servers) : PlanRoundsTests(servers), IClassFixture<PostgresBookings>;
