using System.Net;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places.Import.ConsolePages;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.ApiTests.Console;
using Microsoft.Extensions.DependencyInjection;
using static Jizhou.Public.ApiTests.Places.ImportSteps;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>Files that cannot be read, people who may not import, and how long an upload is kept.</summary>
public sealed class ReceiveUploadTests
{
    [Theory]
    [InlineData("<html><body>请登录</body></html>", "这是网页")]
    [InlineData("列一,列二\r\n1,2\r\n", "没有认出哪一列是名称")]
    public async Task A_file_that_cannot_be_read_says_why_and_stays_for_another_try(string text, string why)
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Editor);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        var upload = await UploadAsync(browser, Gb18030(text), "坏.csv", ("scope", "add"));
        var page = await PageOnceReadAsync(browser, upload);
        Assert.Contains(why, page, StringComparison.Ordinal);
        Assert.DoesNotContain("--", Regex.Replace(page, "<!--.*?-->|value=\"[^\"]*\"", ""), StringComparison.Ordinal);
        var again = await StepAsync(browser, upload, "settings/", page, ("scope", "add"), ("kind", "collection-point"), ("mapping", "name = 列一"));
        Assert.Contains(why == "这是网页" ? why : "新增 1 个", again, StringComparison.Ordinal);
        using var dropped = await browser.PostAsync(upload + "drop/", ("form-token", ConsoleBrowser.Token(again)));
        using var gone = await browser.GetAsync(upload);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Whoever_may_not_import_is_refused_and_so_is_a_form_from_elsewhere_and_a_file_that_is_too_large()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Editor, ("Uploads:MaxBytes", "1000"), ("Limits:BodyBytes", "100000"));
        await ConsoleBrowser.AddAsync(server, "viewer", Roles.Viewer);
        using var viewer = await ConsoleBrowser.SignedInAsync(server, "viewer");
        foreach (var path in (string[])["/console/imports/", "/console/imports/new/", "/console/imports/undo/", "/console/places/"])
        {
            using var page = await viewer.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        }

        using var posted = await viewer.PostAsync("/console/imports/new/", Form(ConsoleBrowser.Token(await viewer.PageAsync("/console/")), Gb18030("名称\r\n甲\r\n"), "a.csv", ("scope", "add")));
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);

        using var editor = await ConsoleBrowser.SignedInAsync(server);
        using var forged = await editor.PostAsync("/console/imports/new/", Form("forged", Gb18030("名称\r\n甲\r\n"), "a.csv", ("scope", "add")));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Contains("请再提交一次", await forged.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var token = ConsoleBrowser.Token(await editor.PageAsync("/console/imports/new/"));
        using var large = await editor.PostAsync("/console/imports/new/", Form(token, new byte[1001], "a.csv", ("scope", "add")));
        Assert.Contains("超过", await large.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var blank = await editor.PostAsync("/console/imports/new/", Form(token, [], "a.csv", ("scope", "add")));
        Assert.Contains("没有收到文件", await blank.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Path.Combine(server.DataFolder, "uploads")));
    }

    [Fact]
    public async Task An_upload_outlives_a_restart_and_is_deleted_after_a_day()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Editor);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        var upload = await UploadAsync(browser, Gb18030("名称\r\n甲点\r\n"), "一.csv", ("scope", "add"));
        await PageOnceReadAsync(browser, upload);
        var id = upload.Split('/')[3];

        using (var restarted = ActivatorUtilities.CreateInstance<UploadDesk>(server.Services))
        {
            await restarted.StartAsync(CancellationToken.None);
            Assert.Equal((UploadState.Report, "一.csv"), (restarted.Find(id)!.Note.State, restarted.Find(id)!.Note.FileName));
            await restarted.StopAsync(CancellationToken.None);
        }

        server.Clock.Advance(TimeSpan.FromHours(25));
        using var nextDay = ActivatorUtilities.CreateInstance<UploadDesk>(server.Services);
        await nextDay.StartAsync(CancellationToken.None);
        Assert.Null(nextDay.Find(id));
        Assert.Empty(Directory.GetDirectories(Path.Combine(server.DataFolder, "uploads")));
        await nextDay.StopAsync(CancellationToken.None);
    }
}
