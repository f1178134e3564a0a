using System.Text.Json;
using Jizhou.Public.BrowserTests.Running;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>A resident looks after a booking: by number and phone or by its link, moves and changes it, cancels it, says that nobody came, takes the data along and away.</summary>
[Collection("browser")]
public sealed class ManageABookingTests(BrowserFixture browser)
{
    private const string Password = "long-enough-示例-0001";

    [Fact]
    public async Task A_booking_is_moved_changed_exported_and_cancelled_and_a_dispatcher_sees_it()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        var (label, reference) = await ResidentBooking.BookAsync(visitor, "13800000041");
        await ResidentBooking.OpenAsync(visitor, reference, "００41");
        await visitor.Page.Locator("[data-rows] dd").Filter(new() { HasText = label }).WaitForAsync();
        await LookAsync(visitor, "manage");

        await visitor.Page.Locator("[data-to-when]").ClickAsync();
        await visitor.Page.GetByText("您现在约的").WaitForAsync();
        await visitor.Page.Locator("[data-view=when] [data-next]").ClickAsync();
        await visitor.Page.Locator("[data-view=when] [data-errors]:visible").WaitForAsync(); // nothing changed
        await visitor.Page.Locator("[data-view=when] input[name=slot]:not(:disabled)").Nth(3).CheckAsync();
        await visitor.Page.Locator("[data-view=when] [data-next]").ClickAsync();
        await visitor.Page.GetByText("日子改好了").WaitForAsync();

        await visitor.Page.Locator("[data-to-what]").ClickAsync();
        await visitor.Page.Locator("[data-view=what] [data-more=chair]").ClickAsync();
        await LookAsync(visitor, "manage-what");
        await visitor.Page.Locator("[data-view=what] [data-next]").ClickAsync();
        await visitor.Page.Locator("[data-rows] dd").Filter(new() { HasText = "椅子、凳子 1 把" }).WaitForAsync();
        await visitor.Page.Locator("[data-to-note]").ClickAsync();
        await visitor.Page.Locator("#note").FillAsync("下午才有人");
        await visitor.Page.Locator("[data-view=note] [data-next]").ClickAsync();
        await visitor.Page.Locator("[data-rows] dd").Filter(new() { HasText = "下午才有人" }).WaitForAsync();
        await visitor.Page.Locator("[data-to-place]").ClickAsync();
        await visitor.Page.Locator("#address").WaitForAsync();
        Assert.NotEqual("", await visitor.Page.Locator("#address").InputValueAsync()); // what was told stands there
        await visitor.Page.Locator("#address").FillAsync("");
        await visitor.Page.Locator("[data-view=place] [data-next]").ClickAsync();
        await visitor.Page.Locator("[data-view=place] [data-errors]:visible").WaitForAsync();
        await visitor.Page.Locator("#address").FillAsync("东街 8 号");
        await visitor.Page.Locator("#access-tricycle").CheckAsync();
        await visitor.Page.Locator("#level-stairs").CheckAsync();
        await visitor.Page.Locator("#floor").FillAsync("３层");
        await LookAsync(visitor, "manage-place");
        await visitor.Page.Locator("[data-view=place] [data-next]").ClickAsync();
        await visitor.Page.Locator("[data-rows] dd").Filter(new() { HasText = "第 3 层，没有电梯" }).WaitForAsync();
        await visitor.Page.Locator("[data-rows] dd").Filter(new() { HasText = "只有小三轮能到门口" }).WaitForAsync();
        await visitor.Page.Locator("[data-rows] dd").Filter(new() { HasText = "东街 8 号" }).WaitForAsync();
        Assert.Equal(5, await visitor.Page.Locator("[data-history] li").CountAsync());
        var moved = (await visitor.Page.Locator("[data-rows] strong").InnerTextAsync()).Trim();

        await visitor.Page.Locator("[data-view=booking] details summary").ClickAsync();
        var waiting = visitor.Page.WaitForDownloadAsync();
        await visitor.Page.Locator("[data-export]").ClickAsync();
        var file = await (await waiting).PathAsync();
        var all = JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement;
        Assert.Equal(("13800000041", "下午才有人", 5), (all.GetProperty("phone").GetString(), all.GetProperty("note").GetString(), all.GetProperty("history").GetArrayLength()));

        await visitor.Page.ReloadAsync();
        await visitor.Page.Locator("[data-rows] strong").WaitForAsync(); // the tab remembers the token, the address never had it
        Assert.DoesNotContain("token", visitor.Page.Url, StringComparison.Ordinal);
        await SeenByADispatcherAsync(moved, all.GetProperty("slot").GetProperty("date").GetString()!);

