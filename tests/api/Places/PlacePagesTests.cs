using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Api.Places.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>The pages of places that were imported, the lists of townships, the sitemap, and the files for a CDN.</summary>
public sealed class PlacePagesTests
{
    private const string Rows = """
        id,name,kind,township,materials,hours,lng,lat
        guanzhuang-1,官庄<第一>回收站,collection-point,官庄镇,废纸,周一至周五8:00-17:30,117.3502,40.0951
        bangjun-1,邦均旧衣箱,textile-bin,邦均镇,旧衣服,全天,,

        """;

    [Fact]
    public async Task An_imported_place_has_its_page_its_data_its_list_and_its_sitemap_entry_at_once()
    {
        using var server = new ApiServer();
        server["Portal:BaseAddress"] = "https://example.gov.cn";
        Assert.DoesNotContain("/places/sample", await Text(server, "/sitemap.xml"), StringComparison.Ordinal);
        var ids = await ImportAsync(server);

        var map = await Text(server, "/sitemap.xml");
        Assert.All(ids.Values, id => Assert.Contains($"<loc>https://example.gov.cn/places/{id}/</loc>", map, StringComparison.Ordinal));
        Assert.Contains("<loc>https://example.gov.cn/places/township/120119105/</loc>", map, StringComparison.Ordinal);
        await server.AssertConditional("/sitemap.xml");

        var html = await Text(server, $"/places/{ids["官庄<第一>回收站"]}/");
        Assert.DoesNotContain("<第一>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("noindex", html, StringComparison.Ordinal);
        foreach (var words in new[] { "uri.amap.com", "api.map.baidu.com", "apis.map.qq.com", "maps.apple.com", "今天 11月22日（周日）", "不作划界依据", "WGS-84", "还没有人到现场核对过", "/sorting/recyclable/" })
        {
            Assert.Contains(words, html, StringComparison.Ordinal);
        }

        Assert.DoesNotMatch("<a [^>]*https://(?!example)[^>]*(?<!rel=\"noopener noreferrer nofollow\" referrerpolicy=\"no-referrer\" target=\"_blank\")>", html);
        var data = JsonDocument.Parse(Regex.Matches(html, "<script type=\"application/ld\\+json\">(?<json>.*?)</script>").Select(m => m.Groups["json"].Value).Single(json => json.Contains("RecyclingCenter"))).RootElement;
        Assert.Equal(40.0951, data.GetProperty("geo").GetProperty("latitude").GetDouble());
        Assert.Equal("官庄<第一>回收站", data.Text("name"));

        var bare = await Text(server, $"/places/{ids["邦均旧衣箱"]}/");
        Assert.Contains("位置还没有收录", bare, StringComparison.Ordinal);
        Assert.DoesNotContain("uri.amap.com", bare, StringComparison.Ordinal);
        Assert.Contains("邦均旧衣箱", await Text(server, "/places/township/120119105/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_township_lists_all_its_places_without_scripts()
    {
        using var server = new ApiServer();
        var html = await Text(server, "/places/township/120119100/");
        var listed = Regex.Matches(html, "<h3><a href=\"/places/(?<id>[^/]+)/\">").Select(match => match.Groups["id"].Value);
        var expected = (await server.AllPages("/api/v1/places?township=120119100&limit=100")).Select(item => item.Text("id"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
        await server.AssertConditional("/places/township/120119100/");
        foreach (var (path, status) in new[]
        {
            ("/places/township/120119100", HttpStatusCode.MovedPermanently), ("/places/township/120119100/2/", HttpStatusCode.NotFound),
            ("/places/township/999999999/", HttpStatusCode.NotFound), ("/places/township/", HttpStatusCode.Redirect),
        })
        {
            using var answer = await server.Http.GetAsync(path);
            Assert.Equal((path, status), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task The_files_for_a_CDN_hold_every_page_and_claim_nothing_about_now()
    {
        using var server = new ApiServer();
        var ids = await ImportAsync(server);
        var folder = Directory.CreateTempSubdirectory("jizhou-pages-").FullName;
        try
        {
            Assert.Equal(0, await ExportPages.RunAsync(server.Services, ["pages", folder], CancellationToken.None));
            var page = await File.ReadAllTextAsync(Path.Combine(folder, "places", ids["邦均旧衣箱"]!, "index.html"));
            Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
            Assert.DoesNotContain("现在开放", page, StringComparison.Ordinal);
            Assert.Contains("每天全天", page, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(folder, "places", "township", "120119105", "index.html")));
            Assert.Contains(ids["邦均旧衣箱"]!, await File.ReadAllTextAsync(Path.Combine(folder, "sitemap.xml")), StringComparison.Ordinal);
            Assert.Equal(2, await ExportPages.RunAsync(server.Services, ["pages"], CancellationToken.None));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_owners_map_settings_reach_page_and_policy_and_nothing_else_does()
    {
        using var plain = new ApiServer();
        using var before = await plain.Http.GetAsync("/places/");
        Assert.DoesNotContain("tianditu", before.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("data-map-note=\"示意，不作划界依据\" data-map-key=\"\"", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var set = new ApiServer();
        (set["Portal:MapKey"], set["Portal:MapApproval"]) = ("k3y", "津S(2026)001号");
        using var after = await set.Http.GetAsync("/places/");
        Assert.Contains("img-src 'self' data: https://t0.tianditu.gov.cn;", after.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("data-map-note=\"审图号 津S(2026)001号\" data-map-key=\"k3y\"", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string?>> ImportAsync(ApiServer server)
    {
        _ = server.Http;
        var options = new ImportOptions { FileName = "a.csv", Crs = "wgs84" };
        await server.Services.GetRequiredService<ImportPlaces>().RunAsync(Encoding.UTF8.GetBytes(Rows), options, apply: true, CancellationToken.None);
        return (await server.Ask("/api/v1/places")).Items().ToDictionary(item => item.Text("name")!, item => item.Text("id"));
    }

    private static Task<string> Text(ApiServer server, string path) => server.Http.GetStringAsync(new Uri(path, UriKind.Relative));
}
