using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>An operator added by command signs in, sees the day's bookings with masked phones, and signs out.</summary>
[Collection("browser")]
public sealed class SeeTodaysBookingsTests(BrowserFixture browser)
{
    private const string Password = "long-enough-示例-0001";

    [Fact]
    public async Task An_operator_signs_in_sees_the_list_and_signs_out()
    {
        await browser.Portal.RunCommandAsync("operators add dispatcher-1 --role dispatcher --password-stdin", Password + "\n");
        await using var visitor = await browser.OpenAsync("/console/", Visitor.AtADesk);
        Assert.Contains("/console/sign-in", visitor.Page.Url, StringComparison.Ordinal);

        await SignInAsync(visitor, "wrong password");
        await visitor.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await visitor.AssertFlawlessAsync("sign-in with an error");
        await SignInAsync(visitor, Password);
        await visitor.Page.WaitForURLAsync("**/console/");
        await visitor.AssertFlawlessAsync("the start page");
        await visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "今天的预约" }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/console/day/");
        await visitor.AssertFlawlessAsync("the day's bookings");
        await visitor.AssertFitsAsync("the day's bookings");
        await visitor.KeepScreenshotAsync("console-1280");

        var cookie = Assert.Single(await visitor.Page.Context.CookiesAsync(), c => c.Name.StartsWith("__Host-", StringComparison.Ordinal) && c.HttpOnly && !c.Name.Contains("form", StringComparison.Ordinal));
        Assert.True(cookie.Secure);
        Assert.Equal(SameSiteAttribute.Strict, cookie.SameSite);

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await visitor.GoAsync("/console/");
        Assert.Contains("/console/sign-in", visitor.Page.Url, StringComparison.Ordinal);
    }

    private static async Task SignInAsync(VisitorPage visitor, string password)
    {
        await visitor.Page.GetByLabel("用户名").FillAsync("dispatcher-1");
        await visitor.Page.GetByLabel("密码").FillAsync(password);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
    }
}
