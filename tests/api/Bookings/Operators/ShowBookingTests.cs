using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Bookings.Operators;

/// <summary>One booking at the desk: changed, cancelled, reported as missed, its phone shown.</summary>
public abstract class ShowBookingTests(DeskServers servers) : DeskScene(servers)
{
    [Fact]
    public async Task A_booking_is_amended_and_cancelled_for_its_resident_and_late_only_by_a_dispatcher()
    {
        using var desk = await DeskAsync(Roles.Dispatcher);
        using var agent = await DeskAsync(Roles.VillageAgent);
        await GiveAsync(agent.Name, "120119100", ["120119100"]);
        using var made = await SendAsync(desk, NewCall());
        var own = made.Headers.Location!.ToString().Split('?')[0];

        using var nothing = await agent.SubmitAsync(own + "amend/", own + "amend/", ("slot", "centre.2026-11-24.morning"), ("count-sofa", "1"), ("note", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Contains("没有什么要改", await nothing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var amended = await agent.SubmitAsync(own + "amend/", own + "amend/", ("slot", "centre.2026-11-25.afternoon"), ("count-sofa", "1"), ("count-mattress", "2"), ("note", "狗拴着"));
        var page = await FollowAsync(agent, amended);
        Assert.Contains("11月25日（周三）下午", page, StringComparison.Ordinal);
        Assert.Contains("床垫 2张", page, StringComparison.Ordinal);
        Assert.Contains("村级代办：更改", page, StringComparison.Ordinal);

        using var noReason = await desk.SubmitAsync(own + "cancel/", own + "cancel/");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noReason.StatusCode);
        var now = Server.Clock.GetUtcNow();
        Server.Clock.Set(new DateTimeOffset(2026, 11, 24, 16, 1, 0, TimeSpan.FromHours(8)));
        try
        {
            using var lateAgent = await ConsoleBrowser.SignedInAsync(Server, agent.Name);
            using var late = await lateAgent.SubmitAsync(own + "cancel/", own + "cancel/", ("reason", "resident-asked"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
            using var lateDesk = await ConsoleBrowser.SignedInAsync(Server, desk.Name);
            Assert.Contains("已过 11月24日 16:00的截止时间", await lateDesk.PageAsync(own), StringComparison.Ordinal);
            using var cancelled = await lateDesk.SubmitAsync(own + "cancel/", own + "cancel/", ("reason", "resident-asked"));
            page = await FollowAsync(lateDesk, cancelled);
            Assert.Contains("已取消：居民要求取消", page, StringComparison.Ordinal);
        }
        finally
        {
            Server.Clock.Set(now);
        }

        Assert.Contains(await AuditAsync(), entry => entry.Action == "booking-cancel" && own.Contains(entry.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missed_pickup_is_reported_for_a_resident_once_and_never_too_early()
    {
        using var agent = await DeskAsync(Roles.VillageAgent);
        await GiveAsync(agent.Name, "120119100", [Resident.Yuyang]);
        using var made = await SendAsync(agent, NewCall(("village-words", Resident.Yuyang)));
        var own = made.Headers.Location!.ToString().Split('?')[0];
        using var early = await agent.SubmitAsync(own + "missed/", own + "missed/", ("note", "没人来"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("没有报上去", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var now = Server.Clock.GetUtcNow();
        Server.Clock.Set(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(8)));
        try
        {
            using var later = await ConsoleBrowser.SignedInAsync(Server, agent.Name);
            using var first = await later.SubmitAsync(own + "missed/", own + "missed/", ("note", "没人来"));
            Assert.Contains("漏收已报上去", await FollowAsync(later, first), StringComparison.Ordinal);
            using var second = await later.SubmitAsync(own + "missed/", own + "missed/", ("note", "还是没人来"));
            var page = await FollowAsync(later, second);
            Assert.Contains("已经报过漏收", page, StringComparison.Ordinal);
            Assert.Contains("村级代办：居民说没来收", page, StringComparison.Ordinal);
        }
        finally
        {
            Server.Clock.Set(now);
        }

        Assert.Single(await AuditAsync(), entry => entry.Action == "booking-missed" && own.Contains(entry.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_phone_is_shown_to_a_dispatcher_alone_and_that_is_noted_without_it()
    {
        using var desk = await DeskAsync(Roles.Dispatcher);
        using var viewer = await DeskAsync(Roles.Viewer);
        var call = NewCall(("name", "张大娘"), ("note", "后门"));
        using var made = await SendAsync(desk, call);
        var own = made.Headers.Location!.ToString().Split('?')[0];
        Assert.DoesNotContain(call["phone"], await viewer.PageAsync(own), StringComparison.Ordinal);
        using var refused = await viewer.SubmitAsync(own, own + "reveal/");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var shown = await desk.SubmitAsync(own, own + "reveal/");
        var page = await shown.Content.ReadAsStringAsync();
        Assert.All([call["phone"], call["address"], "张大娘", "后门"], secret => Assert.Contains(secret, page, StringComparison.Ordinal));
        var log = await AuditAsync();
        Assert.Contains(log, entry => entry.Action == "booking-reveal" && own.Contains(entry.Subject, StringComparison.Ordinal));
        Assert.DoesNotContain(log, entry => (entry.Subject + entry.Summary).Contains(call["phone"], StringComparison.Ordinal) || entry.Summary.Contains("张大娘", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_residents_own_proof_the_interface_answers_everybody_alike_whoever_is_signed_in()
    {
        var resident = new Resident(Server.Http);
        var booked = await resident.BookedAsync("centre.2026-11-26.morning");
        var known = "/api/v1/bookings/" + booked.GetProperty("reference").GetString();
        const string unknown = "/api/v1/bookings/0000-0000-0000";
        List<ConsoleBrowser> askers = [new ConsoleBrowser(Server)];
        foreach (var role in Roles.Names.Keys)
        {
            askers.Add(await DeskAsync(role));
        }

        HashSet<string> answers = [];
        foreach (var asker in askers)
        {
            foreach (var address in (string[])[known, unknown])
            {
                foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Delete, HttpMethod.Patch])
                {
                    using var answer = await asker.SendAsync(method, address, method == HttpMethod.Patch ? JsonContent.Create(new { note = "x" }) : null);
                    answers.Add($"{answer.StatusCode} {Regex.Replace(await answer.Content.ReadAsStringAsync(), "\"requestId\":\"[^\"]*\"", "")}");
                    answers.Add($"{answer.StatusCode} {answer.Headers.CacheControl} {answer.Content.Headers.ContentType}");
                }
            }
        }

        Assert.Equal(2, answers.Count); // one body, one set of headers
        Assert.All(answers, answer => Assert.StartsWith("NotFound", answer, StringComparison.Ordinal));

        // Nor does the time tell: medians of interleaved requests, generous because the machine may be busy.
        var (here, nowhere) = (new List<double>(), new List<double>());
        for (var round = 0; round < 41; round++)
        {
            here.Add(await MillisecondsAsync(askers[^1], known));
            nowhere.Add(await MillisecondsAsync(askers[^1], unknown));
        }

        here.Sort();
        nowhere.Sort();
        Assert.InRange(here[20] / nowhere[20], 0.5, 2);
        using var still = await resident.LookUpAsync(booked.GetProperty("reference").GetString()!);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    private static async Task<double> MillisecondsAsync(ConsoleBrowser asker, string address)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await asker.SendAsync(HttpMethod.Get, address);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}

/// <summary>On the embedded database.</summary>
[Collection("desk on SQLite")]
public sealed class ShowBookingOnSqliteTests(SqliteDesk servers) : ShowBookingTests(servers);

/// <summary>On a real PostgreSQL.</summary>
[Collection("desk on PostgreSQL")]
public sealed class ShowBookingOnPostgresTests(PostgresDesk servers) : ShowBookingTests(servers);
