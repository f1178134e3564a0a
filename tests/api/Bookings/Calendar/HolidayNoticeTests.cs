using System.Diagnostics;
using System.Net;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Bookings.Calendar;

/// <summary>Next year's holiday notice, loaded while the server runs: by the page and by the command. What is loaded here is made up (示例).</summary>
public sealed class HolidayNoticeTests
{
    private const string Page = "/console/calendar/holidays/";

    private const string Notice = """
        2027-01-01 至 2027-01-03,元旦,放假
        2027-02-05 至 2027-02-11,春节,放假
        2027-02-20,春节,上班
        2027-04-03 至 2027-04-05,清明节,放假
        2027-05-01 至 2027-05-03,劳动节,放假
        2027-06-09,端午节,放假
        2027-09-15,中秋节,放假
        2027-10-01 至 2027-10-05,国庆节,放假
        """;

    [Fact]
    public async Task An_editor_looks_at_it_loads_it_and_takes_it_back_and_the_dates_follow_each_time()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Editor);
        server.Clock.Set(new DateTimeOffset(2026, 12, 20, 10, 0, 0, TimeSpan.FromHours(8)));
        using var editor = await ConsoleBrowser.SignedInAsync(server);
        Assert.Contains("本站还没有收录 2027 年放假安排", WebUtility.HtmlDecode(await editor.PageAsync("/console/")), StringComparison.Ordinal);
        var resident = new Resident(server.Http);
        Assert.Equal("not-on-record", (await resident.SlotAsync("centre.2027-01-04.morning")).GetProperty("state").GetString());

        (string, string)[] typed = [("text", Notice), ("source", "示例：不是真的通知"), ("issuedOn", "2026-12-10")];
        using (var refused = await editor.SubmitAsync(Page, Page, ("text", Notice.Replace("端午节", "端五节", StringComparison.Ordinal)), ("source", ""), ("issuedOn", "")))
        {
            var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("请写来源", page, StringComparison.Ordinal);
            Assert.Contains("请写通知的发布日期", page, StringComparison.Ordinal);
            Assert.Contains("端五节", page, StringComparison.Ordinal); // what was typed is kept
        }

        using (var preview = await editor.SubmitAsync(Page, Page, typed))
        {
            var page = WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync());
            Assert.Contains("春节：2月5日至2月11日放假，共 7 天；2月20日（周六）上班", page, StringComparison.Ordinal);
            Assert.Contains("<svg class=\"year\"", page, StringComparison.Ordinal);
        }

        Assert.Equal("not-on-record", (await resident.SlotAsync("centre.2027-01-04.morning")).GetProperty("state").GetString()); // a look changes nothing
        using (var loaded = await editor.SubmitAsync(Page, Page, [.. typed, ("sure", "yes")]))
        {
            Assert.Equal(HttpStatusCode.Redirect, loaded.StatusCode);
        }

        Assert.Equal("open", (await resident.SlotAsync("centre.2027-01-04.morning")).GetProperty("state").GetString());
        Assert.Equal("2027-12-31", (await server.GetJsonAsync($"/api/v1/bookings/slots?village={Resident.Yuyang}")).GetProperty("calendarKnownUntil").GetString());
        Assert.DoesNotContain("本站还没有收录", WebUtility.HtmlDecode(await editor.PageAsync("/console/")), StringComparison.Ordinal);
        Assert.Contains("示例：不是真的通知，2026-12-10", WebUtility.HtmlDecode(await editor.PageAsync(Page)), StringComparison.Ordinal);

        using (var asked = await editor.SubmitAsync(Page, Page + "undo/", ("year", "2027")))
        {
            Assert.Contains("撤回 2027 年放假安排？", WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        using (var undone = await editor.SubmitAsync(Page, Page + "undo/", ("year", "2027"), ("sure", "yes")))
        {
            Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        }

        Assert.Equal("not-on-record", (await resident.SlotAsync("centre.2027-01-04.morning")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_command_tries_first_loads_with_apply_and_undoes_beside_a_running_server()
    {
        using var server = new ApiServer();
        _ = server.Http;
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, Notice);
            Assert.Equal(1, (await RunAsync(server, "import", "calendar", file)).Code); // no source
            string[] words = ["import", "calendar", file, "--source", "示例：不是真的通知", "--dated", "2026-11-10"];
            var tried = await RunAsync(server, words);
            Assert.Equal(0, tried.Code);
            Assert.Contains("试运行", tried.Said, StringComparison.Ordinal);
            Assert.Equal("2026-12-31", await KnownUntilAsync(server));

            Assert.Equal(0, (await RunAsync(server, [.. words, "--apply"])).Code);
            await WaitForAsync(server, "2027-12-31");
            Assert.Equal(0, (await RunAsync(server, "import", "calendar", "--undo", "2027")).Code);
            await WaitForAsync(server, "2026-12-31");
            Assert.Equal(1, (await RunAsync(server, "import", "calendar", "--undo", "2027")).Code);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string?> KnownUntilAsync(ApiServer server) =>
        (await server.GetJsonAsync($"/api/v1/bookings/slots?village={Resident.Yuyang}")).GetProperty("calendarKnownUntil").GetString();

    // The server polls the version row every second.
    private static async Task WaitForAsync(ApiServer server, string until)
    {
        for (var tries = 0; tries < 100 && await KnownUntilAsync(server) != until; tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(until, await KnownUntilAsync(server));
    }

    private static async Task<(int Code, string Said)> RunAsync(ApiServer server, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, .. words]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Storage__DataFolder"] = server.DataFolder;
        start.Environment["Security__KeyFolder"] = Path.Combine(Path.GetDirectoryName(server.DataFolder)!, "keys");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
