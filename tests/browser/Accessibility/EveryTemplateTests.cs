using System.Xml.Linq;
using Jizhou.Public.BrowserTests.Appearance;
using Jizhou.Public.BrowserTests.Running;

namespace Jizhou.Public.BrowserTests.Accessibility;

/// <summary>axe over every kind of page in every state, and over thirty pages drawn by a fixed seed from the sitemap.</summary>
[Collection("pages")]
public sealed class EveryTemplateTests(BrowserFixture browser)
{
    public static TheoryData<string, string> Templates => ScreenshotsTests.Templates;

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Axe_finds_nothing_in_any_state(string name, string path)
    {
        (string State, Visitor Visitor, string Query)[] states =
        [
            ("phone", Visitor.OnAPhone, ""),
            ("elder", Visitor.OnAPhone, "?elder=1"),
            ("dark", Visitor.OnAPhone with { Dark = true }, ""),
            ("320 px, which is 1280 px at 400 %", new Visitor(320, 256), ""),
        ];
        foreach (var (state, visitor, query) in states)
        {
            await using var page = await browser.OpenAsync(path + query, visitor);
            await page.AssertFlawlessAsync($"{name} ({state})");
        }
    }

    [Fact]
    public async Task Thirty_pages_from_the_sitemap_are_flawless_and_their_targets_are_large()
    {
        using var client = new HttpClient { BaseAddress = browser.Portal.Address };
        var pages = XDocument.Parse(await client.GetStringAsync("/sitemap.xml")).Descendants()
            .Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).AbsolutePath).Order(StringComparer.Ordinal).ToArray();
        Assert.True(pages.Length > 200, $"only {pages.Length} pages in the sitemap");
        new Random(20261122).Shuffle(pages);

        foreach (var path in pages.Take(30))
        {
            await using var page = await browser.OpenAsync(path);
            await page.AssertFlawlessAsync(path);
            await page.AssertFitsAsync(path);
            var small = await page.Page.EvaluateAsync<string[]>(SmallTargetsAndText);
            Assert.True(small.Length == 0, $"{path}: {string.Join(" | ", small)}");
        }
    }

    // A link inside a sentence is exempt from target size (WCAG 2.2, 2.5.8 "inline"); everything else is 44 px, all text 18 px.
    private const string SmallTargetsAndText = """
        (() => {
          const bad = [];
          const shown = e => { const r = e.getBoundingClientRect(); return r.width > 1 && r.height > 1 && getComputedStyle(e).visibility !== 'hidden'; };
          for (const e of document.querySelectorAll('button, select, input, nav a, .button, [role=button]')) {
            if (!shown(e) || e.closest('.unseen')) continue;
            const r = (e.matches('input[type=checkbox], input[type=radio]') ? e.parentElement : e).getBoundingClientRect();
            if (r.height < 43.5) bad.push('target ' + Math.round(r.height) + ' px: ' + e.outerHTML.slice(0, 80));
          }
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const e = walk.currentNode.parentElement;
            if (!walk.currentNode.data.trim() || e.closest('script, style, noscript, svg, sup') || !shown(e)) continue;
            const size = parseFloat(getComputedStyle(e).fontSize);
            if (size < 18) bad.push('text ' + size + ' px: ' + walk.currentNode.data.trim().slice(0, 20));
          }
          return bad.slice(0, 5);
        })()
        """;
}
