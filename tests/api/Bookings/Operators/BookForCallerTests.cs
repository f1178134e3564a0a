using System.Net;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Bookings.Operators;

/// <summary>The desk books for callers and for the residents of a village agent, on one page.</summary>
public abstract class BookForCallerTests(DeskServers servers) : DeskScene(servers)
{
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
        using var own = await new Resident(Server.Http) { Phone = call["phone"] }.LookUpAsync(reference);
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
}

/// <summary>On the embedded database.</summary>
[Collection("desk on SQLite")]
public sealed class BookForCallerOnSqliteTests(SqliteDesk servers) : BookForCallerTests(servers);

/// <summary>On a real PostgreSQL.</summary>
[Collection("desk on PostgreSQL")]
public sealed class BookForCallerOnPostgresTests(PostgresDesk servers) : BookForCallerTests(servers);
