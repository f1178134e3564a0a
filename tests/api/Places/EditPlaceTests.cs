using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Security;
using Jizhou.Public.ApiTests.Bookings;
using Jizhou.Public.ApiTests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>An editor gives a place a photo and removes a place, over HTTP as a browser without scripts does it, on both databases.</summary>
public abstract class EditPlaceTests(BookingServers servers)
{
    private const string Id = "sample-006";
    private const string Photo = $"/console/places/{Id}/photo/";
    private const string Remove = $"/console/places/{Id}/remove/";
    private const string Alt = "小区东门内，四个分类桶 <b>";

    // A phone held upright (orientation 6), with a maker and a comment.
    private static byte[] FromAPhone =>
    [
        .. Plain[..2], 0xFF, 0xE1, 0, 42, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, .. "JZPhone\0"u8,
        0xFF, 0xFE, 0, 8, .. "secret"u8, .. Plain[2..],
    ];

    private static byte[] Plain => File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "samples", "pictures", "photo.jpg"));

    private static byte[] Png => File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "samples", "pictures", "photo.png"));

    [Fact]
    public async Task A_photo_needs_words_loses_its_metadata_and_stands_on_the_page_and_in_the_data_until_it_is_taken_off()
    {
        using var server = await ServerAsync();
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        var before = await server.Http.GetStringAsync($"/api/v1/places/{Id}");
        Assert.Contains("请写照片说明", await RefusedAsync(browser, "  ", FromAPhone), StringComparison.Ordinal);
        Assert.Contains("请写照片说明", await RefusedAsync(browser, "照片", FromAPhone), StringComparison.Ordinal);
        Assert.Contains("请选一张照片", await RefusedAsync(browser, Alt, null), StringComparison.Ordinal);
        Assert.Contains("这是 PDF 文件", await RefusedAsync(browser, Alt, [.. "%PDF-1.4"u8, .. new byte[100]]), StringComparison.Ordinal);
        Assert.Contains("照片文件超过", await RefusedAsync(browser, Alt, [.. Plain, .. new byte[400_000]]), StringComparison.Ordinal);
        Assert.Equal(before, await server.Http.GetStringAsync($"/api/v1/places/{Id}"));

        var (url, alt) = await SavedAsync(server, browser, Alt, FromAPhone);
        Assert.Equal(Alt, alt);
        using (var file = await server.Http.GetAsync(url))
        {
            Assert.Equal("image/jpeg", file.Content.Headers.ContentType!.ToString());
            Assert.Contains("immutable", file.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
            var bytes = await file.Content.ReadAsByteArrayAsync();
            Assert.True(bytes.AsSpan().IndexOf("secret"u8) < 0 && bytes.AsSpan().IndexOf("JZPhone"u8) < 0);
            Assert.Equal(6, bytes[bytes.AsSpan().IndexOf("MM\0*"u8) + 19]); // how to turn it is all that stays
            using var again = new HttpRequestMessage(HttpMethod.Get, url);
            again.Headers.IfNoneMatch.Add(file.Headers.ETag!);
            using var held = await server.Http.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, held.StatusCode);
        }

        Assert.Contains($"<img src=\"{url}\" alt=\"小区东门内，四个分类桶 &lt;b", await server.Http.GetStringAsync($"/places/{Id}/"), StringComparison.Ordinal);
        Assert.Contains(url, await server.Http.GetStringAsync($"/ogc/collections/places/items/{Id}?f=json"), StringComparison.Ordinal);
        var csv = await server.Http.GetByteArrayAsync("/api/v1/places.csv");
        var import = await server.Services.GetRequiredService<ImportPlaces>().RunAsync(csv, new ImportOptions { FileName = "places.csv", Crs = "wgs84" }, apply: false, CancellationToken.None);
        Assert.True(import.Report.IsEmpty);

        var (png, _) = await SavedAsync(server, browser, "箱房正面", Png);
        Assert.NotEqual(url, png);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(server, url));
        Assert.Equal((png, "箱房正面，门朝南"), await SavedAsync(server, browser, "箱房正面，门朝南", null));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, png));

        using (var off = await browser.SubmitAsync(Photo, Photo + "off/"))
        {
            Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        }

        Assert.Equal(JsonValueKind.Null, (await PlaceAsync(server)).GetProperty("photo").ValueKind);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(server, png));
        Assert.Equal(4, Regex.Matches(await server.Http.GetStringAsync("/api/v1/places/changes?since=2026-11-22&limit=1000"), $"\"id\":\"{Id}\",\"effect\":\"changed\"").Count);
        await ConsoleBrowser.AddAsync(server, "admin", Roles.Administrator);
        using var admin = await ConsoleBrowser.SignedInAsync(server, "admin");
        var log = WebUtility.HtmlDecode(await admin.PageAsync("/console/audit/?actor=wang"));
        Assert.All(["放上照片", "换了照片", "的照片说明改为", "的照片撤下"], words => Assert.Contains(words, log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_photo_that_was_taken_off_comes_back_within_thirty_days_and_is_erased_afterwards()
    {
        using var server = await ServerAsync();
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        var erase = server.Services.GetServices<IExpiringData>().Single(data => data.Name.English == "photos of places");
        var (url, _) = await SavedAsync(server, browser, Alt, Plain);
        (await browser.SubmitAsync(Photo, Photo + "off/")).Dispose();
        Assert.Equal(0, await erase.EraseAsync(default));
        server.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await erase.EraseAsync(default));
        await UndoAsync(server);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, url));

        server.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await erase.EraseAsync(default)); // it is shown again
        using var later = await ConsoleBrowser.SignedInAsync(server);
        (await later.SubmitAsync(Photo, Photo + "off/")).Dispose();
        Assert.Equal(0, await erase.EraseAsync(default));
        server.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(1, await erase.EraseAsync(default));
        await UndoAsync(server);
        Assert.Equal(JsonValueKind.Null, (await PlaceAsync(server)).GetProperty("photo").ValueKind);
    }

    [Fact]
    public async Task A_place_is_removed_for_a_reason_after_one_question_and_comes_back_when_that_is_taken_back()
    {
        using var server = await ServerAsync();
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        Assert.Contains(Remove, await browser.PageAsync($"/console/places/?q={Id}"), StringComparison.Ordinal);
        foreach (var (reason, next, why) in ((string, string, string)[])[("", "", "请写原因"), ("拆了", "nowhere", "没有找到接替的点"), ("拆了", Id, "不能是它自己")])
        {
            using var refused = await browser.SubmitAsync(Remove, Remove, ("reason", reason), ("replacedBy", next), ("confirm", "1"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(why, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var asked = await browser.SubmitAsync(Remove, Remove, ("reason", "箱房拆除。"), ("replacedBy", "https://example.cn/places/sample-010/")))
        {
            Assert.Contains("确定撤下吗", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, $"/places/{Id}/"));
        using var done = await browser.SubmitAsync(Remove, Remove, ("reason", "箱房拆除"), ("replacedBy", "sample-010"), ("confirm", "1"));
        var note = done.Headers.Location!.ToString();
        Assert.Contains("已撤下", await browser.PageAsync(note), StringComparison.Ordinal);
        using var gone = await server.Http.GetAsync($"/api/v1/places/{Id}");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        var problem = await gone.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("箱房拆除", "sample-010"), (problem.GetProperty("reason").GetString(), problem.GetProperty("replacedBy").GetString()));
        using var page = await server.Http.GetAsync($"/places/{Id}/");
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Contains("href=\"/places/sample-010/\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains($"\"id\":\"{Id}\",\"effect\":\"removed\"", await server.Http.GetStringAsync("/api/v1/places/changes?since=2026-11-22&limit=1000"), StringComparison.Ordinal);
        using var twice = await browser.GetAsync(Remove);
        Assert.Equal(HttpStatusCode.NotFound, twice.StatusCode);
        Assert.Contains("撤下“", WebUtility.HtmlDecode(await browser.PageAsync("/console/imports/undo/")), StringComparison.Ordinal);
        await UndoAsync(server);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, $"/places/{Id}/"));
    }

    private async Task<ApiServer> ServerAsync()
    {
        var server = await servers.NewAsync(("Limits:PhotoBytes", "200000"));
        await ConsoleBrowser.AddAsync(server, "wang", Roles.Editor);
        return server;
    }

    private static async Task UndoAsync(ApiServer server) =>
        Assert.NotNull(await server.Services.GetRequiredService<ImportStore>().UndoAsync(new("test", Roles.Administrator), null, CancellationToken.None));

    private static async Task<HttpStatusCode> StatusAsync(ApiServer server, string address)
    {
        using var answer = await server.Http.GetAsync(address);
        return answer.StatusCode;
    }

    private static async Task<JsonElement> PlaceAsync(ApiServer server) => await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/places/{Id}");

    private static async Task<(string Url, string Alt)> SavedAsync(ApiServer server, ConsoleBrowser browser, string alt, byte[]? file)
    {
        using var saved = await SendAsync(browser, alt, file);
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        var photo = (await PlaceAsync(server)).GetProperty("photo");
        return (photo.GetProperty("url").GetString()!, photo.GetProperty("alt").GetString()!);
    }

    private static async Task<string> RefusedAsync(ConsoleBrowser browser, string alt, byte[]? file)
    {
        using var refused = await SendAsync(browser, alt, file);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        return await refused.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> SendAsync(ConsoleBrowser browser, string alt, byte[]? file)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(ConsoleBrowser.Token(await browser.PageAsync(Photo))), "\"form-token\"" }, { new StringContent(alt), "\"alt\"" },
        };
        var part = new ByteArrayContent(file ?? []);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"photo\"", FileName = file is null ? "\"\"" : "\"IMG_0001.svg\"" };
        form.Add(part);
        return await browser.PostAsync(Photo, form);
    }
}

/// <summary>On the embedded database.</summary>
public sealed class EditPlaceOnSqliteTests(SqliteBookings servers) : EditPlaceTests(servers), IClassFixture<SqliteBookings>;

/// <summary>On PostgreSQL.</summary>
public sealed class EditPlaceOnPostgresTests(PostgresBookings servers) : EditPlaceTests(servers), IClassFixture<PostgresBookings>;
