using System.Globalization;
using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>The API does not answer, the visitor is far away, the page is old: each says so in words and names a way out.</summary>
[Collection("browser")]
public sealed class WhenThingsFailTests(BrowserFixture browser)
{
    [Fact]
    public async Task Without_a_connection_the_booking_keeps_what_was_written()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        var page = visitor.Page;
        var booking = new ResidentBooking(visitor);
        await booking.WhoAsync();
        await booking.WhereAsync();
        await booking.DoorAsync("8 号院");
        await booking.AccessAsync();
        await page.Context.SetOfflineAsync(true);
        await booking.FloorAsync();
        await page.GetByText("网络不通").First.WaitForAsync();
        await page.GetByText("现在没有网络").WaitForAsync();
        Assert.Contains("您填的内容都在", await page.Locator("[data-errors]:visible").InnerTextAsync(), StringComparison.Ordinal);

        await page.Context.SetOfflineAsync(false);
        await page.Locator("[data-errors]:visible").GetByRole(AriaRole.Button, new() { Name = "再试一次" }).ClickAsync();
        await page.Locator("[data-item]").First.WaitForAsync();
        await page.GoBackAsync();
        Assert.True(await page.Locator("#level-ground").IsCheckedAsync());
    }

    [Theory]
    [InlineData(429, "过一分钟再试")]
    [InlineData(502, "12345")]
    public async Task An_answer_without_words_of_ours_is_explained_all_the_same(int status, string words)
    {
        await using var visitor = await browser.OpenAsync("/places/");
        await visitor.Page.RouteAsync("**/api/v1/places*", route => route.FulfillAsync(new() { Status = status, Body = "<html>proxy</html>" }));
        await visitor.GoAsync("/places/?township=120119100");
        await visitor.Page.Locator("[data-places-status]").Filter(new() { HasText = words }).WaitForAsync();
    }

    [Fact]
    public async Task A_visitor_far_away_is_told_before_the_list()
    {
        await using var visitor = await browser.OpenAsync("/places/", Visitor.OnAPhone with { Position = (116.40, 39.90) });
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "用我的位置" }).ClickAsync();
        await visitor.Page.GetByText("附近 10 公里没有这样的点").WaitForAsync();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task A_page_on_law_says_itself_when_nobody_checked_it_for_six_months(int daysMore, bool stale)
    {
        await using var visitor = await browser.OpenAsync("/sorting/hazardous/");
        var checkedOn = DateOnly.ParseExact((await visitor.Page.Locator("[data-checked]").First.GetAttributeAsync("data-checked"))!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var today = checkedOn.AddMonths(6).AddDays(daysMore).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await visitor.Page.Clock.SetFixedTimeAsync($"{today}T12:00:00+08:00");
        await visitor.GoAsync("/sorting/hazardous/");
        await visitor.Page.Locator("html[data-scripts]").WaitForAsync();
        Assert.Equal(stale ? 1 : 0, await visitor.Page.Locator("[data-stale]").CountAsync());
    }

    [Fact]
    public async Task In_the_elder_version_the_page_can_be_read_aloud_and_only_there()
    {
        await using var visitor = await browser.OpenAsync("/sorting/kitchen/");
        var button = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "念给我听" });
        Assert.False(await button.IsVisibleAsync());
        await visitor.GoAsync("/sorting/kitchen/?elder=1");
        await button.WaitForAsync();
        await visitor.Page.EvaluateAsync("window.said = []; speechSynthesis.speak = words => said.push(words.text); speechSynthesis.getVoices = () => []");
        await button.ClickAsync();
        var said = await visitor.Page.EvaluateAsync<string[]>("said");
        Assert.Equal("厨余垃圾怎么投", said[0]);
        Assert.DoesNotContain(said, text => text.Contains("[1]", StringComparison.Ordinal));
    }
}
