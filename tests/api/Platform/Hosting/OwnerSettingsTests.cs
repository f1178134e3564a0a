namespace Jizhou.Public.ApiTests.Platform.Hosting;

/// <summary>What the owner sets is on the pages after a new start, without a new build.</summary>
public sealed class OwnerSettingsTests
{
    [Fact]
    public async Task Without_an_owner_the_footer_says_demonstration_and_links_use_the_listening_address()
    {
        await using var server = new ApiServer();
        var home = await server.Http.GetStringAsync("/");

        Assert.Contains("演示站点，不代表任何机关", home, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"canonical\" href=\"{server.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)}/\"", home, StringComparison.Ordinal);
        Assert.DoesNotContain("%portal:", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_stands_in_the_footer_with_its_numbers_and_is_never_taken_for_markup()
    {
        await using var server = new ApiServer
        {
            ["Portal:Owner"] = "示例<b>局</b>", ["Portal:SiteCode"] = "0000000000", ["Portal:Icp"] = "示例ICP备1号", ["Portal:BaseAddress"] = "https://portal.example/",
        };
        var home = await server.Http.GetStringAsync("/");

        Assert.Contains("主办：示例&lt;b&gt;局&lt;/b&gt;，网站标识码 0000000000，示例ICP备1号", home, StringComparison.Ordinal);
        Assert.DoesNotContain("演示站点", home, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://portal.example/\"", home, StringComparison.Ordinal);
        Assert.Contains("<loc>https://portal.example/sorting/</loc>", await server.Http.GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("https://portal.example/sitemap.xml", await server.Http.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_owner_changes_the_tag_of_the_page()
    {
        await using var one = new ApiServer { ["Portal:BaseAddress"] = "https://portal.example" };
        await using var other = new ApiServer { ["Portal:BaseAddress"] = "https://portal.example", ["Portal:Owner"] = "示例局" };

        using var first = await one.Http.GetAsync("/");
        using var second = await other.Http.GetAsync("/");
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
    }
}
