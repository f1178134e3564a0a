using System.Globalization;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Running;

/// <summary>Operators of the journeys: added by command as an administrator of the machine would, signed in by the page's own form. The one way in for all journeys.</summary>
public static class Operators
{
    /// <summary>Password of all of them.</summary>
    public const string Password = "long-enough-示例-0001";

    private static int _count;

    /// <summary>Adds an operator of a role; answers the name.</summary>
    public static async Task<string> AddOperatorAsync(this BrowserFixture browser, string role)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{role}-{Interlocked.Increment(ref _count)}");
        await browser.Portal.RunCommandAsync($"operators add {name} --role {role} --password-stdin", Password + "\n");
        return name;
    }

    /// <summary>A page of the console as a new operator of this role sees it, who has just signed in by keyboard.</summary>
    public static async Task<VisitorPage> OpenSignedInAsync(this BrowserFixture browser, string role, string path, Visitor? visitor = null)
    {
        var page = await browser.OpenAsync(path, visitor ?? Visitor.AtADesk);
        await page.SignInAsync(await browser.AddOperatorAsync(role));
        return page;
    }

    /// <summary>Fills in the sign-in page that is open, and waits until the console is behind it.</summary>
    public static async Task SignInAsync(this VisitorPage visitor, string name, string password = Password)
    {
        await visitor.Page.FillAsync("#name", name);
        await visitor.Page.FillAsync("#password", password);
        await visitor.Page.PressAsync("#password", "Enter");
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).WaitForAsync();
    }
}
