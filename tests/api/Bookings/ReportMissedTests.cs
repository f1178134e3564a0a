using System.Globalization;
using System.Net;
using System.Text.Json;
using Jizhou.Public.Api.Bookings;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>POST /api/v1/bookings/{reference}/missed: case 12. Each test sets the clock before it books.</summary>
public abstract class ReportMissedTests(BookingServers servers)
{
    private readonly ApiServer _server = servers.Api;

    private BookingDesk Desk => _server.Services.GetRequiredService<BookingDesk>();

    [Fact]
    public async Task It_can_be_reported_from_the_end_of_the_window_to_the_end_of_the_second_working_day()
    {
        var (resident, booked) = await BookedAsync("centre.2026-11-26.morning"); // a Thursday; Friday and Monday follow
        foreach (var (now, code) in new (string, string)[]
        {
            ("2026-11-25 10:00", "missed_too_early"), ("2026-11-26 11:59", "missed_too_early"), ("2026-12-01 00:00", "missed_too_late"),
        })
        {
            At(now);
            using var refused = await MissAsync(resident, booked);
            Assert.Equal(code, await Resident.Refused(refused, HttpStatusCode.Conflict));
            Assert.False((await ViewAsync(resident, booked)).GetProperty("canReportMissed").GetBoolean());
        }

        At("2026-11-30 23:59");
        Assert.True((await ViewAsync(resident, booked)).GetProperty("canReportMissed").GetBoolean());
        using var answer = await MissAsync(resident, booked, "等到五点半");
        var report = await Resident.Expect(answer, HttpStatusCode.Created);
        Assert.Equal(("2026-11-26", "2026-11-30T23:59:00+08:00", true), (report.GetProperty("day").GetString(), report.GetProperty("reportedAt").GetString(), report.GetProperty("isNew").GetBoolean()));
    }

