using System.Diagnostics;
using System.Net;
using System.Text;
using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.ApiTests.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>Importing places, on both databases, by the engine and by the command beside a running server.</summary>
public sealed class ImportTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    // As Excel saves a district's sheet as CSV in China: GB18030, CRLF, a title row, empty cells at the right.
    private const string District = """
        蓟州区回收网点统计表,,,,,,,,
        名称,类型,乡镇代码,乡镇,村,回收品类,开放时间,经度,纬度
        官庄回收站,废品回收站,1.20119E+11,官庄镇,官庄村,废纸、塑料瓶/旧衣服,周一至周五8:00-17:30,117.3502,40.0951
        渔阳旧衣箱,旧衣箱,1.20119E+11,渔阳镇,,旧衣服，鞋,全天,117.4011,40.0452
        马伸桥回收点,回收点,1.20119E+11,马伸桥镇,,金属,"上午8:30-11:30，下午2:00-5:30",,
        写错的点,飞船,1.20119E+11,官庄镇,,废纸,每天8点到18点,117.36,40.09

        """;

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_real_import_retires_the_samples_and_can_be_taken_back(bool onPostgres)
    {
        using var server = new ApiServer();
        if (onPostgres)
        {
            (server["Storage:Provider"], server["Storage:ConnectionString"]) = ("postgres", await postgres.NewDatabaseAsync());
        }

        var before = await server.Http.GetStringAsync(new Uri("/api/v1/places.csv", UriKind.Relative));
        var latest = (await server.Ask("/api/v1/places/changes?limit=1000")).Text("latest");
        var dry = await RunAsync(server, District, apply: false);
        Assert.Equal((3, PlacesApi.Standing, 1), (dry.Report.Added.Count, dry.Report.Retired.Count, dry.Report.Refused.Count));
        Assert.Equal(before, await server.Http.GetStringAsync(new Uri("/api/v1/places.csv", UriKind.Relative)));

        await RunAsync(server, District, apply: true);
        var places = (await server.Ask("/api/v1/places")).Items();
        Assert.Equal(3, places.Count);
        Assert.DoesNotContain(places, place => place.GetProperty("sample").GetBoolean());
        var gone = await server.Ask("/api/v1/places/sample-001", HttpStatusCode.Gone);
        Assert.Equal("示例已换成真实的点", gone.Text("reason"));
        var own = places.Single(place => place.Text("name") == "官庄回收站");
        Assert.Equal("120119102214", own.GetProperty("village").Text("code"));
        Assert.Equal("Mo-Fr 08:00-17:30", (await server.Ask($"/api/v1/places/{own.Text("id")}")).Text("hours"));
        using (var page = await server.Http.GetAsync($"/places/{own.Text("id")}/"))
        {
            Assert.Contains("官庄回收站", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var changes = (await server.Ask($"/api/v1/places/changes?limit=1000&since={latest}")).Items();
        Assert.Equal((3, PlacesApi.Standing), (changes.Count(item => item.Text("effect") == "added"), changes.Count(item => item.Text("effect") == "removed")));
        Assert.True((await RunAsync(server, District, apply: true)).Report.IsEmpty);
        Assert.Equal(changes.Count, (await server.Ask($"/api/v1/places/changes?limit=1000&since={latest}")).Items().Count);

        var undone = await server.Services.GetRequiredService<ImportStore>().UndoAsync(Actor.CommandLine, null, CancellationToken.None);
        Assert.Equal(PlacesApi.Standing + 3, undone!.Places);
        Assert.Equal(before, await server.Http.GetStringAsync(new Uri("/api/v1/places.csv", UriKind.Relative)));
        await server.Ask($"/api/v1/places/{own.Text("id")}", HttpStatusCode.Gone);
        Assert.Null(await server.Services.GetRequiredService<ImportStore>().UndoAsync(Actor.CommandLine, null, CancellationToken.None));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("geojson")]
    public async Task What_is_exported_compressed_imports_again_as_it_came(string format)
    {
        using var server = new ApiServer();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/places.{format}");
        request.Headers.AcceptEncoding.Add(new("gzip"));
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        var packed = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0x1F, 0x8B], packed[..2]);
        var result = await server.Services.GetRequiredService<ImportPlaces>().RunAsync(
            packed, new ImportOptions { FileName = $"places.{format}.gz", Crs = "wgs84", Scope = new ImportScope(true, []) }, apply: false, CancellationToken.None);
        Assert.Equal((PlacesApi.Standing, 0), (result.Report.Unchanged, result.Report.Refused.Count));
        Assert.True(result.Report.IsEmpty);
    }

    [Fact]
    public async Task What_is_exported_imports_again_unchanged()
    {
        using var server = new ApiServer();
        foreach (var format in new[] { "csv", "geojson" })
        {
            var bytes = await server.Http.GetByteArrayAsync(new Uri($"/api/v1/places.{format}", UriKind.Relative));
            var result = await server.Services.GetRequiredService<ImportPlaces>().RunAsync(
                bytes, new ImportOptions { FileName = "export", Crs = "wgs84", Scope = new ImportScope(true, []) }, apply: true, CancellationToken.None);
            Assert.Empty(result.Report.Refused);
            using var words = new StringWriter();
            ImportWords.Write(words, result, applied: false, confirmed: false);
            Assert.True(result.Report.Unchanged == PlacesApi.Standing && result.Report.IsEmpty, words.ToString());
        }
    }

    [Fact]
    public async Task Awkward_values_come_back_unchanged_from_both_formats()
    {
        using var server = new ApiServer();
        _ = server.Http;
        const string Awkward = "编号,名称,地址,开放时间,联系电话,备注,品类,经度,纬度\n"
            + "aw-1,\"=甲,\"\"站\"\"\",\"一路\n二号\",看门口通知,+86 12345,'@引号,废纸、塑料,117.4100001,40.05\n"
            + "aw-2,-乙站,'=x,\"\"\"全天\"\"，大概\",''12345,＝1+1,,,\n"
            + "aw-3,丙|站;\t页,null,24/7,0,𠮷野家旁边,金属,117.4,40\n";
        await RunAsync(server, Awkward, apply: true, utf8: true);
        Assert.Equal(3, (await server.Ask("/api/v1/places")).Items().Count);
        foreach (var format in new[] { "csv", "csv?bom=true", "geojson" })
        {
            var bytes = await server.Http.GetByteArrayAsync(new Uri($"/api/v1/places.{format}", UriKind.Relative));
            var result = await server.Services.GetRequiredService<ImportPlaces>().RunAsync(
                bytes, new ImportOptions { FileName = "export", Crs = "wgs84", Scope = new ImportScope(true, []) }, apply: true, CancellationToken.None);
            using var words = new StringWriter();
            ImportWords.Write(words, result, applied: false, confirmed: false);
            Assert.True(result.Report.Unchanged == 3 && result.Report.IsEmpty && result.Report.Refused.Count == 0, words.ToString());
        }
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_template_imports_as_it_is_and_knows_all_its_columns(string format)
    {
        using var server = new ApiServer();
        using var answer = await server.Http.GetAsync($"/api/v1/places/import-template.{format}");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal($"places-template.{format}", answer.Content.Headers.ContentDisposition!.FileName);
        if (format == "csv")
        {
            Assert.StartsWith("编号,名称,类型,乡镇", Gb18030.GetString(bytes), StringComparison.Ordinal);
            bytes = [.. bytes, .. Gb18030.GetBytes("jz-1,甲站,分类投放点,官庄镇,官庄村,院内,,,废纸、塑料瓶,,全天,12345,某公司,居民,村,村级,是,否,,是,东门,2026-11-22,示例岗位,示例台账\r\n")];
        }

        var result = await server.Services.GetRequiredService<ImportPlaces>().RunAsync(bytes, new ImportOptions { FileName = "空表" }, apply: true, CancellationToken.None);
        Assert.Equal((format == "csv" ? 1 : 0, 0), (result.Report.Added.Count, result.Report.Refused.Count));
        Assert.DoesNotContain(result.Report.Notices, notice => notice.Contains("没有用到", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_that_is_killed_leaves_the_old_data()
    {
        using var server = new ApiServer();
        _ = server.Http;
        var file = Path.Combine(Path.GetDirectoryName(server.DataFolder)!, "many.csv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 60_000).Select(i => $"回收点{i}号,路{i}号").Prepend("名称,地址"));
        var before = await server.Http.GetStringAsync(new Uri("/api/v1/places.csv", UriKind.Relative));
        using var process = Start(server, "import", "places", file, "--apply");
        for (string? line; (line = await process.StandardError.ReadLineAsync()) is not null && !line.StartsWith("写入", StringComparison.Ordinal);)
        {
            // until it has begun to write
        }

        Assert.False(process.HasExited);
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync();
        Assert.Equal(before, await server.Http.GetStringAsync(new Uri("/api/v1/places.csv", UriKind.Relative)));
        var (code, said) = await CommandAsync(server, "import", "places", "--undo");
        Assert.True(code == 1, said);
    }

    [Fact]
    public async Task More_than_a_tenth_is_removed_only_when_the_number_is_confirmed()
    {
        using var server = new ApiServer();
        _ = server.Http;
        await RunAsync(server, District, apply: true);
        const string One = "名称,类型,乡镇\n官庄回收站,回收站,官庄镇\n";
        var failure = await Assert.ThrowsAsync<ImportFailedException>(() => RunAsync(server, One, apply: true, everything: true));
        Assert.Contains("--confirm-removals 2", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await server.Ask("/api/v1/places")).Items().Count);
        await Assert.ThrowsAsync<ImportFailedException>(() => RunAsync(server, One, apply: true, everything: true, confirmed: 1));
        await RunAsync(server, One, apply: true, everything: true, confirmed: 2);
        Assert.Equal("官庄回收站", (await server.Ask("/api/v1/places")).Items().Single().Text("name"));
    }

    [Fact]
    public async Task The_command_works_beside_a_running_server_and_a_restart_brings_no_sample_back()
    {
        using var server = new ApiServer();
        _ = server.Http;
        var file = Path.Combine(Path.GetDirectoryName(server.DataFolder)!, "网点.csv");
        await File.WriteAllBytesAsync(file, Gb18030.GetBytes(District.ReplaceLineEndings("\r\n")));

        var asked = await CommandAsync(server, "import", "places", file);
        Assert.Equal(1, asked.Code);
        Assert.Contains("--crs", asked.Said, StringComparison.Ordinal);
        var dry = await CommandAsync(server, "import", "places", file, "--crs", "wgs84");
        Assert.Equal(0, dry.Code);
        Assert.Contains("试运行", dry.Said, StringComparison.Ordinal);
        Assert.Contains("科学计数法", dry.Said, StringComparison.Ordinal);
        Assert.Contains("第 6 行 类型“飞船”", dry.Said, StringComparison.Ordinal);
        var refused = Gb18030.GetString(await File.ReadAllBytesAsync(Path.ChangeExtension(file, null) + ".refused.csv")).Split("\r\n");
        Assert.EndsWith(",原因", refused[0], StringComparison.Ordinal);
        Assert.StartsWith("写错的点,飞船,", refused[1], StringComparison.Ordinal);

        var applied = await CommandAsync(server, "import", "places", file, "--crs", "wgs84", "--apply");
        Assert.Equal(0, applied.Code);
        for (var wait = Stopwatch.StartNew(); (await server.Ask("/api/v1/places")).Items().Count != 3; await Task.Delay(50))
        {
            Assert.True(wait.Elapsed < TimeSpan.FromSeconds(20), "the server did not see the import");
        }

        using var second = new ApiServer { ["Storage:DataFolder"] = Copy(server.DataFolder), ["Security:KeyFolder"] = Path.Combine(Path.GetDirectoryName(server.DataFolder)!, "keys") };
        Assert.Equal(3, (await second.Ask("/api/v1/places")).Items().Count);
        Assert.Equal(0, (await CommandAsync(server, "import", "places", "--undo")).Code);
        Assert.Equal(1, (await CommandAsync(server, "import", "places", "--undo")).Code);
        Assert.Equal(1, (await CommandAsync(server, "import", "places", "no-such-file.csv")).Code);
        var wrong = await CommandAsync(server, "import", "rivers", file);
        Assert.Contains("Usage: import places", wrong.Said, StringComparison.Ordinal);
    }

    private static Task<ImportResult> RunAsync(ApiServer server, string text, bool apply, bool everything = false, int? confirmed = null, bool utf8 = false)
    {
        _ = server.Http;
        var options = new ImportOptions { FileName = "网点.csv", Crs = "wgs84", Scope = everything ? new ImportScope(true, []) : ImportScope.Additions, ConfirmedRemovals = confirmed };
        return server.Services.GetRequiredService<ImportPlaces>().RunAsync((utf8 ? Encoding.UTF8 : Gb18030).GetBytes(text), options, apply, CancellationToken.None);
    }

    /// <summary>A copy of the files, as after a crash: the write-ahead log is part of the database.</summary>
    private static string Copy(string folder)
    {
        var copy = Directory.CreateDirectory(folder + "-copy").FullName;
        foreach (var file in Directory.EnumerateFiles(folder, "jizhou.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var to = File.Create(Path.Combine(copy, Path.GetFileName(file)));
            from.CopyTo(to);
        }

        return copy;
    }

    private static Process Start(ApiServer server, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, .. words]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Storage__DataFolder"] = server.DataFolder;
        start.Environment["Security__KeyFolder"] = Path.Combine(Path.GetDirectoryName(server.DataFolder)!, "keys");
        start.Environment["Content__Folder"] = Path.Combine(Repository.Root, "content");
        return Process.Start(start)!;
    }

    private static async Task<(int Code, string Said)> CommandAsync(ApiServer server, params string[] words)
    {
        using var process = Start(server, words);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
