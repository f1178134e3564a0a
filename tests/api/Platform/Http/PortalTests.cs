using System.Net;

namespace Jizhou.Public.ApiTests.Platform.Http;

/// <summary>The built site beside the API: tags, encodings, redirects, its own 404 page.</summary>
public sealed class PortalTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_page_carries_a_strong_tag_and_answers_304_to_it()
    {
        using var page = await server.Http.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.False(page.Headers.ETag!.IsWeak);

        using var again = await SendAsync("/", page.Headers.ETag.Tag, null);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_compressed_page_is_smaller_and_has_a_tag_of_its_own(string encoding)
    {
        using var plain = await server.Http.GetAsync("/");
        using var packed = await SendAsync("/", null, encoding);
        Assert.Equal(encoding, Assert.Single(packed.Content.Headers.ContentEncoding));
        Assert.True(packed.Content.Headers.ContentLength < plain.Content.Headers.ContentLength / 2);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
    }

    [Fact]
    public async Task An_address_without_its_slash_is_sent_on_with_its_query()
    {
        using var answer = await server.Http.GetAsync("/sorting?a=1");
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/sorting/?a=1", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_hashed_asset_is_kept_for_ever_and_a_page_is_asked_for_again()
    {
        var html = await server.Http.GetStringAsync("/");
        var start = html.IndexOf("/assets/site.", StringComparison.Ordinal);
        using var style = await server.Http.GetAsync(html[start..(html.IndexOf(".css", start, StringComparison.Ordinal) + 4)]);
        Assert.Contains("immutable", style.Headers.CacheControl!.ToString());
        using var page = await server.Http.GetAsync("/");
        Assert.True(page.Headers.CacheControl!.NoCache);
    }

    [Theory]
    [InlineData("/nowhere/")]
    [InlineData("/..%2fappsettings.json")]
    [InlineData("/.git/config")]
    [InlineData("/%2e%2e/content/data/legal/citations.yaml")]
    public async Task A_browser_gets_the_sites_own_page_for_what_does_not_exist(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml");
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<html", await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string? tag, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        return await server.Http.SendAsync(request);
    }
}
