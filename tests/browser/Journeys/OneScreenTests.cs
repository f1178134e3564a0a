using Jizhou.Public.BrowserTests.Running;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>What promises to be one screen is one on a common phone, from the top of the window to the last line, and one A4 on paper.</summary>
[Collection("browser")]
public sealed class OneScreenTests(BrowserFixture browser)
{
    private static readonly Visitor CommonPhone = new(360, 800);

    [Theory]
    [InlineData("/inns/today/", "炭灰和焚烧", "2000 元")]
    [InlineData("/visit/", "最常投错的五样", "Next bin")]
    public async Task The_sheet_ends_above_the_edge_of_a_common_phone(string path, string first, string last)
    {
        await using var visitor = await browser.OpenAsync(path, CommonPhone);
        var sheet = visitor.Page.Locator("[data-one-screen]");
        var text = await sheet.InnerTextAsync();
        Assert.Contains(first, text, StringComparison.Ordinal);
        Assert.Contains(last, text, StringComparison.Ordinal);
        var box = (await sheet.BoundingBoxAsync())!;
        Assert.True(box.Y + box.Height <= CommonPhone.Height, $"{path} ends at {box.Y + box.Height} px of {CommonPhone.Height}");
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("window.scrollY"));
        var smallest = await visitor.Page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('[data-one-screen] *:not(sup)')].map(e => parseFloat(getComputedStyle(e).fontSize)))");
        Assert.True(smallest >= 18, $"{path} has text of {smallest} px");
        var lowest = await visitor.Page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('[data-one-screen] summary, [data-one-screen] .button:not(.read-aloud), [data-one-screen] .band')].map(e => e.getBoundingClientRect().height))");
        Assert.True(lowest >= 44, $"{path} has a target of {lowest} px");
    }

    [Theory]
    [InlineData("/inns/today/", "依据：《天津市生活垃圾管理条例》、《生态环境法典》第506条", "客房、厨房、餐桌、院门口各看一遍")]
    [InlineData("/visit/", "ResidualWaste", "吃多少点多少")]
    public async Task On_paper_it_is_one_A4_and_nothing_stays_folded(string path, string words, string more)
    {
        await using var visitor = await browser.OpenAsync(path, CommonPhone);
        var printed = await PrintedPage.OfAsync(visitor.Page);
        Assert.Equal(PrintedPage.A4, Assert.Single(printed.Sheets));
        Assert.Contains(words, printed.Text, StringComparison.Ordinal);
        Assert.Contains(more, printed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_unfolds_to_the_whole_of_it_and_leads_on()
    {
        await using var visitor = await browser.OpenAsync("/inns/today/", CommonPhone);
        var page = visitor.Page;
        await page.TabToAsync("summary");
        await page.Keyboard.PressAsync("Enter");
        var line = page.Locator("details[open]");
        Assert.Contains("《生态环境法典》第1174条", await line.InnerTextAsync(), StringComparison.Ordinal);
        await visitor.AssertFlawlessAsync("an unfolded line");
        await line.Locator("a").ClickAsync();
        Assert.EndsWith("/inns/sorting/", page.Url, StringComparison.Ordinal);
    }
}
