using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Jizhou.Public.Site;
using Jizhou.Public.Site.Build;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Site;

/// <summary>The build as a whole, on the real content.</summary>
public sealed class BuildTests
{
    private const int FirstPageBudget = 14 * 1024;

    [Fact]
    public async Task Two_builds_of_the_same_content_are_the_same_to_the_byte()
    {
        var first = await SiteFolder.RealAsync;
        var second = await BuildSite.RunAsync(TestContent.Real, new SiteSettings());
        Assert.NotEmpty(first);
        Assert.Equal(first.Select(file => file.Path), second.Select(file => file.Path));
        Assert.All(first.Zip(second), pair => Assert.True(pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span), pair.First.Path));
    }

    [Fact]
    public async Task Broken_content_stops_the_build_with_its_line_and_leaves_the_old_output()
    {
        using var content = new SiteFolder();
        TestContent.Copy(content.Path);
        content.With("pages/index.md", "no front matter");
        using var output = new SiteFolder().With("index.html", "old");
        var (code, said) = await SiteFolder.RunAsync("build", "--content", content.Path, "--output", output.Path);
        Assert.Equal(1, code);
        Assert.Contains("content/pages/index.md(1): ", said, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(Path.Combine(output.Path, "index.html")));
    }

    [Fact]
    public void A_file_nobody_needs_any_more_goes_and_an_equal_one_is_left_alone()
    {
        using var output = new SiteFolder().With("gone/index.html", "old").With("same.html", "same");
        var changed = OutputFolder.Write(output.Path, [SiteFile.Text("same.html", "same"), SiteFile.Text("new/index.html", "new")]);
        Assert.Equal(2, changed);
        Assert.False(Directory.Exists(Path.Combine(output.Path, "gone")));
        Assert.Equal("new", File.ReadAllText(Path.Combine(output.Path, "new/index.html")));
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("sorting/hazardous/index.html")]
    [InlineData("plastics/index.html")]
    public async Task A_first_visit_fits_the_budget_with_everything_it_loads(string path)
    {
        var files = await SiteFolder.RealAsync;
        var page = files.Single(file => file.Path == path);
        var html = Encoding.UTF8.GetString(page.Bytes.Span);
        var loaded = files.Where(file => file.Path.StartsWith("assets/", StringComparison.Ordinal) && html.Contains("/" + file.Path, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(loaded);
        Assert.InRange(loaded.Append(page).Sum(file => Brotli(file.Bytes.Span)), 1, FirstPageBudget);
    }

    [Fact]
    public async Task No_page_carries_what_a_strict_content_security_policy_forbids()
    {
        var parser = new HtmlParser();
        var pages = (await SiteFolder.RealAsync).Where(file => file.Path.EndsWith(".html", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, page =>
        {
            var document = parser.ParseDocument(Encoding.UTF8.GetString(page.Bytes.Span));
            Assert.Empty(document.QuerySelectorAll("[style],style,script:not([src]):not([type='application/ld+json'])"));
            Assert.DoesNotContain(document.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
            Assert.DoesNotContain(
                document.QuerySelectorAll("script[src],link[rel=stylesheet],img[src]"),
                element => !(element.GetAttribute("src") ?? element.GetAttribute("href"))!.StartsWith('/'));
        });
    }

    [Fact]
    public async Task The_owner_s_address_reaches_canonical_links_breadcrumbs_and_sitemap()
    {
        var files = await BuildSite.RunAsync(TestContent.Real, new SiteSettings { BaseAddress = "https://portal.example", Owner = "某某局" });
        var page = Text(files, "sorting/hazardous/index.html");
        Assert.Contains("<link rel=\"canonical\" href=\"https://portal.example/sorting/hazardous/\"", page, StringComparison.Ordinal);
        Assert.Contains("\"item\":\"https://portal.example/sorting/\"", page, StringComparison.Ordinal);
        Assert.Contains("主办：某某局", page, StringComparison.Ordinal);
        Assert.Contains("<loc>https://portal.example/sorting/hazardous/</loc>", Text(files, "sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("Disallow: /console/", Text(files, "robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Favicon_ico_is_one_picture_of_32_pixels_with_the_hills_in_it()
    {
        var bytes = (await SiteFolder.RealAsync).Single(file => file.Path == "favicon.ico").Bytes.ToArray();
        Assert.Equal([0, 0, 1, 0, 1, 0, 32, 32, 16], bytes[..9]);
        Assert.Equal(bytes.Length, BitConverter.ToInt32(bytes, 14) + BitConverter.ToInt32(bytes, 18));
        var picture = bytes[(22 + 40 + 64)..(22 + 40 + 64 + 512)];
        Assert.InRange(picture.Count(pair => pair == 0x11), 50, 150);
        Assert.InRange(picture.Count(pair => pair == 0x22), 5, 60);
    }

    [Fact]
    public async Task The_plastics_page_answers_every_business_product_by_product()
    {
        var page = Text(await SiteFolder.RealAsync, "plastics/index.html");
        Assert.Equal(17, Regex.Count(page, "<details class=\"plastics\""));
        Assert.Matches("一次性发泡塑料餐具</a></th><td><strong class=\"forbidden\">不能提供", page);
        Assert.Matches("（建成区以外）</a></th><td><strong class=\"unknown\">", page);
    }

    [Fact]
    public async Task Without_an_owner_the_footer_says_it_is_a_demonstration() =>
        Assert.Contains("演示站点，不代表任何机关", Text(await SiteFolder.RealAsync, "index.html"), StringComparison.Ordinal);

    [Theory]
    [InlineData("places/index.html", "示例数据")]
    [InlineData("templates/place.html", "{{{notice}}}")]
    [InlineData("templates/place-gone.html", "{{{notice}}}")]
    [InlineData("booking/index.html", "演示：不会有车来")]
    [InlineData("booking/manage/index.html", "演示：不会有车来")]
    public async Task Pages_with_sample_data_say_so_before_anything_else(string path, string words)
    {
        var html = Text(await SiteFolder.RealAsync, path);
        var header = html.IndexOf("<header", StringComparison.Ordinal);
        Assert.InRange(html.IndexOf(words, html.IndexOf("<body", StringComparison.Ordinal), StringComparison.Ordinal), 0, header);
    }

    private static string Text(IReadOnlyList<SiteFile> files, string path) =>
        Encoding.UTF8.GetString(files.Single(file => file.Path == path).Bytes.Span);

    private static int Brotli(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        return (int)packed.Length;
    }
}
