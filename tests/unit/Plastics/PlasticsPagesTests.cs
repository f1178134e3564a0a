using System.Text;
using AngleSharp.Html.Parser;
using Jizhou.Public.Content;
using Jizhou.Public.Site.Build;
using Jizhou.Public.UnitTests.Content;
using Jizhou.Public.UnitTests.Site;

namespace Jizhou.Public.UnitTests.Plastics;

/// <summary>The static side of 「能不能提供？」: every answer has an address, and the table agrees with the rules.</summary>
public sealed class PlasticsPagesTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public async Task Every_pair_has_its_answer_on_a_page_without_scripts()
    {
        var files = await SiteFolder.RealAsync;
        foreach (var business in TestContent.Real.Plastics.Businesses)
        {
            var page = new HtmlParser().ParseDocument(Text(files, $"plastics/check/{business.Id}/index.html"));
            foreach (var product in business.Products)
            {
                var answer = TestContent.Real.Plastics.Check(business.Id, product, Day, null);
                var card = page.GetElementById(product)!.ParentElement!;
                Assert.Contains(PlasticsWords.Verdicts[answer.Verdict], card.TextContent, StringComparison.Ordinal);
                Assert.All(answer.Citations, citation => Assert.Contains(citation.Label, card.TextContent, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task The_matrix_holds_every_pair_once_and_the_csv_each_pair_in_both_areas()
    {
        var files = await SiteFolder.RealAsync;
        var pairs = TestContent.Real.Plastics.Businesses.Sum(business => business.Products.Count);
        var matrix = new HtmlParser().ParseDocument(Text(files, "plastics/matrix/index.html"));
        Assert.Equal(pairs, matrix.QuerySelectorAll(".matrix td a").Length);
        Assert.Equal(TestContent.Real.Plastics.Businesses.Count * TestContent.Real.Plastics.Products.Count, matrix.QuerySelectorAll(".matrix td").Length);
        var lines = Text(files, "plastics/matrix.csv").TrimEnd().Split("\r\n");
        Assert.StartsWith("\uFEFFbusiness,", lines[0], StringComparison.Ordinal);
        Assert.Equal(1 + (2 * pairs), lines.Length);
        Assert.Single(lines, line => line.StartsWith("market,集贸市场,plastic-bag,不可降解塑料袋,built-up,城市建成区,forbidden,不能提供,,2026-01-01,", StringComparison.Ordinal));
    }

    private static string Text(IReadOnlyList<SiteFile> files, string path) => Encoding.UTF8.GetString(files.Single(file => file.Path == path).Bytes.Span);
}