    [Fact]
    public async Task A_second_report_shows_the_first_however_many_come_at_once_and_later()
    {
        var (resident, booked) = await BookedAsync("centre.2026-11-26.afternoon");
        At("2026-11-26 17:00");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => MissAsync(resident, booked, "没有来")));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.All(answers, a => Assert.True(a.IsSuccessStatusCode));
        Array.ForEach(answers, a => a.Dispose());

        At("2026-12-20 09:00"); // long after the days for reporting
        using var again = await MissAsync(resident, booked, "还是没有来");
        var first = await Resident.Expect(again, HttpStatusCode.OK);
        Assert.Equal(("2026-11-26T17:00:00+08:00", false), (first.GetProperty("reportedAt").GetString(), first.GetProperty("isNew").GetBoolean()));
        Assert.Equal("2026-11-26T17:00:00+08:00", (await ViewAsync(resident, booked)).GetProperty("missedReportedAt").GetString());
        Assert.Equal(1, await Count(booked, "missed-reported"));
    }

    [Fact]
    public async Task The_crews_own_reason_blocks_it_with_its_words()
    {
        var (resident, booked) = await BookedAsync("centre.2026-11-27.morning");
        At("2026-11-27 13:00");
        await StateAsync(booked, BookingState.NotCollected, "not-put-out");
        using var refused = await MissAsync(resident, booked);
        var problem = await Resident.Expect(refused, HttpStatusCode.Conflict);
        Assert.Equal(("missed_has_reason", "not-put-out"), (problem.GetProperty("code").GetString(), problem.GetProperty("reason").GetString()));
        Assert.Contains(Desk.Facts.Book.Rounds.Reason("not-put-out")!.Name, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_crew_wrote_down_as_collected_can_be_disputed_and_what_was_cancelled_cannot()
    {
        var (resident, collected) = await BookedAsync("centre.2026-11-30.morning");
        var (other, cancelled) = await BookedAsync("centre.2026-11-30.morning");
        using var freed = await other.CancelAsync(cancelled);
        await Resident.Expect(freed, HttpStatusCode.OK);
        At("2026-11-30 13:00");
        await StateAsync(collected, BookingState.Collected, null);
        using var disputed = await MissAsync(resident, collected);
        await Resident.Expect(disputed, HttpStatusCode.Created);
        using var refused = await MissAsync(other, cancelled);
        Assert.Equal("missed_not_booked", await Resident.Refused(refused, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task After_a_postponement_the_new_date_counts()
    {
        var (resident, booked) = await BookedAsync("centre.2026-12-01.morning");
        At("2026-12-01 07:00");
        var to = new SlotId("centre", new DateOnly(2026, 12, 3), "morning");
        var moved = await Desk.Database.WriteAsync(tx => MoveBooking.PostponeToAsync(tx, Stored(booked), to, "dispatcher", "snow", Desk), default);
        Assert.Equal((BookingState.Booked, new DateOnly(2026, 12, 1), "snow"), (moved!.State, moved.PostponedFrom, moved.Reason));

        At("2026-12-01 13:00");
        using var early = await MissAsync(resident, booked);
        Assert.Equal("missed_too_early", await Resident.Refused(early, HttpStatusCode.Conflict));
        At("2026-12-07 23:00"); // Friday and Monday follow that Thursday
        using var answer = await MissAsync(resident, booked);
        Assert.Equal("2026-12-03", (await Resident.Expect(answer, HttpStatusCode.Created)).GetProperty("day").GetString());
    }

    [Fact]
    public async Task It_needs_the_bookings_own_token_and_readable_words()
    {
        var (resident, booked) = await BookedAsync("centre.2026-12-02.morning");
        At("2026-12-02 13:00");
        using var foreign = await resident.ManageAsync(HttpMethod.Post, Reference(booked), new string('0', 32), new { }, "/missed");
        Assert.Equal("booking_not_found", await Resident.Refused(foreign, HttpStatusCode.NotFound));
        using var tooLong = await MissAsync(resident, booked, new string('字', 251));
        Assert.Equal("booking_invalid", await Resident.Refused(tooLong, HttpStatusCode.UnprocessableEntity));
    }

    private async Task<(Resident Resident, JsonElement Booked)> BookedAsync(string slot)
    {
        At("2026-11-22 10:00");
        var resident = new Resident(_server.Http);
        return (resident, await resident.BookedAsync(slot));
    }

    private void At(string now) => _server.Clock.Set(DateTimeOffset.Parse(now + " +08:00", CultureInfo.InvariantCulture));

    private static string Reference(JsonElement booked) => booked.GetProperty("reference").GetString()!;

    private static string Stored(JsonElement booked) => Reference(booked).Replace("-", "", StringComparison.Ordinal);

    private static Task<HttpResponseMessage> MissAsync(Resident resident, JsonElement booked, string? note = null) =>
        resident.ManageAsync(HttpMethod.Post, Reference(booked), booked.GetProperty("manageToken").GetString(), new { note }, "/missed");

    private static async Task<JsonElement> ViewAsync(Resident resident, JsonElement booked)
    {
        using var answer = await resident.ManageAsync(HttpMethod.Get, Reference(booked), booked.GetProperty("manageToken").GetString());
        return await Resident.Expect(answer, HttpStatusCode.OK);
    }

    private Task StateAsync(JsonElement booked, string state, string? reason) => Desk.Database.WriteAsync(async tx =>
    {
        var booking = (await BookingStore.FindAsync(tx.Connection!, Stored(booked), tx))!;
        var changed = (await BookingStore.ChangeStateAsync(tx, booking, BookingState.Open, state, "crew", Desk.Clock.Now, reason))!;
        await Desk.Changes.NoteAsync(tx, new BookingChange(booking, changed, state, "crew", Desk.Clock.Now, reason));
        return true;
    }, default);

    private Task<long> Count(JsonElement booked, string what) => Desk.Database.ReadAsync(c => Dapper.SqlMapper.ExecuteScalarAsync<long>(
        c, "SELECT COUNT(*) FROM booking_history WHERE reference = @reference AND what = @what", new { reference = Stored(booked), what }), default);
}

/// <summary>The same on the embedded database.</summary>
public sealed class ReportMissedTestsOnSqlite(SqliteBookings servers) : ReportMissedTests(servers), IClassFixture<SqliteBookings>;

/// <summary>The same on PostgreSQL.</summary>
public sealed class ReportMissedTestsOnPostgres(PostgresBookings servers) : ReportMissedTests(servers), IClassFixture<PostgresBookings>;
