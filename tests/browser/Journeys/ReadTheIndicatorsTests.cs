using System.Text.Json;
using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>Someone reads the plan's ten indicators and takes them along as data.</summary>
[Collection("browser")]
public sealed class ReadTheIndicatorsTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_page_shows_all_ten_as_the_plan_words_them_and_no_completion_rate()
    {
        await using var visitor = await browser.OpenAsync("/data/indicators/", Visitor.AtADesk with { Scripts = false });
        var text = await visitor.Page.GetByRole(AriaRole.Main).InnerTextAsync();

        foreach (var raw in new[] { "〔23〕", "〔17〕", "完成市级下达目标", "〔20〕", "50以上", "95以上", "85以上", "基数", "目标" })
        {
            Assert.Contains(raw, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("完成率", text.Replace("没有完成率", "", StringComparison.Ordinal).Replace("不写完成率", "", StringComparison.Ordinal)
            .Replace("不算完成率", "", StringComparison.Ordinal).Replace("不显示完成率", "", StringComparison.Ordinal).Replace("不给完成率", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(await visitor.Page.Locator("main table tbody tr").CountAsync() >= 10);
        await visitor.KeepScreenshotAsync("indicators-1280");
    }

    [Fact]
    public async Task The_data_behind_the_page_is_one_press_away()
    {
        await using var visitor = await browser.OpenAsync("/data/indicators/");
        var address = await visitor.Page.Locator("main a[href*='/api/v1/indicators']:not([href*='.csv'])").First.GetAttributeAsync("href");
        var answer = await visitor.Page.APIRequest.GetAsync(new Uri(browser.Portal.Address, address!).ToString());
        using var json = JsonDocument.Parse(await answer.TextAsync());
        Assert.Equal(10, json.RootElement.GetProperty("items").GetArrayLength());
    }
}
