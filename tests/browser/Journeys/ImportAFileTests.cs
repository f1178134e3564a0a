using System.Text;
using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>An editor brings a file as Excel makes it in China to the places' pages, by keyboard alone, and takes it back; every page of the way is looked at.</summary>
[Collection("browser")]
public sealed class ImportAFileTests(BrowserFixture browser)
{
    private const string District = """
        网点名称,类型,乡镇,经度,纬度,回收品种,营业时间
        浏览器测试一号回收站,回收站,渔阳镇,117.41,40.04,废纸、破铜烂铁,"周一至周五8:00-17:30，节假日休息"
        浏览器测试二号回收站,收废品的,官庄镇,117.33,40.12,塑料瓶,看老板心情
        ,回收站,邦均镇,,,废纸,

        """;

    [Fact]
    public async Task A_file_goes_from_upload_to_the_page_by_keyboard_alone_and_back()
    {
        await using var visitor = await browser.OpenSignedInAsync("editor", "/console/imports/");
        var page = visitor.Page;
        await page.WaitForURLAsync("**/console/imports/");
        await visitor.LookAsync("imports");
        await page.PressOnAsync("main a[href='/console/imports/new/']", "Enter");
        await page.WaitForURLAsync("**/new/");
        await visitor.LookAsync("import-new");

        await page.PressOnAsync("input[name=scope]", "Space");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "网点.csv", MimeType = "text/csv", Buffer = Gb18030(District) });
        await page.PressOnAsync("main button[type=submit]", "Enter");
        try
        {
            await ImportAsync(visitor);
        }
        finally
        {
            await browser.Portal.RunCommandAsync("import places --undo"); // the other journeys need the sample places
        }

        await visitor.GoAsync("/console/imports/");
        await page.GetByText("已撤回，").WaitForAsync();
    }

    private static async Task ImportAsync(VisitorPage visitor)
    {
        var page = visitor.Page;
        await page.Locator("svg.datum-map").First.WaitForAsync();
        Assert.Equal(3, await page.Locator("svg.datum-map").CountAsync());
        await visitor.LookAsync("import-datum");
        await page.TabToAsync("input[name=crs]");
        await page.Keyboard.PressAsync("Space"); // WGS-84; ArrowDown moves to GCJ-02
        await page.Keyboard.PressAsync("ArrowDown");
        await page.PressOnAsync("main button[type=submit]", "Enter");

        await page.GetByText("请核对时间和用词").First.WaitForAsync();
        await visitor.LookAsync("import-words");
        await page.PressOnAsync("main button[type=submit]", "Enter");

        await page.GetByRole(AriaRole.Heading, new() { Name = "导入前请核对" }).WaitForAsync();
        await visitor.LookAsync("import-report");
        await page.PressOnAsync("form[action$='/apply/'] button", "Enter");

        await page.GetByRole(AriaRole.Heading, new() { Name = "已导入" }).WaitForAsync();
        await visitor.LookAsync("import-done");
        await page.PressOnAsync("main ul a", "Enter");
        await page.WaitForURLAsync("**/places/p-*/");
        await page.GetByText("周一至周五 8:00–17:30；法定节假日 不开放").First.WaitForAsync();
    }

    private static byte[] Gb18030(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("gb18030").GetBytes(text.ReplaceLineEndings("\r\n"));
    }
}
