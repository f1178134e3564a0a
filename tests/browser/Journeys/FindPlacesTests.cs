using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>/places/ by village, by thing and on the map; and a place's page.</summary>
[Collection("browser")]
public sealed class FindPlacesTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_village_is_found_by_its_initials_with_the_keyboard_alone()
    {
        await using var visitor = await browser.OpenAsync("/places/", Visitor.AtADesk);
        var page = visitor.Page;
        await page.TypeIntoAsync("#area", "xdft");
        await page.Locator("#area-list li").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("true", await page.GetAttributeAsync("#area", "aria-expanded"));
        var active = await page.GetAttributeAsync("#area", "aria-activedescendant");
        Assert.Equal("true", await page.GetAttributeAsync($"#{active}", "aria-selected"));
        Assert.Contains("西大佛塔村", await page.InnerTextAsync($"#{active}"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");

        await page.GetByText("这个村的位置还没有录入").WaitForAsync();
        Assert.Equal("false", await page.GetAttributeAsync("#area", "aria-expanded"));
        Assert.Equal("西大佛塔村", await page.InputValueAsync("#area"));
        Assert.Equal(["西大佛塔村的点", "官庄镇其他的点"], (await page.Locator("[data-places] > h3").AllInnerTextsAsync()).Take(2));
        Assert.Equal(0, await page.Locator("li.place .far").CountAsync());
        Assert.Contains("area=120119102230", page.Url, StringComparison.Ordinal);
        await visitor.AssertFlawlessAsync("the list around a village");
    }

    [Theory]
    [InlineData("渔阳", "渔阳镇")]
    [InlineData("yuyang", "渔阳镇")]
    [InlineData("yyz", "渔阳镇")]
    [InlineData("下营", "下营镇")]
    public async Task Names_are_found_by_characters_pinyin_and_initials(string typed, string wanted)
    {
        await using var visitor = await browser.OpenAsync("/places/");
        await visitor.Page.Locator("#area").PressSequentiallyAsync(typed);
        await visitor.Page.Locator("#area-list li").First.WaitForAsync();
        Assert.Contains(wanted, await visitor.Page.Locator("#area-list li").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escape_closes_the_suggestions_and_then_empties_the_box()
    {
        await using var visitor = await browser.OpenAsync("/places/?area=120119100");
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Heading, new() { Name = "渔阳镇的点" }).WaitForAsync();
        await page.ClickAsync("#area");
        await page.Locator("#area-list li").First.WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.Locator("#area-list").IsHiddenAsync());
        Assert.Equal("渔阳镇", await page.InputValueAsync("#area"));
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Heading, new() { Name = "全区的点" }).WaitForAsync();
        Assert.DoesNotContain("area=", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mattress_leads_to_the_places_that_take_it_and_to_the_booking()
    {
        await using var visitor = await browser.OpenAsync("/places/");
        var page = visitor.Page;
        await page.Locator("#item").PressSequentiallyAsync("我要扔床垫");
        await page.GetByRole(AriaRole.Option, new() { Name = "床垫" }).First.ClickAsync();
        await page.GetByText("能投“床垫”的").First.WaitForAsync();
        Assert.Contains("大件垃圾", await page.Locator("[data-item-answer]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("/booking/?item=mattress", await page.GetByRole(AriaRole.Link, new() { Name = "约车上门来拉" }).GetAttributeAsync("href"));
        foreach (var place in await page.Locator("li.place .tags").AllInnerTextsAsync())
        {
            Assert.Contains("旧家具", place, StringComparison.Ordinal);
        }

        await visitor.AssertFlawlessAsync("places for a thing");
    }

    [Fact]
    public async Task Filters_survive_the_way_from_list_to_map_and_back_and_so_does_the_back_button()
    {
        await using var visitor = await browser.OpenAsync("/places/?kind=bulky-point", Visitor.OnAPhone with { Position = (117.4083, 40.0456) });
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "用我的位置" }).ClickAsync();
        await page.Locator("li.place .far").First.WaitForAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("performance.getEntriesByType('resource').filter(r => /leaflet|places-map/.test(r.name)).length"));
        var listed = await page.Locator("li.place h3").AllInnerTextsAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "看地图" }).ClickAsync();
        await page.Locator(".map-dot, .map-group").First.WaitForAsync();
        Assert.EndsWith("/places/?kind=bulky-point&view=map", page.Url, StringComparison.Ordinal);
        Assert.Equal(3, await page.Locator(".ring").CountAsync());
        Assert.Equal(listed, await page.Locator("li.place h3").AllInnerTextsAsync());
        Assert.Contains("不作划界依据", await page.Locator("[data-map-words]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("GeoNames", await page.Locator("[data-map-words]").InnerTextAsync(), StringComparison.Ordinal);
        await visitor.AssertFlawlessAsync("the map");
        await visitor.AssertFitsAsync("the map");

        await page.GetByRole(AriaRole.Button, new() { Name = "看名单" }).ClickAsync();
        Assert.True(await page.Locator(".map").IsHiddenAsync());
        await page.GoBackAsync();
        await page.Locator(".map-dot, .map-group").First.WaitForAsync();
        await page.GoBackAsync();
        Assert.EndsWith("/places/?kind=bulky-point", page.Url, StringComparison.Ordinal);
        Assert.Equal(listed, await page.Locator("li.place h3").AllInnerTextsAsync());
    }

    [Fact]
    public async Task A_point_of_the_map_is_opened_with_the_keyboard_and_leads_to_its_page()
    {
        await using var visitor = await browser.OpenAsync("/places/?view=map&area=120119100&kind=smart-terminal", Visitor.AtADesk);
        var page = visitor.Page;
        await page.Locator(".map-dot").First.WaitForAsync();
        await page.TabToAsync(".map-dot");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".map-card a").First.WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('.map-card a')"), "the card has no focus");
        await visitor.AssertFlawlessAsync("a card on the map");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/places/*/");
    }

    [Fact]
    public async Task A_place_and_a_township_are_complete_without_scripts()
    {
        var visitor = Visitor.OnAPhone with { Scripts = false };
        await using var list = await browser.OpenAsync("/places/", visitor);
        await list.Page.GetByRole(AriaRole.Link, new() { Name = "渔阳镇" }).ClickAsync();
        await list.Page.WaitForURLAsync("**/places/township/120119100/");
        await list.Page.GetByRole(AriaRole.Link, new() { Name = "示例·渔阳镇智能回收终端" }).ClickAsync();
        var main = await list.Page.GetByRole(AriaRole.Main).InnerTextAsync();
        foreach (var words in new[] { "全天开放", "高德地图", "废塑料", "附近还有", "WGS-84", "示意，不作划界依据" })
        {
            Assert.Contains(words, main, StringComparison.Ordinal);
        }

        await list.AssertFitsAsync("a place without scripts");
    }

    [Theory]
    [InlineData("/places/?area=120119102230")]
    [InlineData("/places/?view=map")]
    [InlineData("/places/sample-020/")]
    [InlineData("/places/township/120119100/")]
    public async Task Axe_finds_nothing_in_four_states(string path)
    {
        (string State, Visitor Visitor)[] states =
            [("phone", Visitor.OnAPhone), ("elder", Visitor.OnAPhone), ("dark", Visitor.OnAPhone with { Dark = true }), ("320 px", new Visitor(320, 256))];
        foreach (var (state, visitor) in states)
        {
            await using var page = await browser.OpenAsync(path + (state == "elder" ? (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "elder=1" : ""), visitor);
            await page.Page.Locator("li.place, .place-page").First.WaitForAsync();
            if (path.Contains("map", StringComparison.Ordinal))
            {
                await page.Page.Locator(".map-group").First.WaitForAsync();
            }

            await page.AssertFlawlessAsync($"{path} ({state})");
            await page.AssertFitsAsync($"{path} ({state})");
        }
    }
}
