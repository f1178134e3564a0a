using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>From the first question to the printed sheet; the answers never leave the device.</summary>
[Collection("browser")]
public sealed class InnSelfCheckTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_inn_checks_itself_and_prints_what_is_open_first()
    {
        await using var visitor = await browser.OpenAsync("/inns/self-check/");
        var page = visitor.Page;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        List<string> requests = [];
        page.Request += (_, request) => requests.Add(request.Url);
        var questions = page.Locator("[data-question]");
        var count = await questions.CountAsync();
        Assert.InRange(count, 30, 40);
        for (var i = 0; i < count; i++)
        {
            var answer = i switch { 11 or 36 => "no", 15 => "na", _ => "yes" };
            await questions.Nth(i).Locator($"input[value={answer}]").CheckAsync();
        }

        await Expect(page.Locator("[data-progress]")).ToHaveTextAsync("都答完了");
        await page.ClickAsync("button[type=submit]");
        var sheet = page.Locator("[data-sheet]");
        await Expect(sheet).ToContainTextAsync("没做到 2 条");
        await Expect(sheet.Locator("h3").First).ToHaveTextAsync("先改这些（2）");
        await visitor.AssertFlawlessAsync("the sheet");
        Assert.Empty(requests);

        var printed = await PrintedPage.OfAsync(page);
        Assert.All(printed.Sheets, size => Assert.Equal(PrintedPage.A4, size));
        Assert.InRange(printed.Sheets.Count, 1, 3);
        Assert.Contains("农家院自查单", printed.Text, StringComparison.Ordinal);
        Assert.Matches(@"农家院自查单，20\d\d年\d+月\d+日", printed.Text);
        Assert.True(printed.Text.IndexOf("先改这些", StringComparison.Ordinal) < printed.Text.IndexOf("做到的（", StringComparison.Ordinal));

        await visitor.GoAsync("/inns/self-check/");
        Assert.Equal(count, await page.Locator("[data-question] input:checked").CountAsync());
    }

    [Fact]
    public async Task Without_scripts_the_questions_print_as_a_form()
    {
        await using var visitor = await browser.OpenAsync("/inns/self-check/star-hotel/", Visitor.OnAPhone with { Scripts = false });
        var printed = await PrintedPage.OfAsync(visitor.Page);
        Assert.All(printed.Sheets, size => Assert.Equal(PrintedPage.A4, size));
        Assert.Contains("不适用", printed.Text, StringComparison.Ordinal);
        Assert.Contains("一年回头看", printed.Text, StringComparison.Ordinal);
    }
}
