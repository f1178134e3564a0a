using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Running;

/// <summary>A page as it comes out of the printer: the size of each sheet in millimetres, and its words.</summary>
/// <param name="Sheets">Width and height of each sheet.</param>
/// <param name="Text">What pdftotext reads, without spaces.</param>
public sealed record PrintedPage(IReadOnlyList<(int Width, int Height)> Sheets, string Text)
{
    /// <summary>A4 upright, in millimetres.</summary>
    public static readonly (int Width, int Height) A4 = (210, 297);

    /// <summary>A3 upright, in millimetres.</summary>
    public static readonly (int Width, int Height) A3 = (297, 420);

    /// <summary>Prints a page into a PDF, as the browser's print command would with backgrounds on.</summary>
    public static async Task<PrintedPage> OfAsync(IPage page)
    {
        var pdf = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true });
        var boxes = Regex.Matches(Encoding.Latin1.GetString(pdf), @"/MediaBox\s*\[0 0 (?<w>[\d.]+) (?<h>[\d.]+)\]")
            .Select(box => (Millimetres(box.Groups["w"].Value), Millimetres(box.Groups["h"].Value))).ToList();
        return new PrintedPage(boxes, await TextAsync(pdf));
    }

    private static int Millimetres(string points) => (int)Math.Round(double.Parse(points) * 25.4 / 72);

    private static async Task<string> TextAsync(byte[] pdf)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", "-", "-"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var reading = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(pdf);
        process.StandardInput.Close();
        var text = await reading;
        await process.WaitForExitAsync();
        return Regex.Replace(text, @"\s+", "");
    }
}
