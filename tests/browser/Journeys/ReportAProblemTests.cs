using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>From a scanned code to the answer: with and without scripts, by keyboard alone, and on the operator's side.</summary>
[Collection("browser")]
public sealed class ReportAProblemTests(BrowserFixture browser)
{
    private static string Photo => Path.Combine(Repository.Root, "tests", "samples", "pictures", "photo.png");

    [Theory]
    [InlineData(true, "sample-020")]
    [InlineData(false, "sample-021")]
    public async Task A_scanned_code_one_tap_a_ticket_an_answer(bool scripts, string place)
    {
        await using var visitor = await browser.OpenAsync($"/p/{place}", Visitor.OnAPhone with { Scripts = scripts });
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "满了" }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/report/status/*/");
        var ticket = await visitor.Page.Locator(".reference").InnerTextAsync();
        Assert.Matches("^([0-9A-Z]{4}-){2}[0-9A-Z]{4}$", ticket);
        Assert.Contains("已收到", await visitor.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);

        await using var desk = await browser.OpenSignedInAsync("dispatcher", "/console/reports/");
        await desk.Page.WaitForURLAsync("**/console/reports/");
        await desk.AssertFlawlessAsync("the list of reports");
        await desk.AssertFitsAsync("the list of reports");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = ticket }).ClickAsync();
        await desk.AssertFlawlessAsync("a report in the console");
        await desk.KeepScreenshotAsync("console-report-1280");
        await desk.Page.GetByLabel("办好了").CheckAsync();
        await desk.Page.GetByLabel("给居民的答复").FillAsync("已清空，明天再看一次。");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await desk.Page.GetByText("办好了", new() { Exact = true }).First.WaitForAsync();

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "再看一次" }).ClickAsync();
        await visitor.Page.GetByText("已清空，明天再看一次。").WaitForAsync();
        if (scripts)
        {
            await visitor.AssertFlawlessAsync("an answered report");
            await visitor.KeepScreenshotAsync("report-answered-360");
        }
    }

    [Theory]
    [InlineData("/report/?place=sample-020", "report-place")]
    [InlineData("/report/?kind=open-burning&township=120119100", "report-spot")]
    public async Task The_forms_are_flawless_in_every_state(string path, string name)
    {
        (string State, Visitor Visitor, string Query)[] states =
        [
            ("360", Visitor.OnAPhone, ""), ("elder", Visitor.OnAPhone, "&elder=1"), ("dark", Visitor.OnAPhone with { Dark = true }, ""),
            ("320", new Visitor(320, 256), ""), ("1280", Visitor.AtADesk, ""),
        ];
        foreach (var (state, who, query) in states)
        {
            await using var visitor = await browser.OpenAsync(path + query, who);
            await visitor.Page.EvaluateAsync("document.querySelectorAll('details').forEach(function (d) { d.open = true; })");
            await visitor.AssertFlawlessAsync($"{name} ({state})");
            await visitor.AssertFitsAsync($"{name} ({state})");
            await visitor.KeepScreenshotAsync($"{name}-{state}");
        }
    }

    [Fact]
    public async Task Burning_is_reported_with_a_photo_by_keyboard_alone_and_found_again_by_its_ticket()
    {
        await using var visitor = await browser.OpenAsync("/report/?kind=open-burning&township=120119100", Visitor.AtADesk);
        var page = visitor.Page;
        await page.PressOnAsync("#village", "ArrowDown");
        await page.TypeIntoAsync("#note", "地头烧秸秆");
        page.FileChooser += (_, _) => { }; // choosing is taken over by the test from now on, not only after the key has gone down
        await page.TabToAsync("#photo");
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(Photo);
        await page.GetByText("照片已缩小到").WaitForAsync();
        await page.TypeIntoAsync("#phone", "12");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".error-summary:not([hidden]) a").First.WaitForAsync();
        await visitor.AssertFlawlessAsync("the form with a mistake");
        await page.PressOnAsync(".error-summary a", "Enter");
        Assert.Equal("phone", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("13800000077");
        await page.PressOnAsync("[data-send]", "Enter");
        await page.WaitForURLAsync("**/report/status/*/");
        var ticket = await page.Locator(".reference").InnerTextAsync();

        await visitor.GoAsync("/report/status/");
        await page.TypeIntoAsync("#ticket", ticket.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/report/status/{ticket}/");
        await visitor.AssertFlawlessAsync("the status page");
    }

    [Fact]
    public async Task The_kind_of_problem_is_chosen_by_keyboard_alone()
    {
        await using var visitor = await browser.OpenAsync("/report/", Visitor.AtADesk);
        var page = visitor.Page;
        await page.PressOnAsync("#kind-open-burning, #kind-construction-dumping", "ArrowDown");
        Assert.True(await page.Locator("#kind-open-burning").IsCheckedAsync());
        await page.PressOnAsync("#spot-township", "ArrowDown");
        await page.PressOnAsync("form [data-next]", "Enter");
        await page.Locator("#village").WaitForAsync();
        Assert.Contains("kind=open-burning&township=1201", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heap_is_reported_with_the_own_position_and_with_a_photo_without_scripts()
    {
        await using var there = await browser.OpenAsync("/report/?kind=construction-dumping", Visitor.OnAPhone with { Position = (117.40831, 40.04561) });
        await there.Page.GetByRole(AriaRole.Button, new() { Name = "用我的位置" }).ClickAsync();
        await there.Page.GetByText("已记下您现在的位置").WaitForAsync();
        Assert.Equal("117.4083", await there.Page.Locator("[name=lng]").InputValueAsync());
        await there.Page.GetByRole(AriaRole.Button, new() { Name = "报上去" }).ClickAsync();
        await there.Page.WaitForURLAsync("**/report/status/*/");

        await using var plain = await browser.OpenAsync("/report/?kind=construction-dumping&township=120119100", Visitor.OnAPhone with { Scripts = false });
        await plain.Page.Locator("#village").SelectOptionAsync("120119100201");
        await plain.Page.Locator("#photo").SetInputFilesAsync(Photo);
        await plain.Page.GetByRole(AriaRole.Button, new() { Name = "报上去" }).ClickAsync();
        await plain.Page.WaitForURLAsync("**/report/status/*/");
        Assert.Contains("渔阳镇 东北隅村", await plain.Page.GetByRole(AriaRole.Main).InnerTextAsync(), StringComparison.Ordinal);
    }
}
