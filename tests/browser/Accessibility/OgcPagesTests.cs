using Jizhou.Public.BrowserTests.Running;

namespace Jizhou.Public.BrowserTests.Accessibility;

/// <summary>axe over the pages that the API renders itself: the geodata for people, and the coverage.</summary>
[Collection("pages")]
public sealed class OgcPagesTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("/ogc?f=html")]
    [InlineData("/ogc/conformance?f=html")]
    [InlineData("/ogc/api?f=html")]
    [InlineData("/ogc/collections?f=html")]
    [InlineData("/ogc/collections/places?f=html")]
    [InlineData("/ogc/collections/places/items?f=html")]
    [InlineData("/ogc/collections/places/items/sample-016?f=html")]
    [InlineData("/ogc/collections/townships/items?f=html&limit=50")]
    [InlineData("/ogc/collections/changes/items?f=html&limit=50")]
    [InlineData("/places/coverage/")]
    public async Task Axe_finds_nothing_and_nothing_runs_out_of_a_phone(string path)
    {
        foreach (var visitor in new[] { Visitor.OnAPhone, Visitor.OnAPhone with { Dark = true }, new Visitor(320, 256) })
        {
            await using var page = await browser.OpenAsync(path, visitor);
            await page.AssertFlawlessAsync(path);
            await page.AssertFitsAsync(path);
        }
    }
}
