using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.ApiTests.Console;
using static Jizhou.Public.ApiTests.Places.ImportSteps;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>A district's file on its way from the clerk's Excel to the place's page, over HTTP as a browser without scripts does it.</summary>
public sealed class ImportInConsoleTests
{
    // As Excel saves a sheet as CSV in China: GB18030, no mark, CRLF, a title row, an empty column at the right.
    private const string District = """
        蓟州区再生资源回收网点,,,,,,,,
        序号,网点名称,类型,乡镇,地址,经度,纬度,回收品种,营业时间
        1,渔阳回收站,回收站,渔阳镇,中昌大街甲1号,117.41,40.04,废纸、塑料瓶、破铜烂铁,"周一至周五8:00-17:30，节假日休息"
        2,官庄旧衣箱,旧衣箱,官庄镇,,117.33,40.12,旧衣服,全天
        3,邦均回收点,收废品的,邦均镇,,,,废纸,看老板心情
        4,,回收站,邦均镇,,,,废纸,

        """;

    [Fact]
    public async Task A_GB18030_file_with_Chinese_hours_goes_from_upload_over_datum_and_hours_to_the_page_and_back()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Editor);
        await ConsoleBrowser.AddAsync(server, "admin", Roles.Administrator);
        using var browser = await ConsoleBrowser.SignedInAsync(server);

        var upload = await UploadAsync(browser, Gb18030(District), "网点.csv", ("scope", "all"));
        var datum = await PageOnceReadAsync(browser, upload);
        Assert.Contains("位置用的是哪种坐标系", datum, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Matches(datum, "<svg class=\"datum-map\"").Count);
        Assert.Contains("示意，不作划界依据", datum, StringComparison.Ordinal);
        Assert.Contains("2 个点里有 2 个在区内", datum, StringComparison.Ordinal);

        var words = await StepAsync(browser, upload, "datum/", datum, ("crs", "gcj02"));
        Assert.Contains("时间“周一至周五8:00-17:30，节假日休息”（1 行）", words, StringComparison.Ordinal);
        Assert.Contains("读作：周一至周五 8:00–17:30；法定节假日 不开放", words, StringComparison.Ordinal);
        Assert.Contains("品类“破铜烂铁”", words, StringComparison.Ordinal);
        Assert.Contains("种类“收废品的”", words, StringComparison.Ordinal);

        var report = await StepAsync(browser, upload, "words/", words, [.. Answers(words, ("看老板心情", "typed", "每天9点到18点"), ("破铜烂铁", "metal", ""), ("收废品的", "collection-point", ""))]);
        Assert.True(report.Contains("新增 3 个", StringComparison.Ordinal), report);
        Assert.Contains("退回 1 处", report, StringComparison.Ordinal);
        Assert.Contains("第 6 行", report, StringComparison.Ordinal);
        using (var refused = await browser.GetAsync(upload + "refused"))
        {
            var back = Encoding.GetEncoding("gb18030").GetString(await refused.Content.ReadAsByteArrayAsync());
            Assert.Contains("原因", back.Split("\r\n")[0], StringComparison.Ordinal);
            Assert.Contains("没有名称", back, StringComparison.Ordinal);
        }

        var done = await StepAsync(browser, upload, "apply/", report, ("expected", Value(report, "expected")));
        Assert.Contains("新增 3 个", done, StringComparison.Ordinal);
        var links = Regex.Matches(done, "href=\"(/places/[^\"]+)\">([^<]+)").ToDictionary(link => link.Groups[2].Value, link => link.Groups[1].Value, StringComparer.Ordinal);
        var place = await server.Http.GetStringAsync(links["渔阳回收站"]);
        Assert.Contains("周一至周五 8:00–17:30；法定节假日 不开放", place, StringComparison.Ordinal);
        Assert.Contains("周一至周日 9:00–18:00", await server.Http.GetStringAsync(links["邦均回收点"]), StringComparison.Ordinal);
        var json = await server.Http.GetStringAsync("/api/v1" + links["渔阳回收站"].TrimEnd('/'));
        Assert.Contains("\"metal\"", json, StringComparison.Ordinal);
        Assert.Contains("117.40", json, StringComparison.Ordinal); // GCJ-02 lies east of WGS-84 here

        using (var again = await browser.SubmitAsync("/console/imports/", upload + "apply/", ("expected", Value(report, "expected"))))
        {
            Assert.Equal(HttpStatusCode.Redirect, again.StatusCode); // pressed twice: nothing more happens
        }

        Assert.Single(Regex.Matches(await browser.PageAsync("/console/imports/"), "网点.csv"));
        var ask = await browser.PageAsync("/console/imports/undo/");
        using var undone = await browser.PostAsync("/console/imports/undo/", ("form-token", ConsoleBrowser.Token(ask)), ("number", Value(ask, "number")));
        Assert.Equal("/console/imports/?undone=1", undone.Headers.Location!.ToString());
        using var gone = await server.Http.GetAsync(links["渔阳回收站"]);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        using var twice = await browser.PostAsync("/console/imports/undo/", ("form-token", ConsoleBrowser.Token(ask)), ("number", Value(ask, "number")));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);

        using var admin = await ConsoleBrowser.SignedInAsync(server, "admin");
        var log = await admin.PageAsync("/console/audit/?actor=wang");
        Assert.Contains("网点.csv：新增 3", log, StringComparison.Ordinal);
        Assert.Contains("撤回“网点.csv”", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_is_imported_too_and_removing_more_than_a_tenth_asks_for_the_number()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Administrator);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        var first = await UploadAsync(browser, Workbook([["名称", "乡镇"], ["甲点", "渔阳镇"], ["乙点", "官庄镇"]]), "点位.xlsx", ("scope", "townships"), ("township", "120119102"), ("township", "120119100"));
        var report = await PageOnceReadAsync(browser, first);
        Assert.Contains("新增 2 个", report, StringComparison.Ordinal);
        await StepAsync(browser, first, "apply/", report, ("expected", Value(report, "expected")));

        var second = await UploadAsync(browser, Gb18030("名称,乡镇\r\n甲点,渔阳镇\r\n"), "少了.csv", ("scope", "all"));
        report = await PageOnceReadAsync(browser, second);
        Assert.Contains("请填这个数：1", report, StringComparison.Ordinal);
        var refused = await StepAsync(browser, second, "apply/", report, ("expected", Value(report, "expected")), ("removals", "7"));
        Assert.Contains("什么也没有改", refused, StringComparison.Ordinal);
        var done = await StepAsync(browser, second, "apply/", refused, ("expected", Value(refused, "expected")), ("removals", "1"));
        Assert.Contains("撤销 1 个", done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_clerks_the_second_sees_the_new_report_before_anything_is_done()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Editor);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        var one = await UploadAsync(browser, Gb18030("名称,电话\r\n甲点,1\r\n"), "一.csv", ("scope", "add"));
        var two = await UploadAsync(browser, Gb18030("名称,电话\r\n甲点,2\r\n"), "二.csv", ("scope", "add"));
        var (reportOne, reportTwo) = (await PageOnceReadAsync(browser, one), await PageOnceReadAsync(browser, two));
        await StepAsync(browser, one, "apply/", reportOne, ("expected", Value(reportOne, "expected")));
        var stale = await StepAsync(browser, two, "apply/", reportTwo, ("expected", Value(reportTwo, "expected")));
        Assert.Contains("刚才有别人改动了点位", stale, StringComparison.Ordinal);
        Assert.Contains("改动 1 个", stale, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_stands_already_under_another_address_is_merged_when_the_clerk_says_so()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Editor);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        var first = await UploadAsync(browser, Gb18030("名称,种类,WGS84经度,WGS84纬度\r\n甲点,回收站,117.41,40.04\r\n"), "一.csv", ("scope", "add"));
        var report = await PageOnceReadAsync(browser, first);
        await StepAsync(browser, first, "apply/", report, ("expected", Value(report, "expected")));

        var second = await UploadAsync(browser, Gb18030("名称,种类,WGS84经度,WGS84纬度\r\n甲点,旧衣箱,117.41005,40.04\r\n"), "二.csv", ("scope", "add"));
        report = await PageOnceReadAsync(browser, second);
        Assert.Contains("新增 1 个", report, StringComparison.Ordinal);
        Assert.Contains("可能是同一个点", report, StringComparison.Ordinal);
        report = await StepAsync(browser, second, "same/", report, ("same", Value(report, "same")));
        Assert.Contains("新增 0 个，改动 1 个", report, StringComparison.Ordinal);
        Assert.Contains("种类：回收交投点 → ", report, StringComparison.Ordinal);
    }
}
