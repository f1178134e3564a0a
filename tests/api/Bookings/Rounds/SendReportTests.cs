using System.Net;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Bookings;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.ApiTests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings.Rounds;

/// <summary>What a crew reports, at once or hours later: kept once, and judged by when it happened.</summary>
public abstract class SendReportTests(BookingServers servers)
{
    private const string Results = "/console/rounds/results/?date=2026-11-25";

    [Fact]
    public async Task A_result_with_load_and_photo_is_kept_once_and_seen_by_resident_and_dispatcher()
    {
        await using var scene = await RoundScene.NewAsync(servers);
        var (resident, booking, reference) = await scene.BookAsync();
        var (partly, partlyBooking, second) = await scene.BookAsync();
        await scene.HandOutAsync();
        using var li = await scene.CrewAtAsync("12:00");
        var round = Round(await li.PageAsync());
        var (id, tenOClock) = (Crew.NewId(), At(10, 0));
        var photo = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "samples", "pictures", "photo.jpg"));
        (string, string)[] load = [("note", "放在楼下"), ("cubic-metres-furniture", "０．２"), ("kilograms-furniture", "12"), ("centre", "centre-guanzhuang")];

        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => li.SentAsync(round, reference, "collected", id, happenedAt: tenOClock, photo: photo, more: load)));
        Assert.All(sent, outcome => Assert.Equal("stands", outcome));
        Assert.Equal("stands", await li.SentAsync(round, second, "partly-collected", reason: "truck-full"));

        Assert.Equal(("collected", "partly-collected"), (await RoundScene.StateAsync(resident, booking), await RoundScene.StateAsync(partly, partlyBooking)));
        Assert.Contains("全部收完 10:00，已送到", await li.PageAsync(), StringComparison.Ordinal);
        using var tang = await ConsoleBrowser.SignedInAsync(scene.Server, "tang");
        var page = await tang.PageAsync(Results);
        Assert.Contains("放在楼下", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, $"{id}/photo"));
        Assert.Contains("2026-11-25,furniture,旧家具,centre-guanzhuang,官庄镇分拣中心（示例）,0.2,12,1,true", await LoadsAsync(tang), StringComparison.Ordinal);
        using var picture = await tang.GetAsync($"/console/rounds/results/{id}/photo");
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType?.MediaType);
        using var viewer = await ConsoleBrowser.SignedInAsync(scene.Server, "wu");
        Assert.DoesNotContain("放在楼下", await viewer.PageAsync(Results), StringComparison.Ordinal);

        // What was weighed where it was tipped counts instead of what was guessed at the stop.
        (string, string)[] weighed = [("kilograms-furniture", "40"), ("centre", "station-yiliu")];
        using var tipped = await li.SendAsync(round, "", "", path: "/console/round/tipped/", more: weighed);
        await Resident.Expect(tipped, HttpStatusCode.OK);
        var loads = await LoadsAsync(tang);
        Assert.Contains("2026-11-25,furniture,旧家具,station-yiliu,洇溜镇中转站（示例）,,40,1,true", loads, StringComparison.Ordinal);
        Assert.DoesNotContain("centre-guanzhuang", loads, StringComparison.Ordinal);

        // Put right later, it is the later one that stands; an older one that arrives after it does not.
        Assert.Equal("stands", await li.SentAsync(round, reference, "not-collected", reason: "not-put-out", happenedAt: At(11, 0)));
        Assert.Equal("replaced", await li.SentAsync(round, reference, "collected", happenedAt: At(10, 30)));
        Assert.Equal("not-collected", await RoundScene.StateAsync(resident, booking));
    }

    [Fact]
    public async Task A_result_older_than_a_cancellation_stands_a_later_one_is_kept_for_the_dispatcher()
    {
        await using var scene = await RoundScene.NewAsync(servers);
        var (early, earlyBooking, first) = await scene.BookAsync();
        var (late, lateBooking, second) = await scene.BookAsync();
        await scene.HandOutAsync();
        using var li = await scene.CrewAtAsync("10:00");
        var round = Round(await li.PageAsync());
        await CancelAsync(scene, first);
        await CancelAsync(scene, second);
        using var later = await scene.CrewAtAsync("13:00"); // the morning's sign-in is over

        Assert.Equal("stands", await later.SentAsync(round, first, "collected", happenedAt: At(9, 59)));
        Assert.Equal("discrepancy", await later.SentAsync(round, second, "collected", happenedAt: At(10, 1)));

        Assert.Equal(("collected", "cancelled"), (await RoundScene.StateAsync(early, earlyBooking), await RoundScene.StateAsync(late, lateBooking)));
        using var tang = await ConsoleBrowser.SignedInAsync(scene.Server, "tang");
        var page = await tang.PageAsync(Results);
        Assert.Contains("对不上的结果，还有 1 条没处理", page, StringComparison.Ordinal);
        Assert.Contains("收完以后才取消的", page, StringComparison.Ordinal);
        var id = Regex.Match(page, "results/(test-result-\\d+)/settle").Groups[1].Value;
        using var settled = await tang.SubmitAsync(Results, $"/console/rounds/results/{id}/settle/");
        Assert.Equal(HttpStatusCode.Redirect, settled.StatusCode);
        Assert.DoesNotContain("没处理", await tang.PageAsync(Results), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pickup_done_before_its_day_was_moved_stands_and_frees_the_new_day()
    {
        await using var scene = await RoundScene.NewAsync(servers);
        var (early, earlyBooking, first) = await scene.BookAsync("sofa");
        var (late, lateBooking, second) = await scene.BookAsync("sofa");
        await scene.HandOutAsync();
        using var li = await scene.CrewAtAsync("10:00");
        var round = Round(await li.PageAsync());
        await MoveAsync(scene, first, "centre.2026-11-27.morning");
        await MoveAsync(scene, second, "centre.2026-11-27.morning");
        Assert.Equal(2, await TakenAsync(scene, "centre.2026-11-27.morning"));
        using var later = await scene.CrewAtAsync("12:00");

        Assert.Equal("stands", await later.SentAsync(round, first, "collected", happenedAt: At(9, 30)));
        Assert.Equal("discrepancy", await later.SentAsync(round, second, "collected", happenedAt: At(11, 0)));

        Assert.Equal(("collected", "booked"), (await RoundScene.StateAsync(early, earlyBooking), await RoundScene.StateAsync(late, lateBooking)));
        Assert.Equal(1, await TakenAsync(scene, "centre.2026-11-27.morning"));
    }

    [Fact]
    public async Task What_is_not_this_crews_or_not_right_is_refused_and_nothing_is_kept()
    {
        await using var scene = await RoundScene.NewAsync(servers);
        var (resident, booking, reference) = await scene.BookAsync();
        await scene.HandOutAsync();
        using var li = await scene.CrewAtAsync("10:00");
        using var zhao = await scene.CrewAtAsync("10:00", "zhao");
        var round = Round(await li.PageAsync());

        using (var noTruck = await zhao.SendAsync(round, reference, "collected"))
        {
            Assert.Equal("crew_without_truck", await Resident.Refused(noTruck, HttpStatusCode.Forbidden));
        }

        using var tang = await ConsoleBrowser.SignedInAsync(scene.Server, "tang");
        using var set = await tang.SubmitAsync("/console/rounds/crews/", "/console/rounds/crews/", ("name", "zhao"), ("truck", "centre-2"));
        foreach (var (crew, which, stop) in new[] { (zhao, round, reference), (li, "0000", reference), (li, round, "0000000000") })
        {
            using var foreign = await crew.SendAsync(which, stop, "collected");
            Assert.Equal("round_stop_unknown", await Resident.Refused(foreign, HttpStatusCode.NotFound));
        }

        (string Result, (string, string)[] More)[] wrong =
            [("maybe", []), ("not-collected", []), ("not-collected", [("reason", "bored")]), ("collected", [("kilograms-furniture", "-1")]), ("collected", [("cubic-metres-decoration", "1"), ("centre", "centre-guanzhuang")])];
        foreach (var (result, more) in wrong)
        {
            using var answer = await li.SendAsync(round, reference, result, more: more);
            Assert.Equal("round_report_invalid", await Resident.Refused(answer, HttpStatusCode.UnprocessableEntity));
        }

        using var noPicture = await li.SendAsync(round, reference, "collected", photo: [1, 2, 3]);
        Assert.Equal("picture_unknown", await Resident.Refused(noPicture, HttpStatusCode.UnprocessableEntity));
        using var other = await li.SendAsync(round, reference, "collected", more: ("form-token", "x"));
        Assert.Equal("round_form_stale", await Resident.Refused(other, HttpStatusCode.BadRequest));
        Assert.Equal("assigned", await RoundScene.StateAsync(resident, booking));
    }

    [Fact]
    public async Task The_form_works_without_scripts_and_a_phones_wrong_clock_is_put_right()
    {
        await using var scene = await RoundScene.NewAsync(servers);
        var (resident, booking, reference) = await scene.BookAsync();
        var (_, _, other) = await scene.BookAsync();
        await scene.HandOutAsync();
        using var li = await scene.CrewAtAsync("10:00");
        var page = await li.PageAsync();
        var round = Round(page);
        using var browser = await ConsoleBrowser.SignedInAsync(scene.Server, "li");
        using var answer = await browser.SubmitAsync("/console/round/", "/console/round/results/", ("id", Crew.NewId()), ("round", round), ("reference", reference), ("result", "collected"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("collected", await RoundScene.StateAsync(resident, booking));
        Assert.Contains("全部收完 10:00，已送到", await li.PageAsync(), StringComparison.Ordinal);
        using var refused = await browser.SubmitAsync("/console/round/", "/console/round/results/", ("id", Crew.NewId()), ("round", round), ("reference", other), ("result", "not-collected"));
        Assert.Contains("请选原因", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // A phone that lags two days behind: happened an hour before it was sent.
        var lagging = scene.Server.Clock.GetUtcNow().AddDays(-2);
        Assert.Equal("stands", await li.SentAsync(round, other, "collected", happenedAt: lagging.AddHours(-1),
            more: ("sent-at", lagging.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Contains("全部收完 09:00，已送到", await li.PageAsync(), StringComparison.Ordinal);
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 11, 25, hour, minute, 0, TimeSpan.FromHours(8));

    private static string Round(string page) => Regex.Match(page, "name=\"round\" value=\"([0-9a-f]+)\"").Groups[1].Value;

    private static async Task<string> LoadsAsync(ConsoleBrowser browser)
    {
        using var answer = await browser.GetAsync("/console/rounds/loads.csv?date=2026-11-25");
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<int> TakenAsync(RoundScene scene, string slot)
    {
        var desk = scene.Server.Services.GetRequiredService<BookingDesk>();
        var id = Jizhou.Public.Api.Bookings.Slots.SlotId.TryParse(slot, out var parsed) ? parsed : default;
        var taken = await desk.Database.ReadAsync(c => Jizhou.Public.Api.Bookings.Slots.SlotStore.TakenAsync(c, id.Area, id.Date, id.Date), CancellationToken.None);
        return taken[id].Stops;
    }

    // As somebody at the office would on the day itself, when the resident's own time for it is over.
    private static Task CancelAsync(RoundScene scene, string reference)
    {
        var desk = scene.Server.Services.GetRequiredService<BookingDesk>();
        return desk.Database.WriteAsync(async tx =>
        {
            var (booking, now) = ((await BookingStore.FindAsync(tx.Connection!, reference, tx))!, desk.Clock.Now);
            var changed = (await BookingStore.ChangeStateAsync(tx, booking, BookingState.Open, BookingState.Cancelled, "phone", now, null))!;
            await Jizhou.Public.Api.Bookings.Slots.SlotStore.ReleaseAsync(tx, booking.Place);
            await desk.Changes.NoteAsync(tx, new BookingChange(booking, changed, "cancelled", "phone", now, null));
            return true;
        }, CancellationToken.None);
    }

    // As postponing a day does.
    private static Task MoveAsync(RoundScene scene, string reference, string slot)
    {
        var desk = scene.Server.Services.GetRequiredService<BookingDesk>();
        _ = Jizhou.Public.Api.Bookings.Slots.SlotId.TryParse(slot, out var id);
        return desk.Database.WriteAsync(async tx =>
        {
            var (booking, now) = ((await BookingStore.FindAsync(tx.Connection!, reference, tx))!, desk.Clock.Now);
            var changed = booking with { Slot = id, State = BookingState.Booked, PostponedFrom = booking.Slot.Date, Sequence = booking.Sequence + 1 };
            var room = new Jizhou.Public.Api.Bookings.Slots.SlotRoom(new(40, 60_000), desk.Facts.Book.Services.ToDictionary(s => s.Code, _ => 60_000));
            Assert.True(await BookingStore.ChangeAsync(tx, booking, changed, now));
            Assert.True(await Jizhou.Public.Api.Bookings.Slots.SlotStore.MoveAsync(tx, booking.Place, changed.Place, room));
            await desk.Changes.NoteAsync(tx, new BookingChange(booking, changed, "postponed", "dispatcher", now, "snow"));
            return true;
        }, CancellationToken.None);
    }
}

/// <summary>The same on the embedded database.</summary>
public sealed class SendReportTestsOnSqlite(SqliteBookings servers) : SendReportTests(servers), IClassFixture<SqliteBookings>;

/// <summary>The same on PostgreSQL.</summary>
public sealed class SendReportTestsOnPostgres(PostgresBookings servers) : SendReportTests(servers), IClassFixture<PostgresBookings>;
