using System.Net;
using System.Text.Json;
using Dapper;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Security;
using Jizhou.Public.ApiTests.Bookings;
using Jizhou.Public.ApiTests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Reports;

/// <summary>A report and its ticket, on both databases.</summary>
public abstract class ReportTests(BookingServers servers)
{
    private static readonly (string, string)[] Unlimited = [("Limits:ReportsPerHour", "100000"), ("Limits:WritesPerMinute", "100000")];

    private static byte[] Photo => File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "samples", "pictures", "photo.jpg"));

    [Fact]
    public async Task A_full_place_gets_a_ticket_an_office_and_a_day_and_the_next_reporter_joins()
    {
        using var own = await servers.NewAsync(Unlimited);
        var reporter = new Reporter(own.Http);
        var places = await reporter.PlacesAsync();

        var first = await reporter.ReportedAsync(new { kind = "full", place = places[0], note = "放不下了", phone = "138 0000 1234" });
        Assert.Equal(("received", "2026-11-23", false, 1), (Reporter.Text(first, "state"), Reporter.Text(first, "answerBy"), first.GetProperty("joined").GetBoolean(), first.GetProperty("reports").GetInt32()));
        Assert.Equal("各乡镇（街道）", Reporter.Text(first.GetProperty("office"), "name"));
        Assert.True(first.GetProperty("sample").GetBoolean());

        var second = await reporter.ReportedAsync(new { kind = "full", place = places[0] });
        Assert.True(second.GetProperty("joined").GetBoolean());
        Assert.NotEqual(Reporter.Text(first, "ticket"), Reporter.Text(second, "ticket"));
        Assert.False((await reporter.ReportedAsync(new { kind = "broken", place = places[0] })).GetProperty("joined").GetBoolean());
        Assert.False((await reporter.ReportedAsync(new { kind = "full", place = places[1] })).GetProperty("joined").GetBoolean());

        var asked = await reporter.AskAsync(Reporter.Text(first, "ticket").ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        Assert.Equal(2, asked.GetProperty("reports").GetInt32());
        Assert.DoesNotContain("放不下", asked.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("1234", asked.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dumping_within_a_hundred_metres_is_one_case_and_a_village_alone_is_not()
    {
        using var own = await servers.NewAsync(Unlimited);
        var reporter = new Reporter(own.Http);
        object At(double lng, double lat) => new { kind = "construction-dumping", position = new { lng, lat } };
        var first = await reporter.ReportedAsync(At(117.40831234, 40.04561234));
        Assert.False(first.GetProperty("joined").GetBoolean());
        Assert.True((await reporter.ReportedAsync(At(117.4090, 40.0460))).GetProperty("joined").GetBoolean());
        Assert.False((await reporter.ReportedAsync(At(117.4110, 40.0480))).GetProperty("joined").GetBoolean());
        var village = new { kind = "construction-dumping", village = Resident.Yuyang };
        Assert.Equal("渔阳镇", Reporter.Text((await reporter.ReportedAsync(village)).GetProperty("township"), "name"));
        Assert.False((await reporter.ReportedAsync(village)).GetProperty("joined").GetBoolean());
        own.Clock.Advance(TimeSpan.FromDays(4));
        Assert.False((await reporter.ReportedAsync(At(117.4083, 40.0456))).GetProperty("joined").GetBoolean());
    }

    [Fact]
    public async Task A_retry_gets_the_same_ticket_and_a_key_answers_one_content()
    {
        using var own = await servers.NewAsync(Unlimited);
        var reporter = new Reporter(own.Http);
        var key = Resident.NewKey();
        var sewage = new { kind = "rural-sewage", township = "120119100" };
        var first = await reporter.ReportedAsync(sewage, key);
        Assert.Equal(Reporter.Text(first, "ticket"), Reporter.Text(await reporter.ReportedAsync(sewage, key), "ticket"));
        Assert.NotEqual(Reporter.Text(first, "ticket"), Reporter.Text(await reporter.ReportedAsync(sewage), "ticket"));
        using var other = await reporter.SendAsync(new { kind = "rural-sewage", township = "120119101" }, key);
        Assert.Equal("idempotency_key_reused", await Resident.Refused(other, HttpStatusCode.UnprocessableEntity));
        using var bad = await reporter.SendAsync(sewage, "short");
        Assert.Equal("idempotency_key_missing", await Resident.Refused(bad, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Twenty_at_the_same_moment_are_one_case()
    {
        using var own = await servers.NewAsync(Unlimited);
        var reporter = new Reporter(own.Http);
        var place = (await reporter.PlacesAsync())[0];
        var views = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => reporter.ReportedAsync(new { kind = "dirty", place })));
        Assert.Single(views, view => !view.GetProperty("joined").GetBoolean());
        Assert.Equal(20, views.Select(view => Reporter.Text(view, "ticket")).Distinct().Count());
        Assert.Equal(20, (await reporter.AskAsync(Reporter.Text(views[7], "ticket"))).GetProperty("reports").GetInt32());
    }

    [Fact]
    public async Task Phone_note_and_photo_are_unreadable_in_the_database_and_gone_in_time()
    {
        using var own = await servers.NewAsync(Unlimited);
        var reporter = new Reporter(own.Http);
        var ticket = Reporter.Text(await reporter.ReportedAsync(new
        {
            kind = "open-burning", village = Resident.Yuyang, position = new { lng = 117.4083, lat = 40.0456 }, note = "一片秸秆", phone = "13800001234", photo = Photo,
        }), "ticket").Replace("-", "", StringComparison.Ordinal);
        var database = own.Services.GetRequiredService<IDatabase>();
        var stored = await database.ReadAsync(c => c.QuerySingleAsync<(byte[] Secret, string Phone, byte[] Photo)>(
            "SELECT r.secret AS Secret, r.phone_key AS Phone, p.secret AS Photo FROM report r JOIN report_photo p ON p.ticket = r.ticket WHERE r.ticket = @ticket", new { ticket }), default);
        Assert.True(stored.Secret.AsSpan().IndexOf("13800001234"u8) < 0 && stored.Secret.AsSpan().IndexOf("秸秆"u8) < 0);
        Assert.True(stored.Photo.AsSpan().IndexOf((byte[])[0xFF, 0xD8, 0xFF]) < 0);
        Assert.DoesNotContain("1234", stored.Phone[..4], StringComparison.Ordinal);

        var erase = own.Services.GetServices<IExpiringData>().Single(data => data.Name.English == "reports");
        own.Clock.Advance(TimeSpan.FromDays(179));
        Assert.Equal(0, await erase.EraseAsync(default));
        own.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await erase.EraseAsync(default));
        Assert.Equal(0, await erase.EraseAsync(default));
        Assert.Equal(0, await database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM report_photo"), default));
        Assert.Equal(1, await database.ReadAsync(c => c.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM report WHERE secret IS NULL AND phone_key = '' AND village IS NULL AND lng IS NULL AND township = '120119100'"), default));
        Assert.Equal(JsonValueKind.Null, (await reporter.AskAsync(ticket)).GetProperty("village").ValueKind);
    }

    [Fact]
    public async Task Thirty_days_after_the_answer_what_is_personal_is_gone_from_the_case_and_from_those_that_joined_it_and_the_answer_stays()
    {
        using var own = await servers.NewAsync(Unlimited);
        var reporter = new Reporter(own.Http);
        var place = (await reporter.PlacesAsync())[0];
        var first = Reporter.Text(await reporter.ReportedAsync(new { kind = "full", place, note = "放不下了", phone = "13800001234", photo = Photo }), "ticket");
        var joined = Reporter.Text(await reporter.ReportedAsync(new { kind = "full", place, note = "还是满的", phone = "13900001234" }), "ticket");
        var open = Reporter.Text(await reporter.ReportedAsync(new { kind = "broken", place, note = "门坏了" }), "ticket");
        Assert.NotEqual(first, joined);

        own.Clock.Advance(TimeSpan.FromDays(10));
        await ConsoleBrowser.AddAsync(own, "wang", Roles.Administrator);
        using (var browser = await ConsoleBrowser.SignedInAsync(own))
        using (var answered = await browser.SubmitAsync($"/console/reports/{first}/", $"/console/reports/{first}/state/", ("from", "received"), ("state", "done"), ("answer", "已清运")))
        {
            Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        }

        var erase = own.Services.GetServices<IExpiringData>().Single(data => data.Name.English == "reports");
        own.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await erase.EraseAsync(default)); // 39 days after the report, 29 after the answer
        own.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, await erase.EraseAsync(default));
        var left = await own.Services.GetRequiredService<IDatabase>().ReadAsync(
            async c => (await c.QueryAsync<(string Ticket, long Erased, long HasSecret)>("SELECT ticket, erased, CASE WHEN secret IS NULL THEN 0 ELSE 1 END FROM report")).ToDictionary(r => r.Ticket), default);
        Assert.Equal((1, 0), (left[Stored(first)].Erased, left[Stored(first)].HasSecret));
        Assert.Equal((1, 0), (left[Stored(joined)].Erased, left[Stored(joined)].HasSecret));
        Assert.Equal((0, 1), (left[Stored(open)].Erased, left[Stored(open)].HasSecret));
        Assert.Equal(0, await own.Services.GetRequiredService<IDatabase>().ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM report_photo"), default));
        Assert.Equal("已清运", Reporter.Text(await reporter.AskAsync(joined), "answer"));

        static string Stored(string ticket) => ticket.Replace("-", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_are_open_and_small_ones_hidden()
    {
        using var own = await servers.NewAsync(Unlimited);
        var reporter = new Reporter(own.Http);
        var place = (await reporter.PlacesAsync())[0];
        for (var i = 0; i < 6; i++)
        {
            await reporter.ReportedAsync(new { kind = "full", place });
        }

        await reporter.ReportedAsync(new { kind = "dirty", place });
        var month = (await own.GetJsonAsync("/api/v1/reports/counts")).GetProperty("months")[0];
        Assert.Equal(("2026-11", 7), (Reporter.Text(month, "name"), month.GetProperty("total").GetInt32()));
        Assert.All(month.GetProperty("counts").EnumerateArray(), cell => Assert.Equal(JsonValueKind.Null, cell.GetProperty("count").ValueKind));
        await own.IsOpenDataAsync("/api/v1/reports/counts?by=state");
        var csv = await own.Http.GetStringAsync("/api/v1/reports/counts.csv?by=state");
        Assert.Contains("2026-11,state,received,已收到,7", csv, StringComparison.Ordinal);
    }
}

/// <summary>On the embedded database.</summary>
public sealed class ReportsOnSqliteTests(SqliteBookings servers) : ReportTests(servers), IClassFixture<SqliteBookings>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class ReportsOnPostgresTests(PostgresBookings servers) : ReportTests(servers), IClassFixture<PostgresBookings>;
