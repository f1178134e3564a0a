using System.Text;
using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>A filled book is checked and added up on the device: nothing is sent, whatever the file holds.</summary>
[Collection("browser")]
public sealed class LedgerDropInTests(BrowserFixture browser)
{
    private const string Header = "日期,进或销,规格,材料,数量（只）,单价（元）,金额（元）,供货人或去向,经手人\r\n";

    private const string Good = Header
        + "2026-11-01,进货,大号,可降解,1000,0.2,200,某某厂,王\r\n"
        + "2026/11/2,销售,大号,可降解,30,0.5,15,,王\r\n"
        + "2026年11月3日,销售,\"大号,加厚\",可降解,\"1,200\",0.5,600,,李\r\n";

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("GB18030")]
    public async Task A_right_book_is_added_up_in_either_encoding_and_not_one_request_is_made(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var visitor = await OpenAsync("/plastics/ledger/");
        var requests = Watch(visitor.Page);
        await ChooseAsync(visitor.Page, "台账.csv", Encoding.GetEncoding(encoding).GetBytes(Good));
        var result = visitor.Page.Locator("[data-ledger-result]");
        await Expect(result).ToContainTextAsync("没有错");
        await Expect(result).ToContainTextAsync($"（{encoding}），3 行，2026-11-01 到 2026-11-03");
        await Expect(result.Locator("tbody tr").Filter(new() { HasText = "销售" })).ToContainTextAsync("21230615");
        await visitor.AssertFlawlessAsync("the result");
        Assert.Empty(requests);
    }

    [Fact]
    public async Task Every_slip_is_named_with_its_line_and_left_out_of_the_totals()
    {
        await using var visitor = await OpenAsync("/plastics/ledger/");
        var requests = Watch(visitor.Page);
        await DropAsync(visitor.Page, Header
            + "2026-02-30,进货,大号,可降解,10,1,10,,\r\n"
            + "2999-01-01,进货,大号,可降解,10,1,10,,\r\n"
            + "2026-11-01,送,大号,可降解,10,1,10,,\r\n"
            + "2026-11-01,销售,大号,可降解,一百,1,10,,\r\n"
            + ",销售,大号,可降解,10,1,10,,\r\n"
            + "2026-11-01,销售,大号,不可降解,10,0,0,,\r\n"
            + "2026-11-01,销售,大号,可降解,10,0.5,6,,\r\n");
        var result = visitor.Page.Locator("[data-ledger-result]");
        foreach (var words in (string[])["有 5 处要改", "第 2 行：日期是“2026-02-30”", "第 3 行：日期是 2999-01-01，还没到", "第 4 行：进或销是“送”", "第 5 行：数量（只）是“一百”", "第 6 行：日期没有填",
            "第 7 行：天津全市", "第 7 行：单价是 0", "第 8 行：数量乘单价是 5，金额写的是 6"])
        {
            await Expect(result).ToContainTextAsync(words);
        }

        await Expect(result.Locator("tbody tr")).ToHaveCountAsync(1);
        Assert.Empty(requests);
    }

    [Fact]
    public async Task The_kitchen_book_wants_buckets_or_kilograms_and_looks_twice_at_plates()
    {
        await using var visitor = await OpenAsync("/inns/kitchen-waste/ledger/");
        await ChooseAsync(visitor.Page, "交接.csv", Encoding.UTF8.GetBytes(
            "\uFEFF日期\t种类\t几桶\t公斤\t收运单位\t车牌\r\n2026-11-01\t厨余\t2\t\t示例单位\t示例A0001\r\n2026-11-02\t废油\t\t\t示例单位\t12345\r\n"));
        var result = visitor.Page.Locator("[data-ledger-result]");
        await Expect(result).ToContainTextAsync("第 3 行：几桶、公斤至少要填一样");
        await Expect(result).ToContainTextAsync("第 3 行：车牌“12345”不像车牌");
        await Expect(result).Not.ToContainTextAsync("第 2 行");
    }

    [Fact]
    public async Task A_wrong_file_is_told_in_words()
    {
        await using var visitor = await OpenAsync("/plastics/ledger/");
        var result = visitor.Page.Locator("[data-ledger-result]");
        await ChooseAsync(visitor.Page, "台账.xlsx", Encoding.Latin1.GetBytes("PK\u0003\u0004…"));
        await Expect(result).ToContainTextAsync("存成 CSV");
        await ChooseAsync(visitor.Page, "别的.csv", Encoding.UTF8.GetBytes("a,b\r\n1,2\r\n"));
        await Expect(result).ToContainTextAsync("缺一列“日期”");
        await ChooseAsync(visitor.Page, "空.csv", []);
        await Expect(result).ToContainTextAsync("文件是空的");
    }

    private async Task<VisitorPage> OpenAsync(string path)
    {
        var visitor = await browser.OpenAsync(path);
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return visitor;
    }

    private static List<string> Watch(IPage page)
    {
        List<string> requests = [];
        page.Request += (_, request) => requests.Add(request.Url);
        return requests;
    }

    private static Task ChooseAsync(IPage page, string name, byte[] bytes) =>
        page.SetInputFilesAsync("[data-ledger] input[type=file]", new FilePayload { Name = name, MimeType = "text/csv", Buffer = bytes });

    private static Task DropAsync(IPage page, string text) => page.EvaluateAsync(
        """
        text => {
          const data = new DataTransfer();
          data.items.add(new File([text], "drop.csv", { type: "text/csv" }));
          document.querySelector("[data-drop]").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """,
        text);
}
