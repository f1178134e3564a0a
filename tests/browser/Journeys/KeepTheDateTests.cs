using System.Buffers.Binary;
using System.Diagnostics;
using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>A resident takes the date along: as a calendar file from both pages, and as a picture.</summary>
[Collection("browser")]
public sealed class KeepTheDateTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_calendar_file_of_both_pages_holds_one_event_that_follows_a_move_and_a_cancellation()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        var page = visitor.Page;
        var (label, reference) = await ResidentBooking.BookAsync(visitor, "13800000061");
        var first = await SaveAsync(page, "[data-step=done] [data-calendar-file]");
        await page.GetByText("日历文件给您了").WaitForAsync();
        var day = DayOf(label);
        Assert.StartsWith(day, first["DTSTART"].Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("CONFIRMED", first["STATUS"]);
        Assert.Contains(label, first["SUMMARY"] + first["DESCRIPTION"], StringComparison.Ordinal);
        Assert.DoesNotContain("13800000061", first["SUMMARY"] + first["DESCRIPTION"], StringComparison.Ordinal);

        await ResidentBooking.OpenAsync(visitor, reference, "0061");
        await page.Locator("[data-to-when]").ClickAsync();
        await page.Locator("[data-view=when] input[name=slot]:not(:disabled)").Nth(5).CheckAsync();
        await page.Locator("[data-view=when] [data-next]").ClickAsync();
        await page.GetByText("日子改好了").WaitForAsync();
        var moved = await SaveAsync(page, "[data-view=booking] [data-calendar-file]");
        Assert.Equal(first["UID"], moved["UID"]);
        Assert.True(int.Parse(moved["SEQUENCE"]) > int.Parse(first["SEQUENCE"]), "a calendar would keep the old date");
        Assert.StartsWith(DayOf((await page.Locator("[data-rows] strong").InnerTextAsync()).Trim()), moved["DTSTART"], StringComparison.Ordinal);

        await page.Locator("[data-cancel]").ClickAsync();
        await page.Locator("[data-cancel-now]").ClickAsync();
        await page.GetByText("已经取消").WaitForAsync();
        var cancelled = await SaveAsync(page, "[data-view=booking] [data-calendar-file]");
        Assert.Equal((first["UID"], "CANCELLED"), (cancelled["UID"], cancelled["STATUS"]));
    }

    [Fact]
    public async Task The_picture_is_saved_and_its_code_opens_the_booking()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        var page = visitor.Page;
        var (label, reference) = await ResidentBooking.BookAsync(visitor, "13800000062");
        var waiting = page.WaitForDownloadAsync();
        await page.Locator("[data-save-picture]").ClickAsync();
        var download = await waiting;
        Assert.Matches($"^booking-{DayOf(label)[..4]}-{DayOf(label)[4..6]}-{DayOf(label)[6..]}\\.png$", download.SuggestedFilename);
        var picture = Path.Combine(Repository.Screenshots, "booking-picture.png");
        await download.SaveAsAsync(picture);
        var bytes = await File.ReadAllBytesAsync(picture);
        Assert.Equal((1080u, 1700u), (BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(20))));
        Assert.Matches($"/booking/manage/#reference={reference}&token=[0-9a-f]{{32}}$", await ScanAsync(picture));

        // The one in the page is the same picture, for browsers that save nothing themselves; what it shows is said in words.
        var shown = page.Locator("[data-picture] img");
        Assert.Contains(label, await shown.GetAttributeAsync("alt") ?? "", StringComparison.Ordinal);
        Assert.Equal(1080, await shown.EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)"));
        await page.GetByText("图片做好了").WaitForAsync();
        await visitor.AssertFitsAsync("the picture of a booking");
    }

    private static async Task<CalendarFile> SaveAsync(IPage page, string button)
    {
        var waiting = page.WaitForDownloadAsync();
        await page.Locator(button).ClickAsync();
        var download = await waiting;
        Assert.Equal("pickup.ics", download.SuggestedFilename);
        return await CalendarFile.ReadAsync(await download.PathAsync());
    }

    // 20261201, of a label like 渔阳 12-01 03.
    private static string DayOf(string label)
    {
        var parts = label.Split(' ')[^2].Split('-');
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));
        var date = new DateOnly(today.Year, int.Parse(parts[0]), int.Parse(parts[1]));
        return (date < today ? date.AddYears(1) : date).ToString("yyyyMMdd");
    }

    private static async Task<string> ScanAsync(string picture)
    {
        using var scanner = Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var link = (await scanner.StandardOutput.ReadToEndAsync()).Trim();
        await scanner.WaitForExitAsync();
        return link;
    }
}
