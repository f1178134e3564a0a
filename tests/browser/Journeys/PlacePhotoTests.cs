using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>An editor gives a place a photo; a resident sees it, or hears what it shows.</summary>
[Collection("browser")]
public sealed class PlacePhotoTests(BrowserFixture browser)
{
    private const string Alt = "示例照片：小区东门内左手边，四个分类桶";

    [Fact]
    public async Task A_photo_goes_from_the_console_to_the_places_page_and_off_again()
    {
        await using var visitor = await browser.OpenSignedInAsync("editor", "/console/places/?q=sample-006");
        var page = visitor.Page;
        await page.WaitForURLAsync("**/console/places/?q=*");
        await visitor.LookAsync("console-places");
        await page.ClickAsync("main a[href='/console/places/sample-006/remove/']");
        await visitor.LookAsync("console-remove");
        await page.GoBackAsync();

        await page.ClickAsync("main a[href='/console/places/sample-006/photo/']");
        await page.Locator("#photo").SetInputFilesAsync(Path.Combine(Repository.Root, "tests", "samples", "pictures", "photo.jpg"));
        await page.FillAsync("#alt", Alt);
        await page.ClickAsync("form[enctype] button[type=submit]");
        await page.GetByText("已保存").WaitForAsync();
        await visitor.LookAsync("console-photo");

        await visitor.GoAsync("/places/sample-006/");
        var image = page.GetByRole(AriaRole.Img, new() { Name = Alt });
        await image.ScrollIntoViewIfNeededAsync(); // it is loaded when it is near
        await page.WaitForFunctionAsync("alt => document.querySelector(`img[alt='${alt}']`).naturalWidth > 0", Alt);
        await visitor.LookAsync("place-with-photo");

        await visitor.GoAsync("/console/places/sample-006/photo/");
        await page.ClickAsync("details summary");
        await page.ClickAsync("details button");
        await page.GetByText("还没有照片").WaitForAsync();
    }
}
