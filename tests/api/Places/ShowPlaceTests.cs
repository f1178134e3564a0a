using System.Net;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>GET /places/{id}/, the page.</summary>
public sealed class ShowPlaceTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_place_has_its_page_complete_without_scripts()
    {
        using var answer = await server.Http.GetAsync("/places/sample-010/");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
        foreach (var words in new[] { "示例·渔阳镇智能回收终端", "示例数据", "废塑料", "每天", "只是示意，不是真实位置" })
        {
            Assert.Contains(words, html, StringComparison.Ordinal);
        }

        await server.AssertConditional("/places/sample-010/");
    }

    [Fact]
    public async Task A_removed_place_says_so_and_leads_on()
    {
        using var answer = await server.Http.GetAsync("/places/sample-007/");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
        Assert.Contains("/places/sample-013/", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_addresses_redirect_serve_the_site_or_are_not_found()
    {
        using var bare = await server.Http.GetAsync("/places/sample-010");
        Assert.Equal(HttpStatusCode.MovedPermanently, bare.StatusCode);
        Assert.Equal("/places/sample-010/", bare.Headers.Location!.OriginalString);
        using var list = await server.Http.GetAsync("/places/");
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        using var none = await server.Http.GetAsync("/places/nowhere/");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }
}
