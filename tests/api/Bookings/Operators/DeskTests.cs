using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Accounts;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.ApiTests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings.Operators;

/// <summary>The operators' desk on one kind of database: booking for callers, village agents, lists, search, one booking.</summary>
public abstract class DeskTests(DeskServers servers)
{
    private const string New = "/console/bookings/new/";
    private const string Village = "渔阳镇 东北隅村";
    private static int _count;
    private readonly ApiServer _server = servers.Api;

    [Fact]
    public async Task A_dispatcher_books_for_a_caller_reads_it_out_and_finds_it_by_phone_label_and_reference()
    {
        using var desk = await DeskAsync(Roles.Dispatcher);
        var call = NewCall();
        using var booked = await SendAsync(desk, call);
        var page = await FollowAsync(desk, booked);
        Assert.Contains("约好了。请读给对方听", page, StringComparison.Ordinal);
        Assert.Contains("来收的时间：<strong>11月24日（周二）上午 08:00–12:00", page, StringComparison.Ordinal);
        Assert.DoesNotContain(call["phone"], page, StringComparison.Ordinal);
        Assert.DoesNotContain(call["address"], page, StringComparison.Ordinal);
        var label = Regex.Match(page, "写在东西上的标签：<strong>([^<]+)<").Groups[1].Value;
        var reference = Regex.Match(page, "预约编号：<strong>([^<]+)<").Groups[1].Value;

        var spoken = $"+86 {call["phone"][..3]} {call["phone"][3..7]} {call["phone"][7..]}";
        foreach (var words in (string[])[spoken, label, label.Replace(" ", "", StringComparison.Ordinal), reference, reference.ToLowerInvariant(), $"{reference} {call["phone"][^4..]}"])
        {
            using var found = await desk.SubmitAsync("/console/bookings/", "/console/bookings/find/", ("words", words));
            Assert.True(HttpStatusCode.Redirect == found.StatusCode, $"{words}: {found.StatusCode}");
            Assert.Equal($"/console/bookings/{reference.Replace("-", "", StringComparison.Ordinal)}/", found.Headers.Location!.ToString());
        }

        foreach (var words in (string[])[call["phone"][^4..], $"{reference} 0001", "没有的村", ""])
        {
            using var none = await desk.SubmitAsync("/console/bookings/", "/console/bookings/find/", ("words", words));
            Assert.Contains("没有找到", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var place = await desk.SubmitAsync("/console/bookings/", "/console/bookings/find/", ("words", "渔阳 东北隅"));
        Assert.Equal($"/console/bookings/?village={Resident.Yuyang}", place.Headers.Location!.ToString());

        // The resident manages it like any other.
        using var own = await new Resident(_server.Http) { Phone = call["phone"] }.LookUpAsync(reference);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_each_field_and_nothing_typed_is_lost()
    {
        using var desk = await DeskAsync(Roles.Dispatcher);
        using var wrong = await SendAsync(desk, NewCall(("village-words", "隅"), ("slot", ""), ("phone", "12345"), ("count-sofa", "x"), ("note", "后门<b>")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var page = await wrong.Content.ReadAsStringAsync();
        Assert.Contains("有几个村都对得上", page, StringComparison.Ordinal);
        Assert.Contains($"<input type=\"radio\" name=\"village\" value=\"{Resident.Yuyang}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"12345\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"后门&lt;b&gt;\"", page, StringComparison.Ordinal);

        using var more = await SendAsync(desk, NewCall(("village-words", "隅"), ("village", Resident.Yuyang), ("slot", ""), ("phone", "12345"), ("count-sofa", "x"), ("floor", "三")));
        page = await more.Content.ReadAsStringAsync();
        Assert.All(["id=\"slot-problem\"", "id=\"phone-problem\"", "沙发（两人以上）的数量是 -1", Village],
            part => Assert.Contains(part, page, StringComparison.Ordinal));
        using var floor = await SendAsync(desk, NewCall(("floor", "三")));
        Assert.Contains("id=\"floor-problem\"", await floor.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var dates = await SendAsync(desk, NewCall(("do", "dates"), ("slot", "")));
        page = await dates.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, dates.StatusCode);
        Assert.Contains("约 1.2 立方米，不收费", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"centre.2026-11-24.morning\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_even_at_once_is_one_booking()
    {
        using var desk = await DeskAsync(Roles.Dispatcher);
        var token = ConsoleBrowser.Token(await desk.PageAsync(New));
        var call = NewCall();
        var clicks = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => desk.PostAsync(New, [.. call.Select(f => (f.Key, f.Value)), ("form-token", token)])));
        var addresses = clicks.Select(click => click.Headers.Location?.ToString()).Distinct().ToList();
        Assert.True(addresses is [{ } one] && one.Contains("done=booked", StringComparison.Ordinal), string.Join(' ', clicks.Select(c => c.StatusCode)));
        using var found = await desk.SubmitAsync("/console/bookings/", "/console/bookings/find/", ("words", call["phone"]));
        Assert.Equal(HttpStatusCode.Redirect, found.StatusCode); // exactly one

        call["note"] = "后来想起来的";
        using var changed = await desk.PostAsync(New, [.. call.Select(f => (f.Key, f.Value)), ("form-token", token)]);
        Assert.Contains("这张表已经约好了", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var log = await AuditAsync();
        Assert.Single(log, entry => entry.Action == "booking-made" && addresses[0]!.Contains(entry.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_limits_hold_as_for_residents_and_another_date_may_be_chosen_on_the_same_form()
    {
        using var desk = await DeskAsync(Roles.Dispatcher);
        var call = NewCall();
        for (var i = 0; i < 2; i++)
        {
            call["key"] = NewKey();
            using var booked = await SendAsync(desk, call);
            Assert.Equal(HttpStatusCode.Redirect, booked.StatusCode);
        }

        call["key"] = NewKey();
        using var third = await SendAsync(desk, call);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, third.StatusCode);
        Assert.Contains("id=\"address-problem\"", await third.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        call["address"] = NewAddress();
        using var elsewhere = await SendAsync(desk, call);
        Assert.Equal(HttpStatusCode.Redirect, elsewhere.StatusCode);
    }

    [Fact]
    public async Task A_village_agent_books_looks_up_and_lists_own_villages_only()
    {
        using var agent = await DeskAsync(Roles.VillageAgent);
        Assert.Contains("还没有给您定负责的村", await agent.PageAsync("/console/bookings/"), StringComparison.Ordinal);
        await GiveAsync(agent.Name, "120119100", [Resident.Yuyang]);
        var call = NewCall(("village-words", Resident.Yuyang));
        using var booked = await SendAsync(agent, call);
        var page = await FollowAsync(agent, booked);
        Assert.Contains("村级代办", page, StringComparison.Ordinal);
        Assert.DoesNotContain("显示电话", page, StringComparison.Ordinal);
        var own = booked.Headers.Location!.ToString().Split('?')[0];

        using var elsewhere = await SendAsync(agent, NewCall(("village-words", "120119100202")));
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
        Assert.Contains("这个村不归您负责", await elsewhere.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var radio = await SendAsync(agent, NewCall(("village-words", "120119100202"), ("village", Resident.Yuyang)));
        Assert.Equal(HttpStatusCode.Forbidden, radio.StatusCode);

        // Another village's booking: no page, no list, no search, no change, as if it were not there.
        using var desk = await DeskAsync(Roles.Dispatcher);
        var others = NewCall(("village-words", "120119100202"));
        using var made = await SendAsync(desk, others);
        var foreign = made.Headers.Location!.ToString().Split('?')[0];
        using var hidden = await agent.GetAsync(foreign);
        using var nowhere = await agent.GetAsync("/console/bookings/000000000000/");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, nowhere.StatusCode));
        Assert.Equal(Plain(await nowhere.Content.ReadAsStringAsync()), Plain(await hidden.Content.ReadAsStringAsync()));
        var list = await agent.PageAsync("/console/bookings/?channel=");
        Assert.Contains(own, list, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign, list, StringComparison.Ordinal);
        using var searched = await agent.SubmitAsync("/console/bookings/", "/console/bookings/find/", ("words", others["phone"]));
        Assert.Contains("没有找到", await searched.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var file = await agent.GetAsync("/console/bookings.csv?from=");
        var csv = await file.Content.ReadAsStringAsync();
        Assert.Contains("东北隅村", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("东南隅村", csv, StringComparison.Ordinal);
        foreach (var path in (string[])["cancel/", "amend/", "reveal/"])
        {
            using var refused = await agent.SubmitAsync("/console/bookings/", foreign + path, ("reason", "other-cause"), ("slot", ""));
            Assert.True(refused.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, path);
        }

        // A village that is taken away is away at the next request.
        await GiveAsync(agent.Name, "120119100", []);
        using var lost = await agent.GetAsync(own);
        Assert.Equal(HttpStatusCode.NotFound, lost.StatusCode);
    }

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
        var now = _server.Clock.GetUtcNow();
        _server.Clock.Set(new DateTimeOffset(2026, 11, 24, 16, 1, 0, TimeSpan.FromHours(8)));
        try
        {
            using var lateAgent = await ConsoleBrowser.SignedInAsync(_server, agent.Name);
            using var late = await lateAgent.SubmitAsync(own + "cancel/", own + "cancel/", ("reason", "resident-asked"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
            using var lateDesk = await ConsoleBrowser.SignedInAsync(_server, desk.Name);
            Assert.Contains("已过 11月24日 16:00的截止时间", await lateDesk.PageAsync(own), StringComparison.Ordinal);
            using var cancelled = await lateDesk.SubmitAsync(own + "cancel/", own + "cancel/", ("reason", "resident-asked"));
            page = await FollowAsync(lateDesk, cancelled);
            Assert.Contains("已取消：居民要求取消", page, StringComparison.Ordinal);
        }
        finally
        {
            _server.Clock.Set(now);
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

        var now = _server.Clock.GetUtcNow();
        _server.Clock.Set(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(8)));
        try
        {
            using var later = await ConsoleBrowser.SignedInAsync(_server, agent.Name);
            using var first = await later.SubmitAsync(own + "missed/", own + "missed/", ("note", "没人来"));
            Assert.Contains("漏收已报上去", await FollowAsync(later, first), StringComparison.Ordinal);
            using var second = await later.SubmitAsync(own + "missed/", own + "missed/", ("note", "还是没人来"));
            var page = await FollowAsync(later, second);
            Assert.Contains("已经报过漏收", page, StringComparison.Ordinal);
            Assert.Contains("村级代办：居民说没来收", page, StringComparison.Ordinal);
        }
        finally
        {
            _server.Clock.Set(now);
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
    public async Task Lists_are_filtered_paged_without_loss_and_exported_masked()
    {
        var resident = new Resident(_server.Http);
        for (var i = 0; i < 55; i++)
        {
            await new Resident(_server.Http).BookedAsync($"centre.2026-12-{7 + (i % 5):00}.afternoon", "chair");
        }

        var inn = await resident.BookedAsync("centre.2026-12-14.morning", "sofa", address: NewAddress());
        using var desk = await DeskAsync(Roles.Viewer);
        const string week = "/console/bookings/?from=2026-12-07&to=2026-12-11";
        var first = await desk.PageAsync(week);
        var second = await desk.PageAsync(WebUtility.HtmlDecode(Regex.Match(first, "<a href=\"([^\"]*after=[^\"]*)\"").Groups[1].Value));
        var seen = Regex.Matches(first + second, "href=\"(/console/bookings/[0-9A-Z]{12}/)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.True(seen.Count >= 55, $"{seen.Count}");

        var label = inn.GetProperty("label").GetString()!;
        async Task<bool> ShowsAsync(string query) => (await desk.PageAsync("/console/bookings/?from=2026-12-14&to=2026-12-14" + query)).Contains(label, StringComparison.Ordinal);
        Assert.True(await ShowsAsync(""));
        Assert.True(await ShowsAsync("&area=centre&village=120119100&service=furniture&class=resident&state=booked&channel=web&only=unassigned"));
        Assert.True(await ShowsAsync($"&village={Resident.Yuyang}"));
        Assert.False(await ShowsAsync("&area=north"));
        Assert.False(await ShowsAsync("&village=120119101"));
        Assert.False(await ShowsAsync("&service=appliance"));
        Assert.False(await ShowsAsync("&class=inn"));
        Assert.False(await ShowsAsync("&state=cancelled"));
        Assert.False(await ShowsAsync("&channel=phone"));
        Assert.False(await ShowsAsync("&only=overdue"));
        Assert.False(await ShowsAsync("&truck=none-such"));
        await PutIntoRoundAsync(inn.GetProperty("reference").GetString()!.Replace("-", "", StringComparison.Ordinal));
        Assert.True(await ShowsAsync("&truck=sample-truck-x"));
        Assert.False(await ShowsAsync("&only=unassigned"));

        var now = _server.Clock.GetUtcNow();
        _server.Clock.Set(new DateTimeOffset(2026, 12, 15, 9, 0, 0, TimeSpan.FromHours(8)));
        using var later = await ConsoleBrowser.SignedInAsync(_server, desk.Name);
        var overdue = await later.PageAsync("/console/bookings/?only=overdue&from=2026-12-14");
        _server.Clock.Set(now);
        Assert.Contains(label, overdue, StringComparison.Ordinal);

        using var file = await desk.GetAsync("/console/bookings.csv?from=2026-12-14&to=2026-12-14");
        var csv = await file.Content.ReadAsStringAsync();
        Assert.Contains($",{label},2026-12-14,上午,centre,渔阳镇,东北隅村,沙发（两人以上） 1件,1.2,居民,", csv, StringComparison.Ordinal);
        Assert.Contains($"139****{resident.Phone[^4..]}", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(resident.Phone, csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_operators_are_told_that_their_role_may_not()
    {
        foreach (var role in (string[])[Roles.Crew, Roles.Editor])
        {
            using var other = await DeskAsync(role);
            foreach (var path in (string[])["/console/bookings/", "/console/bookings.csv", New, "/console/bookings/000000000000/"])
            {
                using var answer = await other.GetAsync(path);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        }

        using var viewer = await DeskAsync(Roles.Viewer);
        using var booking = await viewer.GetAsync(New);
        Assert.Equal(HttpStatusCode.Forbidden, booking.StatusCode);
    }

    [Fact]
    public async Task Without_the_residents_own_proof_the_interface_answers_everybody_alike_whoever_is_signed_in()
    {
        var resident = new Resident(_server.Http);
        var booked = await resident.BookedAsync("centre.2026-11-26.morning");
        var known = "/api/v1/bookings/" + booked.GetProperty("reference").GetString();
        const string unknown = "/api/v1/bookings/0000-0000-0000";
        List<ConsoleBrowser> askers = [new ConsoleBrowser(_server)];
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

    private static string NewKey() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _count):x32}");

    private static string NewAddress() => string.Create(CultureInfo.InvariantCulture, $"南街{Interlocked.Increment(ref _count)}号");

    private static Dictionary<string, string> NewCall(params (string Name, string Value)[] fields)
    {
        var call = new Dictionary<string, string>
        {
            ["do"] = "book",
            ["key"] = NewKey(),
            ["village-words"] = Village,
            ["class"] = "resident",
            ["count-sofa"] = "1",
            ["access"] = "tricycle",
            ["floor"] = "2",
            ["lift"] = "no",
            ["slot"] = "centre.2026-11-24.morning",
            ["address"] = NewAddress(),
            ["phone"] = string.Create(CultureInfo.InvariantCulture, $"137{Interlocked.Increment(ref _count):00000000}"),
            ["name"] = "",
            ["note"] = "",
        };
        foreach (var (name, value) in fields)
        {
            call[name] = value;
        }

        return call;
    }

    private static Task<HttpResponseMessage> SendAsync(ConsoleBrowser browser, Dictionary<string, string> call) =>
        browser.SubmitAsync(New, New, [.. call.Select(field => (field.Key, field.Value))]);

    private static async Task<string> FollowAsync(ConsoleBrowser browser, HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return await browser.PageAsync(answer.Headers.Location!.ToString());
    }

    private static string Plain(string page) => Regex.Replace(page, "name=\"form-token\" value=\"[^\"]*\"", "");

    private async Task<ConsoleBrowser> DeskAsync(string role)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{role}-{Interlocked.Increment(ref _count)}");
        await ConsoleBrowser.AddAsync(_server, name, role);
        return await ConsoleBrowser.SignedInAsync(_server, name);
    }

    private async Task GiveAsync(string name, string township, string[] codes) => Assert.Null(await _server.Services.GetRequiredService<AccountChanges>()
        .SetVillagesAsync(name, township, codes, Actor.CommandLine, CancellationToken.None));

    private async Task<IReadOnlyList<AuditEntry>> AuditAsync() =>
        await _server.Services.GetRequiredService<AuditLog>().FindAsync(new AuditFilter("", "", "", null, null, null), 1000, CancellationToken.None);

    private Task PutIntoRoundAsync(string reference) => _server.Services.GetRequiredService<IDatabase>().WriteAsync(async tx =>
    {
        using var command = tx.Connection!.CreateCommand();
        command.Transaction = tx;
        command.CommandText = $"""
            INSERT INTO pickup_round (round, truck, area, day, state, created_at, changed_at) VALUES ('r-{reference}', 'sample-truck-x', 'centre', '2026-12-14', 'draft', 0, 0);
            INSERT INTO round_stop (round, reference, place, left_at) VALUES ('r-{reference}', '{reference}', 1, NULL);
            """;
        await command.ExecuteNonQueryAsync();
    }, CancellationToken.None);
}

/// <summary>One server for all of a class.</summary>
/// <param name="servers">On which kind of database.</param>
public abstract class DeskServers(BookingServers servers) : IAsyncLifetime
{
    /// <summary>The server.</summary>
    public ApiServer Api { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await servers.InitializeAsync();
        Api = await servers.NewAsync(("Limits:SignInsPerMinute", "1000"), ("Limits:WritesPerMinute", "100000"), ("Limits:HoldsPerClient", "100000"), ("Sessions:LongestHours", "10000"), ("Sessions:IdleMinutes", "600000"));
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await Api.DisposeAsync();
        await servers.DisposeAsync();
    }
}

/// <summary>On the embedded database.</summary>
public sealed class SqliteDesk() : DeskServers(new SqliteBookings());

/// <summary>On a real PostgreSQL.</summary>
public sealed class PostgresDesk() : DeskServers(new PostgresBookings());

/// <summary>On the embedded database.</summary>
public sealed class DeskOnSqliteTests(SqliteDesk servers) : DeskTests(servers), IClassFixture<SqliteDesk>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class DeskOnPostgresTests(PostgresDesk servers) : DeskTests(servers), IClassFixture<PostgresDesk>;
