using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>Who rings residents takes the list to the telephone on paper.</summary>
public sealed class PrintTheCallsTests(ClockFixture browser) : IClassFixture<ClockFixture>
{
    private const int Calls = 14;

    [Fact]
    public async Task The_call_sheet_prints_on_A4_whole()
    {
        List<MadeBooking> booked = [];
        for (var i = 0; i < Calls; i++)
        {
            booked.Add(await browser.Portal.BookAsync("centre.2026-11-25.morning", $"北街 {i + 1} 号"));
        }

        await browser.Portal.MoveClockAsync(new DateTimeOffset(2026, 11, 24, 8, 5, 0, TimeSpan.FromHours(8))); // the reminder of the day before is due
        await using var desk = await browser.OpenSignedInAsync("dispatcher", "/console/calls/");
        var page = desk.Page;
        Assert.Equal(Calls, await page.Locator(".calls > li").CountAsync());
        await desk.LookAsync("console-calls-many");

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.SetViewportSizeAsync(718, 1000); // 190 mm of paper between the margins
        await desk.AssertFitsAsync("the call sheet on paper");
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).IsVisibleAsync());
        var paper = await PrintedPage.OfAsync(page);
        Assert.All(paper.Sheets, sheet => Assert.Equal(PrintedPage.A4, sheet));
        Assert.InRange(paper.Sheets.Count, 2, 5);
        Assert.All(booked, booking =>
        {
            Assert.Contains(booking.Phone, paper.Text, StringComparison.Ordinal);
            Assert.Contains(booking.Label.Replace(" ", "", StringComparison.Ordinal), paper.Text, StringComparison.Ordinal);
        });

        // What is to be said stands on the paper from its first word to its last.
        var said = await page.Locator(".calls .say").AllInnerTextsAsync();
        Assert.Equal(Calls, said.Count);
        Assert.All(said, words => Assert.Contains(string.Concat(words.Where(c => !char.IsWhiteSpace(c))), paper.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("打通了", paper.Text, StringComparison.Ordinal); // buttons are no use on paper
    }
}
