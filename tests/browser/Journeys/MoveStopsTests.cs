using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>A dispatcher sets the order of stops right, with the mouse or without one; what counts is what the server says afterwards.</summary>
public sealed class MoveStopsTests(ClockFixture browser) : IClassFixture<ClockFixture>
{
    [Fact]
    public async Task A_stop_is_dragged_in_front_of_another_and_onto_another_vehicle()
    {
        await using var desk = await ProposedAsync("2026-12-01", "东街2号", "东街4号", "东街6号");
        var page = desk.Page;
        var before = await StopsAsync(page, "centre-1");
        Assert.Equal(3, before.Count);

        await DragAsync(page, before[2], $"li[data-stop='{before[0]}'] .round-label");
        Assert.Equal([before[2], before[0], before[1]], await StopsAsync(page, "centre-1"));
        Assert.Equal($"s-{before[2]}", await page.EvaluateAsync<string>("document.activeElement.id"));

        await DragAsync(page, before[0], "section[data-truck=centre-2] h2");
        Assert.Equal([before[2], before[1]], await StopsAsync(page, "centre-1"));
        Assert.Equal([before[0]], await StopsAsync(page, "centre-2"));
        await desk.LookAsync("rounds-board-dragged");

        await page.ReloadAsync();
        Assert.Equal([before[0]], await StopsAsync(page, "centre-2"));
    }

    [Fact]
    public async Task A_stop_that_its_vehicle_cannot_reach_stays_where_it_was_and_the_page_says_why()
    {
        await browser.Portal.BookAsync("centre.2026-12-03.morning", "窄巷3号", "tricycle");
        await using var desk = await ProposedAsync("2026-12-03", "大街2号");
        var page = desk.Page;
        var narrow = Assert.Single(await StopsAsync(page, "centre-3"));
        await DragAsync(page, narrow, "section[data-truck=centre-2] h2");
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        Assert.Equal([narrow], await StopsAsync(page, "centre-3"));
        Assert.Empty(await StopsAsync(page, "centre-2"));
    }

    [Fact]
    public async Task Without_a_mouse_a_stop_changes_its_vehicle_and_the_focus_goes_along()
    {
        await using var desk = await ProposedAsync("2026-12-02", "南街2号", "南街4号");
        var page = desk.Page;
        var before = await StopsAsync(page, "centre-1");
        await page.PressOnAsync($"li[data-stop='{before[1]}'] summary", "Enter");
        await page.PressOnAsync($"li[data-stop='{before[1]}'] button[value=centre-2]", "Enter");
        await page.WaitForURLAsync("**#s-*");
        Assert.Equal([before[0]], await StopsAsync(page, "centre-1"));
        Assert.Equal([before[1]], await StopsAsync(page, "centre-2"));
        Assert.Equal($"s-{before[1]}", await page.EvaluateAsync<string>("document.activeElement.id"));

        await page.PressOnAsync($"li[data-stop='{before[1]}'] summary", "Enter");
        await page.PressOnAsync($"li[data-stop='{before[1]}'] button[value=none]", "Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "没排进的 1 站" }).WaitForAsync();
        Assert.Empty(await StopsAsync(page, "centre-2"));
    }

    // A board with these doors on it, all on the largest vehicle that goes there.
    private async Task<VisitorPage> ProposedAsync(string day, params string[] doors)
    {
        foreach (var door in doors)
        {
            await browser.Portal.BookAsync($"centre.{day}.morning", door);
        }

        var desk = await browser.OpenSignedInAsync("dispatcher", $"/console/rounds/centre/{day}/");
        await desk.Page.Locator("form[action$='/propose/'] button").ClickAsync();
        await desk.Page.Locator("section[data-truck=centre-1] li[data-stop]").First.WaitForAsync();
        return desk;
    }

    private static async Task DragAsync(IPage page, string reference, string onto)
    {
        await page.SetViewportSizeAsync(1280, 2400); // both ends in sight, as a dispatcher would have scrolled
        var (from, to) = (await MiddleAsync(page, $"li[data-stop='{reference}'] .round-label"), await MiddleAsync(page, onto));
        await page.EvaluateAsync("document.body.dataset.before = ''");
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new MouseMoveOptions { Steps = 12 });
        await page.Mouse.UpAsync();
        await page.Locator("body:not([data-before])").WaitForAsync(); // the server has answered
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    private static async Task<(float X, float Y)> MiddleAsync(IPage page, string selector)
    {
        var box = (await page.Locator(selector).BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    private static async Task<IReadOnlyList<string>> StopsAsync(IPage page, string truck) =>
        await page.Locator($"section[data-truck={truck}] li[data-stop]").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.stop)");
}
