using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>Who books for others: a village agent for an elder on a phone, a dispatcher for a caller; every page of the way is looked at, and nothing needs scripts.</summary>
[Collection("browser")]
public sealed class BookByPhoneTests(BrowserFixture browser)
{
    private static readonly Visitor WithoutScripts = Visitor.AtADesk with { Scripts = false };

    [Fact]
    public async Task An_administrator_makes_a_village_agent_who_books_for_an_elder_on_a_phone()
    {
        await using var admin = await browser.OpenSignedInAsync("administrator", "/console/accounts/");
        var page = admin.Page;
        await admin.LookAsync("console-accounts");
        await page.GetByRole(AriaRole.Link, new() { Name = "添加账号" }).ClickAsync();
        await admin.LookAsync("console-account-new");
        await page.FillAsync("#name", "agent-of-the-journey");
        await page.GetByLabel("村级代办").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "添加" }).ClickAsync();
        var password = await page.Locator(".shown-once").InnerTextAsync();
        await admin.LookAsync("console-account-made");
        await page.GetByRole(AriaRole.Link, new() { Name = "去定负责的村" }).ClickAsync();
        await page.SelectOptionAsync("#township", new SelectOptionValue { Label = "渔阳镇" });
        await page.GetByRole(AriaRole.Button, new() { Name = "选这个乡镇的村" }).ClickAsync();
        await page.GetByLabel("东北隅村").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存渔阳镇" }).ClickAsync();
        await page.GetByText("已保存").WaitForAsync();
        await admin.LookAsync("console-account");
        await admin.GoAsync("/console/keys/");
        await admin.LookAsync("console-keys");

        await using var agent = await browser.OpenAsync("/console/bookings/new/", Visitor.OnAPhone);
        await agent.SignInAsync("agent-of-the-journey", password);
        await agent.Page.GetByText("请先换成只有您自己知道的密码").WaitForAsync();
        await LookOnAPhoneAsync(agent, "console-password");
        await agent.Page.FillAsync("#old", password);
        await agent.Page.FillAsync("#password", Operators.Password);
        await agent.Page.FillAsync("#again", Operators.Password);
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "改密码" }).ClickAsync();
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "回到工作台" }).ClickAsync();
        await LookOnAPhoneAsync(agent, "console-start-agent");
        await agent.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "替人预约" }).ClickAsync();

        await agent.Page.SelectOptionAsync("#village-words", new SelectOptionValue { Label = "渔阳镇 东北隅村" });
        await BookAsync(agent, "13800000101", "西街 901 号");
        await agent.Page.GetByText("写在东西上的标签").WaitForAsync();
        await LookOnAPhoneAsync(agent, "console-booked-agent");
        var label = await agent.Page.Locator(".to-say strong").First.InnerTextAsync();
        await agent.GoAsync("/console/bookings/");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = label }).WaitForAsync();
        await LookOnAPhoneAsync(agent, "console-bookings-agent");
    }

    [Fact]
    public async Task A_dispatcher_books_for_a_caller_without_scripts_finds_it_by_phone_changes_and_cancels_it()
    {
        await using var desk = await browser.OpenSignedInAsync("dispatcher", "/console/bookings/new/", WithoutScripts);
        var page = desk.Page;
        await page.FillAsync("#village-words", "隅村");
        await page.GetByRole(AriaRole.Button, new() { Name = "找村" }).ClickAsync();
        await page.GetByText("有几个村都对得上").First.WaitForAsync();
        await KeepAsync(desk, "console-call-village");
        await page.GetByLabel("渔阳镇 东北隅村").CheckAsync();
        await page.FillAsync("#note", "后门进");
        await BookAsync(desk, "not a phone", "");
        await page.GetByRole(AriaRole.Alert).GetByText("请写 11 位手机号").WaitForAsync();
        Assert.Equal("后门进", await page.InputValueAsync("#note"));
        Assert.Equal("渔阳镇 东北隅村", await page.InputValueAsync("#village-words"));
        Assert.Equal("2", await page.InputValueAsync("#count-mattress"));
        await KeepAsync(desk, "console-call-problems");
        await page.FillAsync("#phone", "138 0000 0202");
        await page.FillAsync("#address", "西街 902 号");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认预约" }).ClickAsync();
        await page.GetByText("写在东西上的标签").WaitForAsync();
        var label = await page.Locator(".to-say strong").First.InnerTextAsync();

        await desk.GoAsync("/console/bookings/");
        await page.FillAsync("#words", "+86 138-0000-0202");
        await page.GetByRole(AriaRole.Button, new() { Name = "找", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = $"预约 {label}" }).WaitForAsync();
        Assert.DoesNotContain("13800000202", await page.ContentAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "显示电话" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "13800000202" }).WaitForAsync();

        // The same pages with scripts, for axe, which is one.
        var address = new Uri(page.Url).AbsolutePath.Replace("reveal/", "", StringComparison.Ordinal);
        await using var seen = await browser.OpenSignedInAsync("dispatcher", address);
        await seen.LookAsync("console-booking");
        await seen.GoAsync("/console/bookings/");
        await seen.LookAsync("console-bookings");
        await seen.GoAsync("/console/bookings/new/");
        await seen.LookAsync("console-call");
        await seen.GoAsync(address + "amend/");
        await seen.LookAsync("console-amend");
        await seen.Page.SelectOptionAsync("#slot", new SelectOptionValue { Index = 2 });
        await seen.Page.GetByRole(AriaRole.Button, new() { Name = "保存改动" }).ClickAsync();
        await seen.Page.GetByText("已改好").WaitForAsync();
        await seen.Page.GetByRole(AriaRole.Link, new() { Name = "取消这个预约" }).ClickAsync();
        await seen.LookAsync("console-cancel");
        await seen.Page.GetByLabel("居民要求取消").CheckAsync();
        await seen.Page.GetByRole(AriaRole.Button, new() { Name = "取消这个预约" }).ClickAsync();
        await seen.Page.GetByText("已取消，占的地方已经让出来").WaitForAsync();
        await seen.LookAsync("console-cancelled");
    }

    // Fills in the rest, looks at volume and dates, takes the second one and books.
    private static async Task BookAsync(VisitorPage visitor, string phone, string address)
    {
        var page = visitor.Page;
        await page.FillAsync("#count-mattress", "2");
        await page.GetByRole(AriaRole.Button, new() { Name = "看体积、费用和能约的日期" }).ClickAsync();
        await page.GetByText("约 1.2 立方米").WaitForAsync();
        await page.SelectOptionAsync("#slot", new SelectOptionValue { Index = 2 });
        await page.SelectOptionAsync("#access", "tricycle");
        await page.FillAsync("#address", address);
        await page.FillAsync("#phone", phone);
        await page.GetByRole(AriaRole.Button, new() { Name = "确认预约" }).ClickAsync();
    }

    private static async Task LookOnAPhoneAsync(VisitorPage visitor, string name)
    {
        await visitor.AssertFlawlessAsync(name);
        await KeepAsync(visitor, name);
    }

    private static async Task KeepAsync(VisitorPage visitor, string name)
    {
        await visitor.AssertFitsAsync(name);
        await visitor.KeepScreenshotAsync(name);
    }
}
