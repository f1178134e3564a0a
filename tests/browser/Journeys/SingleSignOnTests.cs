using System.Diagnostics;
using System.Text.RegularExpressions;
using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>A real browser goes to a real OpenID Connect provider and comes back signed in, although the session's cookie is SameSite=Strict.</summary>
[Collection("browser")]
public sealed class SingleSignOnTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_operator_comes_back_from_the_provider_signed_in()
    {
        var start = new ProcessStartInfo("node", ["provider.mjs"])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests/api/Console/oidc"),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var provider = Process.Start(start)!;
        try
        {
            var said = await provider.StandardOutput.ReadLineAsync();
            var authority = Regex.Match(said ?? "", "^ready (.+)$").Groups[1].Value;
            Assert.NotEqual("", authority);
            await using var portal = await RunningPortal.StartAsync(("Oidc:Authority", authority), ("Oidc:ClientId", "jizhou-console"), ("Oidc:ClientSecret", "a secret of the tests"),
                ("Oidc:RoleClaim", "groups"), ("Oidc:Roles", "dispatchers=dispatcher"));
            await using var visitor = await browser.OpenAsync("/console/bookings/", Visitor.AtADesk, portal, authority);
            var page = visitor.Page;
            await visitor.LookAsync("console-sign-in-oidc");
            await page.GetByRole(AriaRole.Link, new() { Name = "统一身份登录" }).ClickAsync();
            await page.GetByLabel("Account").FillAsync("zhao:dispatchers");
            await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
            await page.WaitForURLAsync("**/console/bookings/");
            await page.GetByText("name-zhao（调度员）").WaitForAsync();
            await visitor.AssertFlawlessAsync("the console after the single sign-on");

            await page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "登录" }).WaitForAsync();
        }
        finally
        {
            provider.Kill();
        }
    }
}
