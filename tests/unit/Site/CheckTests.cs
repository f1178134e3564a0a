using Jizhou.Public.Content;
using Jizhou.Public.Site.Check;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Site;

/// <summary>`check` finds each kind of mistake, and nothing in the portal as it stands.</summary>
public sealed class CheckTests
{
    [Fact]
    public async Task The_portal_as_it_stands_is_in_order()
    {
        using var output = new SiteFolder();
        Assert.Equal(0, (await SiteFolder.RunAsync("build", "--content", TestContent.Folder, "--output", output.Path)).Code);
        var (code, said) = await SiteFolder.RunAsync("check", "--content", TestContent.Folder, "--output", output.Path);
        Assert.True(code == 0, said);
    }

    [Theory]
    [InlineData("<h1>x</h1><a href='/nowhere/'>x</a>", "leads nowhere: /nowhere/")]
    [InlineData("<h1>x</h1><a href='#nowhere'>x</a>", "leads nowhere: #nowhere")]
    [InlineData("<h1>x</h1><a href='/page/#nowhere'>x</a>", "leads nowhere: /page/#nowhere")]
    [InlineData("<h1>x</h1><a href=''>x</a>", "leads nowhere: ")]
    [InlineData("<h1>x</h1><img src='/assets/gone.svg' alt='x'>", "leads nowhere: /assets/gone.svg")]
    [InlineData("<h1>x</h1><img src='/page/index.html' alt=' '>", "a picture without alternative text")]
    [InlineData("<h1>x</h1><h3>y</h3>", "heading out of order: h3")]
    [InlineData("<h1>x</h1><h1>y</h1>", "heading out of order: h1")]
    [InlineData("<p>x</p>", "no heading")]
    [InlineData("<h1>x</h1><a href=' java\nscript:alert(1)'>x</a>", "unsafe address")]
    [InlineData("<h1 id='a'>x</h1><p id='a'>y</p>", "the id “a” is given 2 times")]
    public void A_mistake_on_a_page_is_found(string html, string what)
    {
        using var output = new SiteFolder().With("page/index.html", html);
        Assert.Contains(Look(output), finding => finding.Where == "/page/" && finding.What.StartsWith(what, StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_without_mistakes_has_no_findings()
    {
        using var output = new SiteFolder().With("page/index.html",
            "<h1 id='如果'>x</h1><h2>y</h2><a href='#如果'>a</a><a href='/page/?q=1#%E5%A6%82%E6%9E%9C'>b</a><a href='/api/v1/indicators'>c</a><a href='/places/demo-1/'>d</a><a href='tel:12345'>e</a>");
        Assert.Empty(Look(output));
    }

    [Theory]
    [InlineData(true, "2026-08-01", false)]
    [InlineData(true, "2026-08-02", true)]
    [InlineData(false, "2027-02-01", false)]
    [InlineData(false, "2027-02-02", true)]
    public void A_page_goes_stale_after_twelve_months_and_after_six_when_it_tells_law(bool law, string today, bool stale)
    {
        var content = One(page => page with { CheckedOn = new DateOnly(2026, 2, 1), Law = law });
        var found = FindStalePages.In(content, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Any(finding => finding.Where == content.Pages[0].Path);
        Assert.Equal(stale, found);
    }

    [Fact]
    public void A_guide_that_lacks_its_parts_is_told_each_of_them()
    {
        var guide = One(page => page with { Answer = new string('长', 41), Related = [], Citations = [], Template = "guide" }, "光是字。");
        var found = FindThinGuides.In(guide).Select(finding => finding.What).ToList();
        Assert.Equal(6, found.Count);
        Assert.Contains("the answer has 41 characters; 1 to 40 are wanted", found);
        Assert.Contains("no ::: steps box", found);
        Assert.Contains("neither a table nor a picture", found);
        Assert.Contains("no heading ## 如果不行", found);
        Assert.Contains("0 citations; at least 2 are wanted", found);
        Assert.Contains("0 onward links; at least 3 are wanted", found);
    }

    [Fact]
    public void A_name_that_the_pinyin_table_lacks_is_found()
    {
        var township = new Township("120119999", "无此镇", "town", "镇", null);
        var content = TestContent.Real with { Geo = new Geography([township], [], [], []) };
        Assert.Contains(FindNamesWithoutPinyin.In(content), finding => finding.What.Contains("无此镇", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("build --output", "--output needs a value")]
    [InlineData("check --output nowhere", "--output nowhere: no such folder")]
    [InlineData("check --today yesterday --output .", "--today yesterday: write it as 2026-11-22")]
    [InlineData("build --for nobody", "--for nobody: only \"api\" is known")]
    [InlineData("build --kontent x", "unknown option \"--kontent\"")]
    [InlineData("bild", "unknown command \"bild\"")]
    [InlineData("build --content x --output y --base-address ftp://x", "not an http or https address")]
    public async Task A_command_that_cannot_be_understood_says_why(string line, string why)
    {
        var (code, said) = await SiteFolder.RunAsync(line.Split(' '));
        Assert.Equal(2, code);
        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.Contains("usage: build", said, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Finding> Look(SiteFolder output)
    {
        var pages = BuiltPage.ReadAll(output.Path);
        return [.. FindDeadLinks.In(pages, output.Path), .. pages.SelectMany(FindMarkupFaults.On)];
    }

    private static ContentFolder One(Func<FrontMatter, FrontMatter> change, string? body = null)
    {
        var page = TestContent.Real.Pages.First(one => one.Front.Template == "guide");
        return TestContent.Real with { Pages = [page with { Front = change(page.Front), Body = body ?? page.Body }] };
    }
}
