using System.Net;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Sorting.Missing;
using Jizhou.Public.ApiTests.Bookings;
using Jizhou.Public.ApiTests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Sorting.Missing;

/// <summary>From a question without an answer to the editor's decision, on both databases.</summary>
public abstract class EditMissingTests(BookingServers servers)
{
    /// <summary>The page.</summary>
    protected const string Page = "/console/missing/";

    /// <summary>What no dictionary has.</summary>
    protected const string Thing = "魑魅鼗鼗";

    [Fact]
    public async Task What_was_asked_in_vain_is_settled_after_a_question_and_can_be_put_back()
    {
        using var server = await servers.NewAsync();
        await ConsoleBrowser.AddAsync(server, "Wang", Roles.Editor);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        Assert.Contains("现在没有", await PageAsync(browser), StringComparison.Ordinal);

        await AskAsync(server, Thing);
        await AskAsync(server, "魑魅鼗");
        var page = await PageAsync(browser);
        Assert.Contains("待补（2）", page, StringComparison.Ordinal);
        Assert.Contains("2026年11月", page, StringComparison.Ordinal);
        Assert.Contains("content/README.md", page, StringComparison.Ordinal);

        await SettleAsync(browser, Thing, MissingState.Done);
        Assert.Contains("处理过的（1）", await PageAsync(browser), StringComparison.Ordinal);
        server.Clock.Advance(TimeSpan.FromHours(20)); // the next day; the session holds
        await AskAsync(server, Thing);
        using var next = await ConsoleBrowser.SignedInAsync(server);
        Assert.Contains("之后还有人问，仍查不到", await PageAsync(next), StringComparison.Ordinal);
        await SettleAsync(next, Thing, MissingState.Open);
        Assert.Contains("待补（2）", await PageAsync(next), StringComparison.Ordinal);

        await SettleAsync(next, "魑魅鼗", MissingState.NotAThing);
        var times = (await RowAsync(server, "魑魅鼗")).Times;
        await AskAsync(server, "魑魅鼗");
        Assert.Equal(times, (await RowAsync(server, "魑魅鼗")).Times);

        using var csv = await next.GetAsync(Page + "missing.csv");
        var table = await csv.Content.ReadAsStringAsync();
        Assert.Contains($"{Thing},4,2026-11-22,2026-11-23,open,", table, StringComparison.Ordinal);
        Assert.Contains("魑魅鼗,2,2026-11-22,2026-11-22,not-a-thing,2026-11-23,", table, StringComparison.Ordinal);
    }

    /// <summary>The page as people read it.</summary>
    protected static async Task<string> PageAsync(ConsoleBrowser browser) => WebUtility.HtmlDecode(await browser.PageAsync(Page));

    /// <summary>Asks twice, as only what was asked more than once is kept, and writes at once instead of after half a minute.</summary>
    protected static async Task AskAsync(ApiServer server, string words)
    {
        for (var time = 0; time < 2; time++)
        {
            using var answer = await server.Http.GetAsync($"/api/v1/sorting/items?q={Uri.EscapeDataString(words)}");
            answer.EnsureSuccessStatusCode();
        }

        await server.Services.GetRequiredService<MissingItems>().WriteAsync(CancellationToken.None);
    }

    /// <summary>Presses a button of the list and answers the question.</summary>
    protected static async Task SettleAsync(ConsoleBrowser browser, string words, string state)
    {
        using var asked = await browser.SubmitAsync(Page, Page + "ask/", ("words", words), ("state", state));
        var question = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        Assert.Contains($"{words}：", question, StringComparison.Ordinal);
        using var settled = await browser.PostAsync(Page, ("words", words), ("state", state), ("form-token", ConsoleBrowser.Token(question)));
        Assert.Equal($"{Page}?saved={state}", settled.Headers.Location?.ToString());
    }

    /// <summary>What is kept of a thing.</summary>
    protected static async Task<MissingItemStore.Row> RowAsync(ApiServer server, string words) =>
        (await server.Services.GetRequiredService<IDatabase>().ReadAsync(c => MissingItemStore.FindAsync(c, words), CancellationToken.None))!;
}

/// <summary>On the embedded database, with what does not depend on it.</summary>
public sealed class EditMissingOnSqliteTests(SqliteBookings servers) : EditMissingTests(servers), IClassFixture<SqliteBookings>
{
    [Fact]
    public async Task The_log_tells_who_decided_and_keeps_quiet_about_what_is_no_thing()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Administrator);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        await AskAsync(server, Thing);
        await AskAsync(server, "魑魅鼗");
        await SettleAsync(browser, Thing, MissingState.Done);
        await SettleAsync(browser, "魑魅鼗", MissingState.NotAThing);
        using var again = await browser.SubmitAsync(Page, Page, ("words", Thing), ("state", MissingState.Done));
        var log = WebUtility.HtmlDecode(await browser.PageAsync("/console/audit/?action=missing-settle"));
        Assert.Contains($"{Thing}（问过 2 次）：已补", log, StringComparison.Ordinal);
        Assert.Contains("一个词（问过 2 次）：不是物品", log, StringComparison.Ordinal);
        Assert.DoesNotContain("魑魅鼗（", log, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(log, "：已补"));
    }

    [Fact]
    public async Task What_no_form_of_ours_would_send_changes_nothing_and_dispatchers_stay_outside()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Editor);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        await AskAsync(server, Thing);
        foreach (var (words, state) in (ValueTuple<string, string>[])[("没人问过", "done"), (Thing, "gone"), ("13612345678", "done"), ("", "")])
        {
            using var asked = await browser.SubmitAsync(Page, Page + "ask/", ("words", words), ("state", state));
            using var settled = await browser.SubmitAsync(Page, Page, ("words", words), ("state", state));
            Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (asked.StatusCode, settled.StatusCode));
        }

        Assert.Equal(MissingState.Open, (await RowAsync(server, Thing)).State);
        await ConsoleBrowser.AddAsync(server, "Li", Roles.Dispatcher);
        using var dispatcher = await ConsoleBrowser.SignedInAsync(server, "li");
        using var page = await dispatcher.GetAsync(Page);
        using var csv = await dispatcher.GetAsync(Page + "missing.csv");
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (page.StatusCode, csv.StatusCode));
    }

    [Fact]
    public async Task What_one_person_asked_is_forgotten_at_midnight_and_each_further_question_counts_once()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Editor);
        var missing = server.Services.GetRequiredService<MissingItems>();
        await AskAsync(server, Thing);
        missing.Note(Thing);
        missing.Note("鼗鼗鼗");
        await missing.WriteAsync(CancellationToken.None);
        Assert.Equal(3, (await RowAsync(server, Thing)).Times);

        server.Clock.Advance(TimeSpan.FromDays(1));
        await missing.WriteAsync(CancellationToken.None);
        missing.Note("鼗鼗鼗");
        Assert.Equal(0, await missing.WriteAsync(CancellationToken.None));
    }
}

/// <summary>On a real PostgreSQL.</summary>
public sealed class EditMissingOnPostgresTests(PostgresBookings servers) : EditMissingTests(servers), IClassFixture<PostgresBookings>;
