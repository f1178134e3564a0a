using Jizhou.Public.BrowserTests.Running;
using static Microsoft.Playwright.Assertions;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>Signs, forms and one-pagers as they come out of the printer.</summary>
[Collection("browser")]
public sealed class PrintASignTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("bin-kitchen", "厨余垃圾", "FoodWaste")]
    [InlineData("four-bins", "可回收物", "HazardousWaste")]
    [InlineData("room-card", "要用请开口", "pleaseaskatreception")]
    [InlineData("kitchen-poster", "废油桶", "《生态环境法典》第514条")]
    public async Task A_sign_fills_one_sheet_of_A4_and_of_A3_and_carries_the_inns_own_name(string id, string words, string more)
    {
        await using var visitor = await browser.OpenAsync($"/inns/print/{id}/", Visitor.AtADesk);
        await visitor.Page.FillAsync("#inn-name", "示例山脚小院");
        foreach (var (paper, size) in (ValueTuple<string, (int, int)>[])[("a4", PrintedPage.A4), ("a3", PrintedPage.A3)])
        {
            await visitor.Page.CheckAsync($"input[value={paper}]");
            var printed = await PrintedPage.OfAsync(visitor.Page);
            Assert.Equal(size, Assert.Single(printed.Sheets));
            Assert.Contains(words, printed.Text, StringComparison.Ordinal);
            Assert.Contains(more, printed.Text, StringComparison.Ordinal);
            Assert.Contains("示例山脚小院", printed.Text, StringComparison.Ordinal);
            Assert.Contains($"{browser.Portal.Address.Host}:{browser.Portal.Address.Port}/", printed.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/inns/today/", 1, "厨余和废油")]
    [InlineData("/plastics/ledger/", 1, "塑料购物袋购销台账")]
    [InlineData("/inns/kitchen-waste/ledger/", 1, "收的人签字")]
    [InlineData("/farm/ledger/", 1, "农资回收台账")]
    public async Task A_form_or_one_pager_is_one_upright_A4(string path, int sheets, string words)
    {
        await using var visitor = await browser.OpenAsync(path, Visitor.AtADesk);
        var printed = await PrintedPage.OfAsync(visitor.Page);
        Assert.Equal(Enumerable.Repeat(PrintedPage.A4, sheets), printed.Sheets);
        Assert.Contains(words, printed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_matrix_is_one_A4_on_its_side()
    {
        await using var visitor = await browser.OpenAsync("/plastics/matrix/", Visitor.AtADesk);
        var printed = await PrintedPage.OfAsync(visitor.Page);
        Assert.Equal((297, 210), printed.Sheets[0]);
        Assert.InRange(printed.Sheets.Count, 1, 2);
        Assert.Contains("种植户", printed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_or_a_plate_is_looked_up_on_the_device()
    {
        await using var visitor = await browser.OpenAsync("/inns/collectors/");
        var page = visitor.Page;
        await page.SelectOptionAsync("#township", "120119111");
        await Expect(page.Locator("[data-collectors-status]")).ToContainTextAsync("本镇未录入收运单位");
        List<string> requests = [];
        page.Request += (_, request) => requests.Add(request.Url);
        await page.FillAsync("#who", "示例 a0004");
        await page.ClickAsync("[data-look-up]");
        await Expect(page.Locator("[data-look-up-answer]")).ToContainTextAsync("已过期");
        await page.FillAsync("#who", "某某公司");
        await page.PressAsync("#who", "Enter");
        await Expect(page.Locator("[data-look-up-answer]")).ToContainTextAsync("没有不等于不正规");
        Assert.Empty(requests);
        await visitor.AssertFlawlessAsync("the directory");
    }
}
