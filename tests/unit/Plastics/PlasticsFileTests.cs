using Jizhou.Public.Content;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Plastics;

public sealed class PlasticsFileTests
{
    private const string Rules = "data/plastics/rules.yaml";

    [Fact]
    public void A_contradiction_is_named_with_both_rules_and_its_line()
    {
        var problem = One(Rules, t => Replaced(t, "verdict: allowed\n    reason: 垃圾袋", "verdict: forbidden\n    reason: 垃圾袋", "products: [rubbish-bag]", "products: [rubbish-bag, fresh-bag]", "businesses: [shop, market, inn, star-hotel]\n    products: [rubbish-bag", "businesses: [shop, market]\n    products: [rubbish-bag"),
            p => p.What.Contains("\"bag-rubbish\" says forbidden, \"bag-fresh\" says allowed", StringComparison.Ordinal));
        Assert.True(problem.Line > 1);
    }

    [Fact]
    public void A_gap_of_one_day_is_named()
    {
        var problem = One(Rules, t => Replaced(t, "to: 2025-12-31\n    verdict: allowed\n    reason: 天津快递", "to: 2025-12-30\n    verdict: allowed\n    reason: 天津快递"),
            p => p.What.Contains("parcel × parcel-tape × built-up", StringComparison.Ordinal));
        Assert.Contains("2025-12-31", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlap_of_one_day_is_named() =>
        One(Rules, t => Replaced(t, "to: 2025-12-31\n    verdict: allowed\n    reason: 天津快递", "to: 2026-01-01\n    verdict: allowed\n    reason: 天津快递"),
            p => p.What.Contains("parcel × woven-bag × other on 2026-01-01", StringComparison.Ordinal));

    [Fact]
    public void A_product_added_to_a_business_must_be_answered() =>
        One("data/plastics/businesses.yaml", t => Replaced(t, "products: [disposable-cups]", "products: [disposable-cups, cutlery]"),
            p => p.What.Contains("no verdict for public-office × cutlery × built-up on 2020-12-01", StringComparison.Ordinal));

    [Fact]
    public void A_rule_that_rests_on_repealed_law_alone_is_refused() =>
        One(Rules, t => Replaced(t, "citations: [solid-waste-law#69, eco-code#998]\n    penalties: [solid-waste-law#106, eco-code#1225/units, eco-code#1225/small-operators]\n  - id: parcel-degradable",
                "citations: [solid-waste-law#69]\n  - id: parcel-degradable"),
            p => p.What.Contains("\"parcel-report\"", StringComparison.Ordinal) && p.What.Contains("2026-08-15", StringComparison.Ordinal));

    [Theory]
    [InlineData("verdict: not-offered", "verdict: refused", "\"verdict\" is \"refused\"")]
    [InlineData("products: [guest-toiletries]", "products: [toothbrush]", "unknown \"toothbrush\"")]
    [InlineData("duties: [notice]", "duties: [notise]", "unknown \"notise\"")]
    [InlineData("eco-code#1225/units", "eco-code#1225/unit", "unknown fine \"eco-code#1225/unit\"")]
    [InlineData("eco-code#998", "eco-code#9999", "\"eco-code#9999\": article not listed")]
    [InlineData("- id: rooms-national-star", "- id: rooms-city", "given twice")]
    [InlineData("from: 2023-06-20\n    duties: [charge]", "from: 2020-06-20\n    duties: [charge]", "are not possible")]
    public void A_slip_is_named_with_the_way_to_mend_it(string right, string wrong, string what)
    {
        var problem = One(Rules, t => Replaced(t, right, wrong), p => p.What.Contains(what, StringComparison.Ordinal));
        Assert.NotEmpty(problem.HowToMend);
    }

    private static ContentProblem One(string file, Func<string, string> rewrite, Func<ContentProblem, bool> isIt)
    {
        var problems = TestContent.ProblemsAfter(file, rewrite);
        Assert.Contains(problems, p => isIt(p));
        return problems.First(isIt);
    }

    private static string Replaced(string text, params string[] pairs)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            Assert.Contains(pairs[i], text, StringComparison.Ordinal);
            text = text.Replace(pairs[i], pairs[i + 1], StringComparison.Ordinal);
        }

        return text;
    }
}
