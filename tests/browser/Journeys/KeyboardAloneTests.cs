using Jizhou.Public.BrowserTests.Running;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>Whole journeys by keyboard alone: every stop is reached with Tab and its focus is seen.</summary>
[Collection("browser")]
public sealed class KeyboardAloneTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_first_Tab_offers_to_skip_the_menu_and_Enter_does()
    {
        await using var visitor = await browser.OpenAsync("/sorting/hazardous/", Visitor.AtADesk);
        await visitor.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await visitor.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visitor.Page.EvaluateAsync<bool>("!!document.activeElement.closest('main')"), "the next stop is not in the main part");
    }

    [Fact]
    public async Task A_question_is_asked_and_its_answer_opened()
    {
        await using var visitor = await browser.OpenAsync("/", Visitor.AtADesk);
        await visitor.Page.TypeIntoAsync("#q", "奶茶杯");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**/sorting/?q=*");
        await visitor.Page.Locator(".answer-card").First.WaitForAsync();
        await visitor.Page.PressOnAsync(".answer-card h3 a", "Enter");
        await visitor.Page.WaitForURLAsync("**/sorting/items/nai-cha-bei/");
    }

    [Fact]
    public async Task A_pickup_is_booked_moved_and_cancelled()
    {
        await using var visitor = await browser.OpenAsync("/booking/", Visitor.AtADesk);
        var page = visitor.Page;
        await page.PressOnAsync("#class-resident", "Space");
        await page.PressOnAsync("[data-step=who] [data-next]", "Enter");
        await page.TypeIntoAsync("#village", "dongbeiyu");
        await page.Locator("#village-list li").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.PressOnAsync("[data-step=where] [data-next]", "Enter");
        await page.TypeIntoAsync("#address", "示例院 71 号");
        await page.Keyboard.PressAsync("Enter");
        await page.PressOnAsync("#access-truck", "Space");
        await page.Keyboard.PressAsync("Enter");
        await page.PressOnAsync("#level-ground", "Space");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-item]").First.WaitForAsync();
        await page.PressOnAsync("[data-more=sofa]", "Enter");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('[data-more=sofa]')"), "the focus left the counter");
        await page.PressOnAsync("[data-step=what] [data-next]", "Enter");
        await page.Locator("fieldset.day").First.WaitForAsync();
        var before = await page.Locator("fieldset.day").CountAsync();
        Assert.Equal(10, before);
        await page.PressOnAsync("[data-more-days]", "Enter");
        Assert.True(await page.Locator("fieldset.day").CountAsync() > before);
        Assert.True(await page.EvaluateAsync<bool>("!!document.activeElement.closest('fieldset:nth-of-type(11)')"), "the focus is not on the first new date");
        await page.Keyboard.PressAsync("Space");
        await page.PressOnAsync("[data-step=when] [data-next]", "Enter");
        await page.TypeIntoAsync("#phone", "13800000071");
        await page.PressOnAsync("[data-step=contact] [data-next]", "Enter");
        await page.PressOnAsync("[data-step=check] [data-next]", "Enter");
        await page.Locator("[data-reference]:visible").WaitForAsync();

        await page.PressOnAsync("[data-step=done] [data-manage]", "Enter");
        await page.WaitForURLAsync("**/booking/manage/**");
        await page.Locator("[data-rows] dd").First.WaitForAsync();
        Assert.DoesNotContain("token", page.Url, StringComparison.Ordinal);
        await page.PressOnAsync("[data-to-when]", "Enter");
        await page.Locator("[data-view=when] input[name=slot]").First.WaitForAsync();
        await page.PressOnAsync("[data-view=when] input[name=slot]", "ArrowDown");
        await page.PressOnAsync("[data-view=when] [data-next]", "Enter");
        await page.GetByText("日子改好了").WaitForAsync();
        await page.PressOnAsync("[data-cancel]", "Enter");
        await page.PressOnAsync("[data-cancel-now]", "Enter");
        await page.GetByText("已经取消").WaitForAsync();
        await visitor.AssertFlawlessAsync("the cancelled booking");
    }

    [Fact]
    public async Task A_place_is_found_by_its_village_and_a_problem_there_is_reported_and_followed()
    {
        await using var visitor = await browser.OpenAsync("/places/", Visitor.AtADesk);
        var page = visitor.Page;
        await page.TypeIntoAsync("#area", "xdft");
        await page.Locator("#area-list li").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("官庄镇其他的点").WaitForAsync();
        var name = await page.Locator("li.place h4 a").First.InnerTextAsync();
        await page.PressOnAsync("li.place h4 a", "Enter");
        await page.WaitForURLAsync("**/places/*/");
        Assert.Equal(name, await page.Locator("h1").InnerTextAsync());

        await page.PressOnAsync("a[href^='/report/?place=']", "Enter");
        await page.WaitForURLAsync("**/report/?place=*");
        await page.PressOnAsync("main summary", "Enter");
        await page.PressOnAsync("#kind-full", "ArrowDown");
        Assert.True(await page.Locator("#kind-broken").IsCheckedAsync());
        await page.TypeIntoAsync("#note", "投口打不开");
        await page.PressOnAsync("[data-send]", "Enter");
        await page.WaitForURLAsync("**/report/status/*/");
        var ticket = await page.Locator(".reference").InnerTextAsync();
        await visitor.AssertFlawlessAsync("the ticket");

        await page.PressOnAsync("main a[href^='/report/status/']", "Enter");
        await page.GetByText("已收到").First.WaitForAsync();
        Assert.Equal(ticket, await page.Locator(".reference").InnerTextAsync());
    }
}
