using System.Web;
using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>A crew on its way: the address copied, the phone's own map asked for the door, another company's map for the village alone.</summary>
public sealed class FindTheDoorTests(ClockFixture browser) : IClassFixture<ClockFixture>
{
    [Fact]
    public async Task The_address_is_copied_and_the_maps_are_asked_for_what_each_may_know()
    {
        var booked = await browser.Portal.BookAsync("centre.2026-11-24.morning", "西街 8 号院 2 门", name: "示例欧阳先生");
        var crew = await browser.AddOperatorAsync("crew");
        await using var desk = await browser.OpenSignedInAsync("dispatcher", "/console/rounds/crews/");
        await desk.Page.GetByLabel(crew, new() { Exact = true }).SelectOptionAsync("centre-1");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = $"保存 {crew}" }).ClickAsync();
        await desk.GoAsync("/console/rounds/centre/2026-11-24/");
        await desk.Page.Locator("form[action$='/propose/'] button").ClickAsync();
        await desk.Page.Locator("section[data-truck=centre-1] form[action$='/hand-out/'] button").ClickAsync();
        await desk.Page.GetByText("已派出").WaitForAsync();
        await browser.Portal.MoveClockAsync(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(8)));

        await using var phone = await browser.OpenAsync("/console/round/", Visitor.OnAPhone);
        var page = phone.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await phone.SignInAsync(crew);
        await page.GetByText("1 站里还有 1 站没记结果。").WaitForAsync();
        await phone.AssertFitsAsync("a stop with a name of five characters");
        await page.GetByRole(AriaRole.Button, new() { Name = "复制地址" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "已复制" }).WaitForAsync();
        Assert.Equal("渔阳镇 东北隅村 西街 8 号院 2 门", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.Equal($"tel:{booked.Phone}", await HrefAsync(page, "打电话"));

        // No village has a known position, so no link carries coordinates, and no datum can be wrong: both maps look the words up themselves.
        var own = await HrefAsync(page, "用手机地图找");
        Assert.Equal("geo:0,0?q=天津市蓟州区渔阳镇东北隅村西街 8 号院 2 门", HttpUtility.UrlDecode(own));
        var amap = new Uri(await HrefAsync(page, "高德地图找村子"));
        Assert.Equal("https://uri.amap.com/search", amap.GetLeftPart(UriPartial.Path));
        var asked = HttpUtility.ParseQueryString(amap.Query);
        Assert.Equal(["keyword", "callnative"], asked.AllKeys.OfType<string>());
        Assert.Equal("天津市蓟州区渔阳镇东北隅村", asked["keyword"]); // the door is nobody else's business
        await phone.LookAsync("round-find-the-door");
    }

    private static async Task<string> HrefAsync(IPage page, string name) =>
        (await page.GetByRole(AriaRole.Link, new() { Name = name }).GetAttributeAsync("href"))!;
}
