using Jizhou.Public.BrowserTests.Running;
using static Microsoft.Playwright.Assertions;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>「能不能提供？」: two choices, one answer, an address to share; and the same answer without scripts.</summary>
[Collection("browser")]
public sealed class CanIProvideItTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_inn_keeper_chooses_twice_and_shares_the_answer()
    {
        await using var visitor = await browser.OpenAsync("/plastics/check/");
        var page = visitor.Page;
        await page.SelectOptionAsync("#business", "inn");
        Assert.Equal(0, await page.Locator("#product option[value=parcel-bag]").CountAsync());
        await page.SelectOptionAsync("#product", "cutlery");
        var answer = page.Locator("[data-plastics-answer]");
        await Expect(answer.Locator(".verdict")).ToContainTextAsync("不能主动提供");
        await Expect(answer).ToContainTextAsync("天津市生活垃圾管理条例");
        await Expect(answer).ToContainTextAsync("500～5000 元");
        Assert.EndsWith("/plastics/check/?business=inn&product=cutlery", page.Url, StringComparison.Ordinal);
        await visitor.AssertFlawlessAsync("the answer");

        await using var friend = await browser.OpenAsync(new Uri(page.Url).PathAndQuery);
        await Expect(friend.Page.Locator("[data-plastics-answer] .verdict")).ToContainTextAsync("不能主动提供");
    }

    [Fact]
    public async Task A_past_day_is_answered_by_the_law_of_that_day()
    {
        await using var visitor = await browser.OpenAsync("/plastics/check/?business=inn&product=plastic-straw&date=2026-08-14");
        var answer = visitor.Page.Locator("[data-plastics-answer]");
        await Expect(answer).ToContainTextAsync("固体废物污染环境防治法");
        await Expect(answer).Not.ToContainTextAsync("生态环境法典");
        await visitor.Page.FillAsync("#date", "2020-11-30");
        await visitor.Page.PressAsync("#date", "Enter");
        await Expect(answer).ToContainTextAsync("没有收录");
    }

    [Fact]
    public async Task Without_scripts_two_presses_lead_to_the_same_answer()
    {
        await using var visitor = await browser.OpenAsync("/plastics/check/", Visitor.OnAPhone with { Scripts = false });
        var page = visitor.Page;
        Assert.False(await page.IsVisibleAsync("#business"));
        await page.ClickAsync("article a[href='/plastics/check/market/']");
        await page.ClickAsync("a[href='#plastic-bag']");
        Assert.EndsWith("/plastics/check/market/#plastic-bag", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("section:has(#plastic-bag)")).ToContainTextAsync("城市建成区：不能提供");
    }

    [Fact]
    public async Task When_the_server_does_not_answer_the_ready_answer_is_offered()
    {
        await using var visitor = await browser.OpenAsync("/plastics/check/");
        await visitor.Page.RouteAsync("**/api/v1/plastics/check*", route => route.AbortAsync());
        await visitor.Page.SelectOptionAsync("#business", "shop");
        await visitor.Page.SelectOptionAsync("#product", "plastic-bag");
        await Expect(visitor.Page.Locator("[data-plastics-answer] a")).ToHaveAttributeAsync("href", "/plastics/check/shop/#plastic-bag");
    }
}
