using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Bookings.Notices;

/// <summary>The channel most residents have: somebody rings. /console/calls/ and what becomes of a call.</summary>
public abstract partial class CallSheetTests(BookingServers servers)
{
    private const string Sheet = "/console/calls/";

    [Fact]
    public async Task A_postponed_resident_is_on_the_sheet_at_once_and_leaves_it_when_reached()
    {
        using var server = await servers.NewAsync(NoticeServers.Quiet);
        await ConsoleBrowser.AddAsync(server, "Wang", Roles.Dispatcher);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        var (first, second, third) = (new Resident(server.Http), new Resident(server.Http), new Resident(server.Http));
        var postponed = await first.BookedAsync("centre.2026-11-25.morning", name: "张三<b>");
        var alsoPostponed = await second.BookedAsync("centre.2026-11-25.morning");
        await third.BookedAsync("centre.2026-12-10.morning"); // who has just booked knows
        Assert.Contains("没有要打的电话", await browser.PageAsync(Sheet), StringComparison.Ordinal);

        await server.PostponeAsync(postponed, "centre.2026-11-30.morning");
        await server.PostponeAsync(alsoPostponed, "centre.2026-11-30.afternoon");
        var page = await browser.PageAsync(Sheet);
        Assert.Equal(2, Numbers(page).Count);
        Assert.Contains($"href=\"tel:{first.Phone}\"", page, StringComparison.Ordinal);
        Assert.Contains("11月25日（周三）因降雪停收，您的改到11月30日（周一）上午，08:00–12:00来收", page, StringComparison.Ordinal);
        Assert.Contains("张三&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain(third.Phone, page, StringComparison.Ordinal);

        // Not reached: stays, behind those not tried yet. Reached: leaves. A slip is mended.
        var number = Numbers(page)[0];
        await ResultAsync(browser, number, "no-answer");
        page = await browser.PageAsync(Sheet);
        Assert.Equal(number, Numbers(page)[^1]);
        Assert.Contains("打过 1 次", page, StringComparison.Ordinal);
        await ResultAsync(browser, number, "reached");
        Assert.DoesNotContain(number, Numbers(await browser.PageAsync(Sheet)));
        await ResultAsync(browser, number, "call-again");
        Assert.Contains(number, Numbers(await browser.PageAsync(Sheet)));
        await ResultAsync(browser, number, "wrong-number");
        page = await browser.PageAsync(Sheet);
        Assert.Single(Numbers(page));
        Assert.Contains("号码不对", page, StringComparison.Ordinal);
        await ResultAsync(browser, number, "nonsense");

        // The other one changes the day by hand: nobody has to ring any more.
        await second.AmendAsync(alsoPostponed, "centre.2026-12-01.morning");
        Assert.Empty(Numbers(await browser.PageAsync(Sheet)));
    }

    [Fact]
    public async Task Reminders_are_rung_while_they_are_true_filtered_by_area_and_taken_away_as_a_file()
    {
        using var server = await servers.NewAsync(NoticeServers.Quiet);
        await ConsoleBrowser.AddAsync(server, "Wang", Roles.Dispatcher);
        await ConsoleBrowser.AddAsync(server, "Li", Roles.Viewer);
        var (stays, cancels) = (new Resident(server.Http), new Resident(server.Http));
        await stays.BookedAsync("centre.2026-11-26.morning");
        var cancelled = await cancels.BookedAsync("centre.2026-11-26.morning");
        using var browser = await AtAsync(server, "2026-11-23 08:00");
        Assert.Equal(2, Numbers(await browser.PageAsync(Sheet)).Count);
        await cancels.CancelledAsync(cancelled);
        var page = await browser.PageAsync(Sheet + "?area=centre");
        Assert.Single(Numbers(page));
        Assert.Contains("3天后，也就是11月26日（周四）上午", page, StringComparison.Ordinal);
        Assert.Empty(Numbers(await browser.PageAsync(Sheet + "?area=north")));

        using var file = await browser.GetAsync("/console/calls.csv");
        var csv = await file.Content.ReadAsStringAsync();
        Assert.Contains(stays.Phone, csv, StringComparison.Ordinal);
        Assert.DoesNotContain(cancels.Phone, csv, StringComparison.Ordinal);
        Assert.True(file.Headers.CacheControl?.NoStore);

        using var later = await AtAsync(server, "2026-11-25 08:00"); // nobody rang for two days: one call, for tomorrow
        page = await later.PageAsync(Sheet);
        Assert.Single(Numbers(page));
        Assert.Contains("提醒您：明天", page, StringComparison.Ordinal);
        using var tooLate = await AtAsync(server, "2026-11-26 08:00");
        Assert.Empty(Numbers(await tooLate.PageAsync(Sheet)));

        using var viewer = await ConsoleBrowser.SignedInAsync(server, "li");
        foreach (var path in (string[])[Sheet, "/console/calls.csv", "/console/notices/"])
        {
            using var refused = await viewer.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    private static async Task<ConsoleBrowser> AtAsync(ApiServer server, string minute)
    {
        server.Clock.Set(minute);
        return await ConsoleBrowser.SignedInAsync(server); // the session before has run out
    }

    private static async Task ResultAsync(ConsoleBrowser browser, long number, string result)
    {
        using var answer = await browser.SubmitAsync(Sheet, $"{Sheet}{number}/", ("result", result));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    // The numbers of the lines that are still to be rung, in the order of the page.
    private static List<long> Numbers(string page) =>
        [.. CallForm().Matches(page.Split("今天打过的</h2>")[0]).Select(m => long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex("action=\"/console/calls/([0-9]+)/\"", RegexOptions.None, 1000)]
    private static partial Regex CallForm();
}

/// <summary>On the embedded database.</summary>
public sealed class CallSheetOnSqliteTests(SqliteBookings servers) : CallSheetTests(servers), IClassFixture<SqliteBookings>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class CallSheetOnPostgresTests(PostgresBookings servers) : CallSheetTests(servers), IClassFixture<PostgresBookings>;
