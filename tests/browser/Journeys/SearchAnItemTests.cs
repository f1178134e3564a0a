using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>"Where does this go?": from the question on the home page to the item's own page.</summary>
[Collection("browser")]
public sealed class SearchAnItemTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("奶茶杯", "奶茶杯", "可回收物")]
    [InlineData("naichabei", "奶茶杯", "可回收物")]
    [InlineData("旧床垫怎么扔", "床垫", "大件垃圾")]
    [InlineData("过期药", "过期药品", "有害垃圾")]
    public async Task A_question_on_the_home_page_gets_its_answer(string asked, string item, string category)
    {
        await using var visitor = await browser.OpenAsync("/");
        await visitor.Page.GetByLabel("物品名称").FillAsync(asked);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "查一查" }).ClickAsync();

        var first = visitor.Page.Locator(".answer-card").First;
        await first.WaitForAsync();
        Assert.Contains(item, await first.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(category, await first.InnerTextAsync(), StringComparison.Ordinal);

        await first.GetByRole(AriaRole.Link).First.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/sorting/items/*/");
        Assert.Contains(item, await visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(category, await visitor.Page.GetByRole(AriaRole.Main).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonsense_gets_an_honest_answer_with_a_way_out()
    {
        await using var visitor = await browser.OpenAsync("/sorting/?q=%F0%9F%9B%B8%E9%87%8F%E5%AD%90");
        await visitor.Page.GetByText("没有收录").First.WaitForAsync();
        Assert.Contains("12345", await visitor.Page.GetByRole(AriaRole.Main).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_box_suggests_while_typing_and_is_worked_by_keyboard_alone()
    {
        await using var visitor = await browser.OpenAsync("/sorting/");
        var page = visitor.Page;
        await page.TypeIntoAsync("#q", "naicha");
        await page.Locator("#q-list [role=option]").First.WaitForAsync();
        Assert.Equal("true", await page.GetAttributeAsync("#q", "aria-expanded"));
        Assert.Contains("可选", await page.InnerTextAsync("#q-status"), StringComparison.Ordinal);

        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("false", await page.GetAttributeAsync("#q", "aria-expanded"));
        await page.Keyboard.PressAsync("ArrowDown");
        var active = page.Locator("#q-list [aria-selected=true]");
        await active.WaitForAsync();
        Assert.Equal(await active.GetAttributeAsync("id"), await page.GetAttributeAsync("#q", "aria-activedescendant"));
        Assert.Contains("奶茶杯", await active.InnerTextAsync(), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/sorting/items/nai-cha-bei/");
    }

    [Fact]
    public async Task Enter_without_a_choice_asks_the_whole_question()
    {
        await using var visitor = await browser.OpenAsync("/sorting/");
        await visitor.Page.TypeIntoAsync("#q", "旧床垫");
        await visitor.Page.Locator("#q-list [role=option]").First.WaitForAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Locator(".answer-card").First.WaitForAsync();
        Assert.Contains("q=", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_the_list_by_pinyin_leads_to_the_same_page()
    {
        await using var visitor = await browser.OpenAsync("/sorting/items/", Visitor.OnAPhone with { Scripts = false });
        await visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "奶茶杯", Exact = true }).First.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/sorting/items/nai-cha-bei/");
    }
}
