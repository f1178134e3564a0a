using System.Net;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.ApiTests.Bookings;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Reports;

/// <summary>The pages without JavaScript, the console behind them, and the sheets of codes.</summary>
public sealed class ReportPagesTests
{
    [Fact]
    public async Task A_scanned_code_leads_to_one_tap_and_the_tap_to_a_ticket()
    {
        using var server = new ApiServer();
        var place = (await new Reporter(server.Http).PlacesAsync())[0];
        using var scanned = await server.Http.GetAsync($"/p/{place}");
        Assert.Equal((HttpStatusCode.Redirect, $"/report/?place={place}"), (scanned.StatusCode, scanned.Headers.Location!.ToString()));

        var page = await server.Http.GetStringAsync(scanned.Headers.Location);
        Assert.All((string[])["满了", "坏了", "脏了", "没了", "时间不对"], word => Assert.Contains($">{word}</button>", page, StringComparison.Ordinal));
        var tap = new[] { ("key", Value(page, "key")), ("place", place), ("kind", "full") };
        var first = await PostAsync(server, tap);
        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        var twice = await PostAsync(server, tap);
        Assert.Equal(first.Headers.Location, twice.Headers.Location);
        var other = await PostAsync(server, [.. tap[..2], ("kind", "dirty")]);
        Assert.NotEqual(first.Headers.Location, other.Headers.Location);

        var status = await server.Http.GetStringAsync(first.Headers.Location);
        Assert.Contains("已收到", status, StringComparison.Ordinal);
        Assert.Contains("2026年11月23日（示例）", status, StringComparison.Ordinal);
        Assert.Contains("022-12345", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_mistakes_comes_back_with_what_was_written_and_nothing_acts_as_html()
    {
        using var server = new ApiServer();
        using var answer = await PostAsync(server, ("kind", "construction-dumping"), ("note", "<script>alert(1)</script>"), ("phone", "\"><b>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("有 2 处要您看一下", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_photo_in_the_form_is_seen_by_an_operator_without_its_metadata_and_the_phone_only_on_a_noted_press()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Administrator);
        var photo = File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "samples", "pictures", "photo.jpg"));
        byte[] withComment = [.. photo[..2], 0xFF, 0xFE, 0, 8, .. "secret"u8, .. photo[2..]];
        using var form = new MultipartFormDataContent
        {
            { new StringContent("open-burning"), "kind" }, { new StringContent("120119100"), "township" }, { new StringContent("一片秸秆"), "note" },
            { new StringContent("13800001234"), "phone" }, { new ByteArrayContent(withComment), "photo", "name.svg" },
        };
        using var sent = await server.Http.PostAsync("/report/", form);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var ticket = sent.Headers.Location!.ToString().Split('/')[3];

        using var browser = await ConsoleBrowser.SignedInAsync(server);
        Assert.Contains(ticket, await browser.PageAsync("/console/reports/?kind=open-burning"), StringComparison.Ordinal);
        Assert.DoesNotContain(ticket, await browser.PageAsync("/console/reports/?kind=full"), StringComparison.Ordinal);
        Assert.DoesNotContain(ticket, await browser.PageAsync("/console/reports/?overdue=1"), StringComparison.Ordinal);
        var page = await browser.PageAsync($"/console/reports/{ticket}/");
        Assert.Contains("一片秸秆", page, StringComparison.Ordinal);
        Assert.Contains("138****1234", page, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001234", page, StringComparison.Ordinal);

        using var image = await browser.GetAsync($"/console/reports/{ticket}/photo");
        Assert.Equal("image/jpeg", image.Content.Headers.ContentType!.MediaType);
        Assert.True((await image.Content.ReadAsByteArrayAsync()).AsSpan().IndexOf("secret"u8) < 0);
        using var stranger = await server.Http.GetAsync($"/console/reports/{ticket}/photo");
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);

        using var revealed = await browser.SubmitAsync($"/console/reports/{ticket}/", $"/console/reports/{ticket}/phone/");
        Assert.Contains("13800001234", await revealed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var audit = await browser.PageAsync("/console/audit/");
        Assert.Contains("查看上报人电话", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001234", audit, StringComparison.Ordinal);

        using var byPhone = await browser.SubmitAsync("/console/reports/", "/console/reports/", ("phone", "138 0000 1234"));
        Assert.Contains(ticket, await byPhone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_reaches_everybody_who_reported_it_and_a_closed_case_needs_one()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Dispatcher);
        var reporter = new Reporter(server.Http);
        var place = (await reporter.PlacesAsync())[0];
        var first = Reporter.Text(await reporter.ReportedAsync(new { kind = "broken", place }), "ticket");
        var second = Reporter.Text(await reporter.ReportedAsync(new { kind = "broken", place }), "ticket");
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        Task<HttpResponseMessage> SetAsync(string from, string to, string answer) =>
            browser.SubmitAsync($"/console/reports/{first}/", $"/console/reports/{first}/state/", ("from", from), ("state", to), ("answer", answer));

        using var empty = await SetAsync("received", "done", " ");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var done = await SetAsync("received", "done", "门已修好。");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var stale = await SetAsync("received", "rejected", "不办");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);

        var seen = await reporter.AskAsync(second);
        Assert.Equal(("done", "门已修好。"), (Reporter.Text(seen, "state"), Reporter.Text(seen, "answer")));
        Assert.False((await reporter.ReportedAsync(new { kind = "broken", place })).GetProperty("joined").GetBoolean());
    }

    [Fact]
    public async Task Two_cases_are_joined_by_hand_and_a_viewer_cannot()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Editor);
        await ConsoleBrowser.AddAsync(server, "li", Roles.Viewer);
        var reporter = new Reporter(server.Http);
        var heap = new { kind = "construction-dumping", village = Resident.Yuyang };
        var (one, two) = (Reporter.Text(await reporter.ReportedAsync(heap), "ticket"), Reporter.Text(await reporter.ReportedAsync(heap), "ticket"));

        using var viewer = await ConsoleBrowser.SignedInAsync(server, "li");
        using var forbidden = await viewer.SubmitAsync($"/console/reports/{two}/", $"/console/reports/{two}/join/", ("first", one));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        using var itself = await browser.SubmitAsync($"/console/reports/{two}/", $"/console/reports/{two}/join/", ("first", two));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, itself.StatusCode);
        using var joined = await browser.SubmitAsync($"/console/reports/{two}/", $"/console/reports/{two}/join/", ("first", one.ToLowerInvariant()));
        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        Assert.Equal(2, (await reporter.AskAsync(two)).GetProperty("reports").GetInt32());
    }

    [Fact]
    public async Task The_sheet_of_a_township_holds_a_code_for_each_of_its_places_and_warns_when_no_address_is_set()
    {
        using var server = new ApiServer();
        var trial = await server.Http.GetStringAsync("/places/qr/120119100/");
        Assert.Contains("试印，不要张贴", trial, StringComparison.Ordinal);
        using var missing = await server.Http.GetAsync("/places/qr/999/");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        using var real = new ApiServer { ["Portal:BaseAddress"] = "https://portal.example" };
        var sheet = await real.Http.GetStringAsync("/places/qr/120119100/");
        Assert.DoesNotContain("试印", sheet, StringComparison.Ordinal);
        var places = Regex.Count(await real.Http.GetStringAsync("/ogc/collections/places/items?f=json&township=120119100&limit=1000"), "\"type\": ?\"Feature\"");
        Assert.True(places > 0);
        Assert.Equal(places, Regex.Count(sheet, "<svg class=\"qr\""));
    }

    private static Task<HttpResponseMessage> PostAsync(ApiServer server, params (string Name, string Value)[] fields) =>
        server.Http.PostAsync("/report/", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    private static string Value(string page, string name) => Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;
}
