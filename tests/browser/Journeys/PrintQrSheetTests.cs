using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>The sheets of codes: what a phone reads from them, and what comes out of the printer.</summary>
[Collection("browser")]
public sealed class PrintQrSheetTests(BrowserFixture browser)
{
    [Fact]
    public async Task Every_code_of_a_sheet_is_read_by_a_scanner_and_leads_to_its_place()
    {
        await using var visitor = await browser.OpenAsync("/places/qr/", Visitor.AtADesk);
        await visitor.AssertFlawlessAsync("the townships with codes");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "渔阳镇" }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/places/qr/120119100/");
        await visitor.AssertFlawlessAsync("a sheet of codes");
        await visitor.KeepScreenshotAsync("qr-1280");

        var picture = Path.Combine(Directory.CreateTempSubdirectory("jizhou-qr-").FullName, "sheet.png");
        await visitor.Page.ScreenshotAsync(new() { Path = picture, FullPage = true });
        var read = Scan(picture).Order(StringComparer.Ordinal).ToList();
        var ids = (await visitor.Page.Locator(".qr-id").AllInnerTextsAsync()).Select(text => text.Split('（')[0]).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Select(id => new Uri(browser.Portal.Address, $"/p/{id}").ToString()), read);

        await visitor.GoAsync(read[0]);
        Assert.Contains("怎么了？", await visitor.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(picture)!, recursive: true);
    }

    [Fact]
    public async Task Printed_each_page_of_twelve_codes_is_one_sheet_of_A4()
    {
        await using var visitor = await browser.OpenAsync("/places/qr/120119100/", Visitor.AtADesk);
        var pages = await visitor.Page.Locator(".qr-page").CountAsync();
        var printed = await PrintAsync(visitor.Page);
        Assert.Equal(pages, printed.Count);
        Assert.All(printed, page => Assert.Equal("595x842", page));

        // A full page and one more code: the sample townships are smaller.
        await visitor.Page.EvaluateAsync("""
            (() => {
              const list = document.querySelector('.qr-cards');
              while (list.children.length < 12) list.appendChild(list.children[0].cloneNode(true));
              const section = document.querySelector('.qr-page');
              section.parentNode.insertBefore(section.cloneNode(true), section);
            })()
            """);
        Assert.Equal(pages + 1, (await PrintAsync(visitor.Page)).Count);
    }

    // Chromium writes page objects uncompressed enough to read their size: /MediaBox [0 0 594.95996 841.91998].
    private static async Task<IReadOnlyList<string>> PrintAsync(IPage page)
    {
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        return [.. Regex.Matches(pdf, @"/MediaBox \[0 0 (?<w>[\d.]+) (?<h>[\d.]+)\]")
            .Select(m => $"{Math.Round(Number(m.Groups["w"].Value))}x{Math.Round(Number(m.Groups["h"].Value))}")];
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string[] Scan(string picture)
    {
        using var scanner = Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var read = scanner.StandardOutput.ReadToEnd();
        scanner.WaitForExit();
        return read.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
