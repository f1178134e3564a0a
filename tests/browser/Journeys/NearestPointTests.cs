using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>"Where do I take this, near me, now?", with the position given and with it refused.</summary>
[Collection("browser")]
public sealed class NearestPointTests(BrowserFixture browser)
{
    [Fact]
    public async Task With_a_granted_position_the_nearest_point_comes_first_and_has_its_page()
    {
        await using var visitor = await browser.OpenAsync("/places/", Visitor.OnAPhone with { Position = (117.4083, 40.0456) });
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "用我的位置" }).ClickAsync();
        await visitor.Page.Locator("li.place .far").First.WaitForAsync();

        var words = await visitor.Page.Locator("li.place .far").AllInnerTextsAsync();
        Assert.True(words.Count >= 10);
        Assert.Equal(words.Select(Metres).Order(), words.Select(Metres));
        Assert.Contains("示例", await visitor.Page.GetByRole(AriaRole.Main).InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("117.", visitor.Page.Url, StringComparison.Ordinal);

        var name = await visitor.Page.Locator("li.place h3").First.InnerTextAsync();
        await visitor.Page.Locator("li.place h3 a").First.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/places/*/");
        Assert.Contains(name, await visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync(), StringComparison.Ordinal);
        await visitor.AssertFlawlessAsync("a place's page");
        await visitor.AssertFitsAsync("a place's page");
        await visitor.KeepScreenshotAsync("place-360");
    }

    [Fact]
    public async Task With_a_refused_position_a_township_gives_a_list_without_distances()
    {
        await using var visitor = await browser.OpenAsync("/places/");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "用我的位置" }).ClickAsync();
        await visitor.Page.GetByText("没有拿到您的位置").WaitForAsync();

        await visitor.Page.Keyboard.TypeAsync("xyz"); // the box has the focus
        await visitor.Page.GetByRole(AriaRole.Option, new() { Name = "下营镇 整个镇" }).ClickAsync();
        await visitor.Page.GetByText("按名称排列，不写距离").WaitForAsync();
        Assert.Equal(0, await visitor.Page.Locator("li.place .far").CountAsync());
        await visitor.AssertFlawlessAsync("the list of a township");
    }

    [Fact]
    public async Task A_material_narrows_the_list()
    {
        await using var visitor = await browser.OpenAsync("/places/", Visitor.OnAPhone with { Position = (117.4083, 40.0456) });
        await visitor.Page.GetByText("更多条件").ClickAsync();
        await visitor.Page.GetByLabel("收哪一类").SelectOptionAsync("textile");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "用我的位置" }).ClickAsync();
        await visitor.Page.Locator("li.place .far").First.WaitForAsync();

        foreach (var place in await visitor.Page.Locator("li.place").AllInnerTextsAsync())
        {
            Assert.Matches("旧衣|织物|纺织", place);
        }
    }

    private static double Metres(string words) => words.Contains("公里", StringComparison.Ordinal)
        ? double.Parse(words.Replace("公里", "", StringComparison.Ordinal)) * 1000
        : double.Parse(words.Replace("米", "", StringComparison.Ordinal));
}
