using System.Net;
using System.Text;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Prices;

/// <summary>Prices from the editor's form to the resident's page.</summary>
public sealed class PricesTests
{
    private const string Page = "/console/prices/";
    private const string File = "品种,质量,单位,最低价（元）,最高价（元）,地点,日期,来源\r\n废纸,黄板纸,公斤,1.2,1.5,某站,2026-11-20,问的\r\n废纸,书本,公斤,1,1.3,某站,2026-11-20,问的\r\n";

    [Fact]
    public async Task Without_any_the_api_and_the_page_say_so()
    {
        using var server = new ApiServer();
        var answer = await server.GetJsonAsync("/api/v1/prices");
        Assert.Equal(0, answer.GetProperty("items").GetArrayLength());
        Assert.Equal("未公布", answer.GetProperty("notice").GetString());
        Assert.Contains("未公布", await server.Http.GetStringAsync("/places/prices/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_publishes_it_ages_and_is_taken_back_after_a_question()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Editor);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        using var saved = await browser.SubmitAsync(Page, Page,
            ("material", "paper"), ("quality", "黄板纸"), ("unit", "公斤"), ("low", "1.2"), ("high", "1.5"), ("place", "=某站"), ("day", "2026-11-22"), ("source", "当面问的"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        var item = (await server.GetJsonAsync("/api/v1/prices")).GetProperty("items")[0];
        Assert.Equal((120, 150, "current"), (item.GetProperty("lowFen").GetInt32(), item.GetProperty("highFen").GetInt32(), item.GetProperty("state").GetString()));
        Assert.Contains("paper,废纸,黄板纸,公斤,120,150,'=某站,2026-11-22,当面问的,current\r\n", await server.Http.GetStringAsync("/api/v1/prices.csv"), StringComparison.Ordinal);
        Assert.Contains("bar solid", await server.Http.GetStringAsync("/places/prices/"), StringComparison.Ordinal);

        server.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal("过期", (await server.GetJsonAsync("/api/v1/prices")).GetProperty("items")[0].GetProperty("stateName").GetString());
        Assert.Contains("（过期）", await server.Http.GetStringAsync("/places/prices/"), StringComparison.Ordinal);

        using var again = await ConsoleBrowser.SignedInAsync(server);
        var link = System.Text.RegularExpressions.Regex.Match(await again.PageAsync(Page), "/console/prices/[0-9]+/remove/").Value;
        using var removed = await again.SubmitAsync(link, link);
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(0, (await server.GetJsonAsync("/api/v1/prices")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_table_with_a_wrong_row_publishes_nothing_and_keeps_what_was_pasted()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Editor);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        using var refused = await browser.SubmitAsync(Page, Page, ("table", "废纸\t黄板纸\t公斤\t1.2\t1.5\t某站\t2026-11-20\t问的\n废纸\t黄板纸\t公斤\t9\t1.5\t某站\t2026-11-20\t问的"));
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("第 2 行：最低价比最高价还高。", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("黄板纸", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal(0, (await server.GetJsonAsync("/api/v1/prices")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_file_is_published_as_a_whole_and_one_in_another_encoding_is_explained()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Editor);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        using var saved = await UploadAsync(browser, Encoding.UTF8.GetBytes(File));
        Assert.Equal($"{Page}?saved=2", saved.Headers.Location?.ToString());
        Assert.Equal(2, (await server.GetJsonAsync("/api/v1/prices")).GetProperty("items").GetArrayLength());
        using var refused = await UploadAsync(browser, [0xB7, 0xCF, 0xD6, 0xBD, (byte)',', 1]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("编码不是 UTF-8", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var empty = await UploadAsync(browser, []);
        Assert.Contains("里面没有价格", WebUtility.HtmlDecode(await empty.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> UploadAsync(ConsoleBrowser browser, byte[] bytes)
    {
        using var body = new MultipartFormDataContent
        {
            { new StringContent(ConsoleBrowser.Token(await browser.PageAsync(Page))), "form-token" },
            { new ByteArrayContent(bytes), "file", "prices.csv" },
        };
        return await browser.PostAsync(Page, body);
    }

    [Fact]
    public async Task Only_editors_and_administrators_get_in()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Dispatcher);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        using var answer = await browser.GetAsync(Page);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
