using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>A resident asks for what nobody knows; the editor finds it in the console and marks it.</summary>
[Collection("browser")]
public sealed class SettleMissingItemsTests(BrowserFixture browser)
{
    private const string Password = "long-enough-示例-0002";

    [Fact]
    public async Task What_a_resident_asked_in_vain_reaches_the_editor_and_is_settled_after_a_question()
    {
        await browser.Portal.RunCommandAsync("operators add editor-missing --role editor --password-stdin", Password + "\n");
        await using var visitor = await browser.OpenAsync("/console/missing/", Visitor.AtADesk);
        var page = visitor.Page;
        await page.GetByLabel("用户名").FillAsync("editor-missing");
        await page.GetByLabel("密码").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Expect(page.GetByText("现在没有。")).ToBeVisibleAsync();
        await visitor.LookAsync("console-missing-empty");

        await using var resident = await browser.OpenAsync("/sorting/?q=魑魅鼗怎么扔");
        await Expect(resident.Page.Locator("[data-item-answers]")).ToContainTextAsync("查不到");
        await resident.GoAsync("/sorting/?q=魑魅鼗");
        await Expect(resident.Page.Locator("[data-item-answers]")).ToContainTextAsync("查不到");

        await visitor.GoAsync("/console/missing/");
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "魑魅鼗" })).ToBeVisibleAsync();
        await page.GetByText("怎样补一条").ClickAsync();
        await visitor.LookAsync("console-missing");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("已补") }).ClickAsync();
        await visitor.LookAsync("console-missing-question");
        await page.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已记下：已补");
        await visitor.LookAsync("console-missing-settled");
    }
}