        await visitor.Page.Locator("[data-cancel]").ClickAsync();
        await visitor.Page.Locator("[data-keep]").ClickAsync();
        await visitor.Page.Locator("[data-cancel]").ClickAsync();
        await visitor.Page.Locator("[data-cancel-now]").ClickAsync();
        await visitor.Page.GetByText("已经取消").WaitForAsync();
        Assert.Contains("已取消", await visitor.Page.Locator("[data-state]").InnerTextAsync(), StringComparison.Ordinal);
        await LookAsync(visitor, "manage-cancelled");
    }

    [Fact]
    public async Task An_open_booking_is_erased_with_its_cancellation_and_never_found_again()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        var (_, reference) = await ResidentBooking.BookAsync(visitor, "13800000042");
        await visitor.Page.Locator("[data-step=done] [data-manage]").ClickAsync();
        await visitor.Page.Locator("[data-rows] dd").First.WaitForAsync();
        await visitor.Page.Locator("[data-view=booking] details summary").ClickAsync();
        await visitor.Page.Locator("[data-erase]").ClickAsync();
        await visitor.Page.GetByText("删掉就同时取消").WaitForAsync();
        await LookAsync(visitor, "manage-erase");
        await visitor.Page.Locator("[data-erase-now]").ClickAsync();
        await visitor.Page.Locator("[data-view=erased]:visible").WaitForAsync();
        await LookAsync(visitor, "manage-erased");
        Assert.Null(await visitor.Page.EvaluateAsync<string?>("localStorage.getItem('booking') || sessionStorage.getItem('booking-open')"));
        await ResidentBooking.OpenAsync(visitor, reference, "0042");
        await visitor.Page.Locator("[data-view=lookup] [data-errors]:visible").Filter(new() { HasText = "没有找到" }).WaitForAsync();
    }

    [Fact]
    public async Task Nobody_came_and_the_resident_says_so_once()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        var (_, reference) = await ResidentBooking.BookAsync(visitor, "13800000043");
        await MoveToYesterdayAsync(reference);
        await ResidentBooking.OpenAsync(visitor, reference, "0043");
        await visitor.Page.Locator("#missed-note").FillAsync("等到五点也没有人来");
        await LookAsync(visitor, "manage-missed");
        await visitor.Page.Locator("[data-missed-now]").ClickAsync();
        await visitor.Page.GetByText("记下了，工作人员看得到").WaitForAsync();
        Assert.False(await visitor.Page.Locator("[data-missed]").IsVisibleAsync());
        await visitor.Page.Locator("[data-missed-told]").Filter(new() { HasText = "报过车没有来" }).WaitForAsync();
        await visitor.Page.Locator("[data-history]").Filter(new() { HasText = "您说车没有来" }).WaitForAsync();
        await visitor.AssertFlawlessAsync("the missed pickup reported");
    }

    [Fact]
    public async Task A_link_that_ran_out_asks_for_the_phone_again()
    {
        await using var visitor = await browser.OpenAsync("/booking/manage/#reference=ABCD-EFGH-JKMN&token=00000000000000000000000000000000");
        await visitor.Page.GetByText("这个链接过期了").First.WaitForAsync();
        Assert.Equal("ABCD-EFGH-JKMN", await visitor.Page.Locator("#reference").InputValueAsync());
        Assert.DoesNotContain("token", visitor.Page.Url, StringComparison.Ordinal);
        await LookAsync(visitor, "manage-link-ran-out");
    }

    [Fact]
    public async Task The_end_of_a_booking_fits_on_one_sheet()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        var (label, reference) = await ResidentBooking.BookAsync(visitor, "13800000044");
        var printed = await PrintedPage.OfAsync(visitor.Page);
        Assert.Equal(PrintedPage.A4, Assert.Single(printed.Sheets));
        Assert.Contains(label.Replace(" ", "", StringComparison.Ordinal), printed.Text, StringComparison.Ordinal);
        Assert.Contains(reference, printed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("再约一次", printed.Text, StringComparison.Ordinal);
    }

    private async Task SeenByADispatcherAsync(string label, string date)
    {
        await browser.Portal.RunCommandAsync("operators add dispatcher-41 --role dispatcher --password-stdin", Password + "\n");
        await using var desk = await browser.OpenAsync("/console/sign-in", Visitor.AtADesk);
        await desk.Page.GetByLabel("用户名").FillAsync("dispatcher-41");
        await desk.Page.GetByLabel("密码").FillAsync(Password);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await desk.Page.WaitForURLAsync("**/console/");
        await desk.GoAsync($"/console/bookings/?from={date}&to={date}");
        await desk.Page.GetByText(label).First.WaitForAsync();
        Assert.DoesNotContain("13800000041", await desk.Page.ContentAsync(), StringComparison.Ordinal);
    }

    // A day that is over cannot be booked, and no test waits for one: the booking's day is moved in the database, nothing else.
    private async Task MoveToYesterdayAsync(string reference)
    {
        await using var connection = new SqliteConnection($"Data Source={browser.Portal.DatabaseFile};Default Timeout=10");
        await connection.OpenAsync();
        var day = TimeProvider.System.GetUtcNow().AddHours(8).AddDays(-1).ToString("yyyy-MM-dd");
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE booking SET slot = area || '.' || @day || '.' || part, day = @day WHERE reference = @reference";
        command.Parameters.AddWithValue("@day", day);
        command.Parameters.AddWithValue("@reference", reference.Replace("-", "", StringComparison.Ordinal));
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private static async Task LookAsync(VisitorPage visitor, string name)
    {
        await visitor.AssertFlawlessAsync(name);
        await visitor.AssertFitsAsync(name);
        await visitor.KeepScreenshotAsync($"{name}-360");
    }
}
