using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>A resident reads what to do with hazardous waste, with and without scripts.</summary>
[Collection("browser")]
public sealed class ReadAGuideTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_guide_is_two_presses_from_home_and_says_the_answer_first(bool scripts)
    {
        await using var visitor = await browser.OpenAsync("/", Visitor.OnAPhone with { Scripts = scripts });
        await visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "怎么分" }).First.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/sorting/");
        await visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "有害垃圾" }).First.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/sorting/hazardous/");

        var text = await visitor.Page.GetByRole(AriaRole.Main).InnerTextAsync();
        Assert.True(text.IndexOf("红色", StringComparison.Ordinal) is >= 0 and < 200, "the answer does not stand at the top");
        Assert.Contains("如果不行", text, StringComparison.Ordinal);
        Assert.Matches("data-checked=\"20[0-9]{2}-[0-9]{2}-[0-9]{2}\"", await visitor.Page.ContentAsync());
        await visitor.AssertFitsAsync("guide");
    }

    [Fact]
    public async Task A_rule_leads_to_its_source_on_the_same_page()
    {
        await using var visitor = await browser.OpenAsync("/inns/kitchen-waste/");
        var mark = visitor.Page.Locator("main a[href^='#']").First;
        var target = await mark.GetAttributeAsync("href");
        Assert.Equal(1, await visitor.Page.Locator($"[id='{target![1..]}']").CountAsync());
        Assert.Contains("生态环境法典", await visitor.Page.GetByRole(AriaRole.Main).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_elder_version_is_one_press_away_larger_and_remembered()
    {
        await using var visitor = await browser.OpenAsync("/sorting/kitchen/");
        await visitor.Page.GetByText("长辈版").First.ClickAsync();
        await visitor.GoAsync("/inns/sorting/");

        var size = await visitor.Page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)");
        Assert.True(size >= 27, $"elder text is {size} px");
        await visitor.AssertFitsAsync("elder guide");
    }
}
