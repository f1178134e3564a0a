using System.Globalization;
using Jizhou.Public.Content;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Plastics;

public sealed class PlasticsAnswersTests
{
    private static PlasticsRulebook Book => TestContent.Real.Plastics;

    [Theory]
    // The city's regulation binds every lodging from its first day; the nation's deadline for inns came five years later.
    [InlineData("inn", "guest-toiletries", "2026-11-22", "not-offered", "2020-12-01")]
    [InlineData("inn", "guest-toiletries", "2020-12-01", "not-offered", "2020-12-01")]
    [InlineData("inn", "guest-toiletries", "2020-11-30", "unknown", null)]
    [InlineData("star-hotel", "guest-toiletries", "2023-01-01", "not-offered", "2020-12-01")]
    [InlineData("dine-in", "cutlery", "2026-11-22", "not-offered", "2020-12-01")]
    [InlineData("dine-in", "plastic-tableware", "2026-11-22", "forbidden", "2021-01-01")]
    [InlineData("dine-in", "plastic-tableware", "2020-12-31", "allowed", "2020-12-01")]
    [InlineData("scenic-catering", "plastic-tableware", "2026-11-22", "forbidden", "2021-01-01")]
    [InlineData("takeaway", "plastic-tableware", "2026-11-22", "allowed", "2020-12-01")]
    [InlineData("takeaway", "plastic-bag", "2026-11-22", "forbidden", "2021-01-01")]
    [InlineData("inn", "plastic-straw", "2026-11-22", "forbidden", "2021-01-01")]
    [InlineData("shop", "plastic-bag", "2021-01-01", "forbidden", "2021-01-01")]
    [InlineData("shop", "degradable-bag", "2026-11-22", "allowed", "2020-12-01")]
    [InlineData("shop", "fresh-bag", "2026-11-22", "allowed", "2020-12-01")]
    [InlineData("shop", "microbead-cosmetics", "2022-12-31", "allowed", "2020-12-01")]
    [InlineData("shop", "microbead-cosmetics", "2023-01-01", "forbidden", "2023-01-01")]
    [InlineData("parcel", "parcel-tape", "2025-12-31", "allowed", "2020-12-01")]
    [InlineData("parcel", "parcel-tape", "2026-01-01", "forbidden", "2026-01-01")]
    [InlineData("farm-supplies", "thin-mulch-film", "2026-11-22", "forbidden", "2021-01-01")]
    [InlineData("grower", "thin-mulch-film", "2026-11-22", "unknown", null)]
    [InlineData("public-office", "disposable-cups", "2026-11-22", "forbidden", "2020-12-01")]
    [InlineData("bookshop", "parcel-tape", "2026-11-22", "unknown", null)]
    public void A_pair_is_answered_by_the_rules_of_its_day(string business, string product, string day, string verdict, string? since)
    {
        var answer = Book.Check(business, product, Day(day), null);
        Assert.Equal(verdict, answer.Verdict);
        Assert.Equal(since is null ? null : Day(since), answer.Since);
        Assert.NotEmpty(answer.Reason);
    }

    [Theory]
    [InlineData("built-up", "2022-12-31", "allowed")]
    [InlineData("built-up", "2025-12-31", "allowed")]
    [InlineData("built-up", "2026-01-01", "forbidden")]
    [InlineData("other", "2026-01-01", "unknown")]
    [InlineData(null, "2026-01-01", "unknown")]
    public void A_market_inside_the_town_and_one_outside_are_told_apart(string? area, string day, string verdict) =>
        Assert.Equal(verdict, Book.Check("market", "plastic-bag", Day(day), area).Verdict);

    [Fact]
    public void Without_an_area_differing_answers_are_both_told()
    {
        var answer = Book.Check("market", "plastic-bag", Day("2026-11-22"), null);
        Assert.Contains("城市建成区：不能提供。", answer.Reason, StringComparison.Ordinal);
        Assert.Contains("建成区以外：本站还没有收录。", answer.Reason, StringComparison.Ordinal);
        Assert.Null(answer.Since);
    }

    [Fact]
    public void The_law_of_the_day_is_cited_and_its_fines_are_named()
    {
        var before = Book.Check("inn", "plastic-straw", Day("2026-08-14"), null);
        var after = Book.Check("inn", "plastic-straw", Day("2026-08-15"), null);
        Assert.Contains("solid-waste-law#69", before.Citations.Select(c => c.Id));
        Assert.DoesNotContain("eco-code#998", before.Citations.Select(c => c.Id));
        Assert.Equal(["solid-waste-law#106/operators"], before.Penalties.Select(p => p.Id));
        Assert.Contains("eco-code#998", after.Citations.Select(c => c.Id));
        Assert.DoesNotContain("solid-waste-law#69", after.Citations.Select(c => c.Id));
        Assert.Equal(["eco-code#1225/units", "eco-code#1225/small-operators"], after.Penalties.Select(p => p.Id));
        Assert.Equal((50_000L, 500_000L), (after.Penalties[1].MinFen, after.Penalties[1].MaxFen));
    }

    [Fact]
    public void Duties_come_with_their_own_days()
    {
        Assert.Equal(["report"], Book.Check("shop", "degradable-bag", Day("2023-06-19"), null).Duties);
        Assert.Equal(["charge", "ledger", "report"], Book.Check("shop", "degradable-bag", Day("2023-06-20"), null).Duties);
        Assert.Equal(["notice"], Book.Check("dine-in", "cutlery", Day("2026-11-22"), null).Duties);
        Assert.Equal(["report"], Book.Check("parcel", "parcel-bag", Day("2026-11-22"), null).Duties);
    }

    [Fact]
    public void Agreeing_rules_are_told_together()
    {
        var answer = Book.Check("inn", "guest-toiletries", Day("2026-11-22"), "other");
        Assert.Equal(["rooms-city", "rooms-national-inn"], answer.Rules.Select(r => r.Id));
        Assert.Contains("tj-waste-regulation", answer.Citations.Select(c => c.Id));
        Assert.Contains("mofcom-plastics-2023", answer.Citations.Select(c => c.Id));
        Assert.Equal(["tj-waste-regulation/inn-disposables"], answer.Penalties.Select(p => p.Id));
    }

    [Fact]
    public void Every_answer_on_record_has_a_reason_and_a_citation_in_force()
    {
        var days = new[] { "2020-12-01", "2021-06-30", "2023-06-20", "2026-08-14", "2026-08-15", "2026-11-22" };
        var pairs = Book.Businesses.SelectMany(b => b.Products.Select(p => (b.Id, Product: p))).ToArray();
        Assert.True(pairs.Length > 80, "the matrix should not have shrunk");
        foreach (var (business, product) in pairs)
        {
            foreach (var (day, area) in days.SelectMany(d => PlasticsWords.Areas.Keys.Select(a => (Day(d), a))))
            {
                var answer = Book.Check(business, product, day, area);
                Assert.True(answer.Rules.Count > 0 && answer.Reason.Length > 0 && answer.Citations.Count > 0, $"{business} × {product} × {area} on {day}");
                Assert.All(answer.Citations, c => Assert.True(c.InForceOn(day)));
            }
        }
    }

    [Fact]
    public void A_forbidden_thing_with_a_way_out_names_it() =>
        Assert.All(Book.Rules.Where(r => r.Verdict == "forbidden" && r.Id is not ("microbeads-ban" or "tableware-scenic-plan")), r => Assert.NotEmpty(r.Alternatives));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
