using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>A date that is full, closed or of a year without a holiday notice stands in the list, cannot be chosen, and says why. The dates are real ones of a real portal.</summary>
[Collection("browser")]
public sealed class DatesThatCannotBeTakenTests(BrowserFixture browser) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 12, 21, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly string _content = Directory.CreateTempSubdirectory("jizhou-content-").FullName;
    private RunningPortal _portal = null!;

    /// <summary>A portal four weeks of whose dates reach into 2027, and whose western area offers no provisional ones.</summary>
    public async Task InitializeAsync()
    {
        Copy(Path.Combine(Repository.Root, "content"), _content);
        var file = Path.Combine(_content, "data/bulky/areas.yaml");
        var areas = (await File.ReadAllTextAsync(file)).Split("  - code: ");
        var west = Array.FindIndex(areas, area => area.StartsWith("west", StringComparison.Ordinal));
        areas[west] = areas[west].Replace("withoutNotice: true", "withoutNotice: false", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, string.Join("  - code: ", areas));
        _portal = await RunningPortal.StartAsync(Now, ("Content:Folder", _content));
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        Directory.Delete(_content, recursive: true);
    }

    [Fact]
    public async Task Full_closed_and_provisional_dates_are_seen_and_said_in_words()
    {
        await _portal.RunCommandAsync("operators add dispatcher-1 --role dispatcher --password-stdin", Operators.Password + "\n");
        await using var desk = await browser.OpenAsync("/console/calendar/day/?area=centre&date=2026-12-23", Visitor.AtADesk, _portal);
        await desk.SignInAsync("dispatcher-1");
        await desk.Page.GetByLabel("上午，户数").FillAsync("1");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "改上午的容量" }).ClickAsync();
        await desk.Page.GetByText("容量已改").WaitForAsync();
        await _portal.BookAsync("centre.2026-12-23.morning", "东街 1 号");
        await desk.GoAsync("/console/calendar/day/?area=centre&date=2026-12-24");
        await desk.Page.GetByLabel("原因").SelectOptionAsync("snow");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "停收…" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "停收" }).ClickAsync();
        await desk.Page.GetByText("已停收").WaitForAsync();

        await using var resident = await WhenAsync("渔阳镇");
        await SaysAsync(resident.Page, "centre.2026-12-23.morning", "full", "约满了", false);
        await SaysAsync(resident.Page, "centre.2026-12-23.afternoon", "open", "", true);
        await SaysAsync(resident.Page, "centre.2026-12-24.morning", "closed", "因降雪停收", false);
        await SaysAsync(resident.Page, "centre.2026-12-24.afternoon", "closed", "因降雪停收", false);
        await resident.Page.Locator("[data-more-days]").ClickAsync();
        await SaysAsync(resident.Page, "centre.2027-01-05.morning", "not-on-record", "暂定", true);
        await resident.Page.Locator("[data-calendar]").GetByText("本站还没有收录 2027 年放假安排").WaitForAsync();
        await LookAsync(resident, "booking-when-full-closed");
    }

    [Fact]
    public async Task Without_a_notice_an_area_that_offers_nothing_provisional_says_why()
    {
        await using var resident = await WhenAsync("桑梓镇");
        await resident.Page.Locator("[data-more-days]").ClickAsync();
        await SaysAsync(resident.Page, "west.2027-01-05.morning", "not-on-record", "本站还没有收录 2027 年放假安排", false);
        Assert.Equal("本站还没有收录 2027 年放假安排。那年的日子收录以后才能约。", await resident.Page.Locator("[data-calendar]").InnerTextAsync());
        await LookAsync(resident, "booking-when-not-on-record");
    }

    // The date question of a resident of a township.
    private async Task<VisitorPage> WhenAsync(string township)
    {
        var visitor = await browser.OpenAsync("/booking/", Visitor.OnAPhone, _portal);
        var booking = new ResidentBooking(visitor);
        await booking.WhoAsync();
        await booking.WhereAsync(township);
        await booking.DoorAsync("示例院 61 号");
        await booking.AccessAsync();
        await booking.FloorAsync();
        await booking.WhatAsync();
        await booking.AtAsync("when");
        await visitor.Page.Locator("input[name=slot]").First.WaitForAsync();
        return visitor;
    }

    private static async Task SaysAsync(IPage page, string slot, string state, string words, bool isFree)
    {
        var choice = page.Locator($".choice:has([value='{slot}'])");
        await choice.WaitForAsync();
        Assert.Equal(state, await choice.GetAttributeAsync("data-state"));
        Assert.Equal(isFree, await choice.Locator("input").IsEnabledAsync());
        Assert.Contains(words, await choice.Locator("label").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task LookAsync(VisitorPage visitor, string name)
    {
        await visitor.AssertFlawlessAsync(name);
        await visitor.AssertFitsAsync(name);
        await visitor.KeepScreenshotAsync($"{name}-360");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
