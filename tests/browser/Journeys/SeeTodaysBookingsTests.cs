using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>An operator added by command signs in, sees the day's bookings with masked phones, and signs out.</summary>
[Collection("browser")]
public sealed class SeeTodaysBookingsTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_operator_signs_in_sees_the_list_and_signs_out()
    {
        var name = await browser.AddOperatorAsync("dispatcher");
        await using var visitor = await browser.OpenAsync("/console/", Visitor.AtADesk);
        Assert.Contains("/console/sign-in", visitor.Page.Url, StringComparison.Ordinal);

        await visitor.Page.GetByLabel("用户名").FillAsync(name);
        await visitor.Page.GetByLabel("密码").FillAsync("wrong password");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await visitor.AssertFlawlessAsync("sign-in with an error");
        await visitor.SignInAsync(name);
        await visitor.Page.WaitForURLAsync("**/console/");
        await visitor.AssertFlawlessAsync("the start page");
        await visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "预约", Exact = true }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/console/bookings/");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "今天", Exact = true }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "前一天" }).WaitForAsync();
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
}
