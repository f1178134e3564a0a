using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>A call taker of 12345: types what the caller says, reads two sentences out, copies them; the network may go.</summary>
[Collection("browser")]
public sealed class AnswerACallTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("旧床垫怎么扔", "床垫", "大件垃圾", "约车来拉")]
    [InlineData("guoqiyao", "过期药品", "有害垃圾", "看最近的点和详情")]
    [InlineData("没洗的奶茶杯", "没洗的奶茶杯", "其他垃圾", "看这条规则")]
    public async Task What_the_caller_says_becomes_two_sentences_with_their_ground(string said, string thing, string category, string next)
    {
        await using var visitor = await browser.OpenAsync("/sorting/call-takers/", Visitor.AtADesk);
        await visitor.Page.GetByLabel("来电人说的东西").FillAsync(said);
        var answer = visitor.Page.Locator(".answer-card").First;
        await answer.WaitForAsync();
        var sentences = await answer.Locator(".read-out").AllInnerTextsAsync();
        Assert.Equal(2, sentences.Count);
        Assert.StartsWith($"“{thing}”属于{category}", sentences[0], StringComparison.Ordinal);
        Assert.Contains("依据：", await answer.InnerTextAsync(), StringComparison.Ordinal);
        await answer.GetByRole(AriaRole.Link, new() { Name = next }).WaitForAsync();
    }

    [Fact]
    public async Task A_thing_that_is_fetched_leads_to_a_booking_that_has_it_chosen()
    {
        await using var visitor = await browser.OpenAsync("/sorting/call-takers/", Visitor.AtADesk);
        await visitor.Page.GetByLabel("来电人说的东西").FillAsync("席梦思");
        await visitor.Page.Locator(".answer-card").First.GetByRole(AriaRole.Link, new() { Name = "约车来拉" }).ClickAsync();
        await visitor.Page.GetByText("已经替您选上：床垫 1 张").WaitForAsync();
    }

    [Fact]
    public async Task The_two_sentences_and_their_ground_are_copied()
    {
        await using var visitor = await browser.OpenAsync("/sorting/call-takers/", Visitor.AtADesk);
        await visitor.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visitor.Page.GetByLabel("来电人说的东西").FillAsync("旧床垫");
        var answer = visitor.Page.Locator(".answer-card").First;
        await answer.GetByRole(AriaRole.Button, new() { Name = "复制这两句" }).ClickAsync();
        await answer.GetByRole(AriaRole.Button, new() { Name = "已复制" }).WaitForAsync();
        var copied = await visitor.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.StartsWith("“床垫”属于大件垃圾", copied, StringComparison.Ordinal);
        Assert.Contains("原因是：", copied, StringComparison.Ordinal);
        Assert.Contains("依据：", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_network_cut_the_page_opens_again_and_answers()
    {
        await using var visitor = await browser.OpenAsync("/sorting/call-takers/", Visitor.AtADesk);
        await visitor.Page.GetByText("断网也能用。").First.WaitForAsync();
        await visitor.Page.Context.SetOfflineAsync(true);
        await visitor.Page.ReloadAsync();
        await visitor.Page.GetByLabel("来电人说的东西").FillAsync("农药瓶子能不能卖");
        await visitor.Page.Locator(".read-out").First.WaitForAsync();
        Assert.Contains("农业废弃物", await visitor.Page.Locator(".read-out").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_knows_is_said_so()
    {
        await using var visitor = await browser.OpenAsync("/sorting/call-takers/", Visitor.AtADesk);
        await visitor.Page.GetByLabel("来电人说的东西").FillAsync("电饭鼗鼗");
        await visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "查不到“电饭鼗鼗”" }).WaitForAsync();
    }
}
