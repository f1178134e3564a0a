using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>A resident books a pickup for an old wardrobe and cancels it again.</summary>
[Collection("browser")]
public sealed class BookAndCancelTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_pickup_is_booked_looked_up_and_cancelled()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        var (label, reference) = await BookAsync(visitor, "13800000001", keepScreens: true);
        Assert.Matches(@"^\S+ \d{2}-\d{2} \d{2,}$", label);

        await visitor.GoAsync("/booking/manage/");
        await visitor.Page.GetByLabel("预约号").FillAsync(reference);
        await visitor.Page.GetByLabel("最后四位").FillAsync("0001");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "查看预约" }).ClickAsync();
        await visitor.Page.GetByText(label).First.WaitForAsync();
        await visitor.AssertFlawlessAsync("the booking shown");
        await visitor.KeepScreenshotAsync("manage-360");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "取消这次预约" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "取消预约", Exact = true }).ClickAsync();
        await visitor.Page.GetByText("已经取消").WaitForAsync();

        await visitor.GoAsync("/booking/manage/");
        await visitor.Page.GetByLabel("预约号").FillAsync(reference);
        await visitor.Page.GetByLabel("最后四位").FillAsync("0001");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "查看预约" }).ClickAsync();
        await visitor.Page.GetByText("已取消").First.WaitForAsync();
    }

    [Fact]
    public async Task A_wrong_phone_ending_opens_nothing()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        var (_, reference) = await BookAsync(visitor, "13800000002", keepScreens: false);

        await visitor.GoAsync("/booking/manage/");
        await visitor.Page.GetByLabel("预约号").FillAsync(reference);
        await visitor.Page.GetByLabel("最后四位").FillAsync("9999");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "查看预约" }).ClickAsync();
        await visitor.Page.Locator("[data-error-box]:visible, .error-box:visible, [role=alert]:visible").First.WaitForAsync();
        Assert.False(await visitor.Page.GetByText("取消这次预约").IsVisibleAsync());
    }

    [Fact]
    public async Task Answers_outlive_a_reload_and_the_back_button()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        await AnswerWhereAsync(visitor);
        await visitor.Page.Locator("#address").FillAsync("8 号院");
        await NextAsync(visitor, "door");
        await visitor.Page.Locator("[data-item]").First.WaitForAsync();
        await visitor.Page.ReloadAsync();
        await visitor.Page.Locator("[data-item]").First.WaitForAsync();
        await visitor.Page.GoBackAsync();
        Assert.Equal("8 号院", await visitor.Page.Locator("#address").InputValueAsync());
    }

    [Fact]
    public async Task A_missing_answer_is_named_on_top_and_the_focus_goes_there()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        await NextAsync(visitor, "where");
        await visitor.Page.GetByText("请选择乡镇或街道").First.WaitForAsync();
        await visitor.AssertFlawlessAsync("the booking with an error");
        await visitor.KeepScreenshotAsync("booking-error-360");
    }

    [Fact]
    public async Task Without_scripts_the_page_says_so_and_names_another_way()
    {
        await using var visitor = await browser.OpenAsync("/booking/", Visitor.OnAPhone with { Scripts = false });
        var text = await visitor.Page.GetByRole(AriaRole.Main).InnerTextAsync();
        Assert.Contains("脚本", text, StringComparison.Ordinal);
        Assert.Contains("12345", text, StringComparison.Ordinal);
    }

    private static async Task<(string Label, string Reference)> BookAsync(VisitorPage visitor, string phone, bool keepScreens)
    {
        await AnswerWhereAsync(visitor);
        await visitor.Page.Locator("#address").FillAsync($"示例院 {phone[^2..]} 号");
        await NextAsync(visitor, "door");
        var wardrobe = visitor.Page.Locator("[data-item]").First;
        await wardrobe.WaitForAsync();
        await wardrobe.SelectOptionAsync("1");
        await KeepAsync(visitor, "booking-what", keepScreens);
        await NextAsync(visitor, "what");
        var slot = visitor.Page.Locator("input[name=slot]:not(:disabled)").First;
        await slot.WaitForAsync();
        await slot.CheckAsync();
        await KeepAsync(visitor, "booking-when", keepScreens);
        await NextAsync(visitor, "when");
        await visitor.Page.Locator("#phone").FillAsync(phone);
        await NextAsync(visitor, "contact");
        await KeepAsync(visitor, "booking-check", keepScreens);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "确认预约" }).ClickAsync();
        await visitor.Page.Locator("[data-label]:visible").WaitForAsync();
        await KeepAsync(visitor, "booking-done", keepScreens);
        var label = await visitor.Page.Locator("[data-label]").InnerTextAsync();
        var reference = await visitor.Page.Locator("[data-reference]").InnerTextAsync();
        return (label.Trim(), reference.Trim());
    }

    private static async Task AnswerWhereAsync(VisitorPage visitor)
    {
        await visitor.Page.Locator("#township").SelectOptionAsync(new SelectOptionValue { Label = "渔阳镇" });
        await visitor.Page.Locator("#village option:nth-child(2)").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await visitor.Page.Locator("#village").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await NextAsync(visitor, "where");
    }

    private static Task NextAsync(VisitorPage visitor, string step) =>
        visitor.Page.Locator($"[data-step={step}] [data-next]").ClickAsync();

    private static async Task KeepAsync(VisitorPage visitor, string name, bool keep)
    {
        if (keep)
        {
            await visitor.AssertFlawlessAsync(name);
            await visitor.AssertFitsAsync(name);
            await visitor.KeepScreenshotAsync($"{name}-360");
        }
    }
}
