using System.Net;
using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Appearance;

/// <summary>What a first visit costs: everything the browser fetches for a page, as the real server sends it to someone who takes br.</summary>
[Collection("pages")]
public sealed class FirstVisitTests(BrowserFixture browser)
{
    private const int Budget = 14 * 1024;

    [Theory]
    [InlineData("/sorting/hazardous/")]
    [InlineData("/inns/sorting/")]
    [InlineData("/inns/today/")]
    [InlineData("/inns/rooms/")]
    [InlineData("/plastics/inns/")]
    [InlineData("/visit/")]
    [InlineData("/")]
    public async Task A_first_page_fits_into_14_kB_with_all_it_loads(string path)
    {
        await using var visitor = await browser.OpenAsync("/robots.txt");
        List<string> fetched = [];
        visitor.Page.Request += (_, request) => fetched.Add(new Uri(request.Url).PathAndQuery);
        await visitor.GoAsync(path);
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = browser.Portal.Address };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var address in fetched.Append("/favicon.svg").Distinct(StringComparer.Ordinal).ToArray())
        {
            sizes[address] = (await client.GetByteArrayAsync(address)).Length;
        }

        Assert.True(sizes.Count >= 4, "page, style sheet and scripts were expected");
        Assert.True(sizes.Values.Sum() <= Budget, string.Join('\n', sizes.Select(one => $"{one.Key} {one.Value}")));
    }
}
