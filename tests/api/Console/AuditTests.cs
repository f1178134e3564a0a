using System.Net;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Console;

/// <summary>The start page by role, and the log of who did what.</summary>
public sealed class AuditTests
{
    [Theory]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.Dispatcher, false)]
    public async Task The_start_page_offers_what_the_role_may_do(string role, bool mayReadLog)
    {
        using var server = await ConsoleBrowser.ServerWithAsync(role);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        var page = await browser.PageAsync("/console/");
        Assert.Contains("href=\"/console/bookings/\"", page, StringComparison.Ordinal);
        Assert.Equal(mayReadLog, page.Contains("href=\"/console/audit/\"", StringComparison.Ordinal));
        foreach (var path in (string[])["/console/audit/", "/console/audit.csv"])
        {
            using var answer = await browser.GetAsync(path);
            Assert.Equal(mayReadLog ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_log_is_paged_filtered_and_exported_without_running_formulas()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Administrator);
        var log = server.Services.GetRequiredService<AuditLog>();
        for (var i = 1; i <= 60; i++)
        {
            await log.NoteAsync(new Actor("li", Roles.Editor), AccountActions.KeyIssued, $"key {i:000}", "=1+1 100%", CancellationToken.None);
        }

        server.Clock.Advance(TimeSpan.FromDays(1));
        await log.NoteAsync(new Actor("zhao", Roles.Editor), AccountActions.KeyRevoked, "key 001", "<b>吊销</b>", CancellationToken.None);
        using var browser = await ConsoleBrowser.SignedInAsync(server);

        var first = await browser.PageAsync("/console/audit/?actor=li");
        Assert.Contains("key 060", first, StringComparison.Ordinal);
        Assert.DoesNotContain("key 010", first, StringComparison.Ordinal);
        var next = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(first, "href=\"(/console/audit/\\?[^\"]*before[^\"]*)\"").Groups[1].Value);
        var second = await browser.PageAsync(next);
        Assert.Contains("key 010", second, StringComparison.Ordinal);
        Assert.DoesNotContain("key 011", second, StringComparison.Ordinal);

        Assert.Contains("登录工作台", await browser.PageAsync("/console/audit/?action=sign-in"), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的记录", await browser.PageAsync("/console/audit/?words=key%25"), StringComparison.Ordinal);
        var later = await browser.PageAsync("/console/audit/?actor=zhao&from=2026-11-23&to=2026-11-23");
        Assert.Contains("&lt;b&gt;吊销&lt;/b&gt;", later, StringComparison.Ordinal);
        Assert.DoesNotContain("key 060", later, StringComparison.Ordinal);

        using var file = await browser.GetAsync("/console/audit.csv?words=100%25");
        var csv = await file.Content.ReadAsStringAsync();
        Assert.Equal(61, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(",key-issue,发放密钥,key 060,'=1+1 100%", csv, StringComparison.Ordinal);
    }
}
