namespace Jizhou.Public.UnitTests.Content;

/// <summary>Citations, and amounts of fines.</summary>
public sealed class LegalTests
{
    [Fact]
    public void A_citation_of_an_article_carries_document_dates_and_confidence()
    {
        var citation = TestContent.Real.Legal.Resolve("eco-code#998");
        Assert.Equal("《生态环境法典》第998条", citation.Label);
        Assert.Equal(new DateOnly(2026, 8, 15), citation.InForceFrom);
        Assert.Null(citation.InForceTo);
        Assert.Equal("official", Jizhou.Public.Content.ConfidenceWords.Code(citation.Confidence));
    }

    [Fact]
    public void The_old_law_is_repealed_by_the_code_on_the_day_before_it_enters_into_force()
    {
        var old = TestContent.Real.Legal.Resolve("solid-waste-law#111");
        Assert.Equal("eco-code#1242", old.RepealedBy);
        Assert.True(old.InForceOn(new DateOnly(2026, 8, 14)));
        Assert.False(old.InForceOn(new DateOnly(2026, 8, 15)));
    }

    [Theory]
    [InlineData("eco-code#1")]
    [InlineData("tj-waste-regulation#5")]
    [InlineData("no-such-law")]
    public void An_article_that_was_not_read_cannot_be_cited(string reference) =>
        Assert.Null(TestContent.Real.Legal.Find(reference));

    [Fact]
    public void An_amount_changes_with_the_law_that_sets_it()
    {
        static string[] AmountsOn(DateOnly day) => [.. TestContent.Real.Penalties.All
            .Where(p => p.Key == "individuals" && p.Act.StartsWith("随意倾倒", StringComparison.Ordinal) && p.HoldsOn(day)).Select(p => p.Amount)];
        Assert.Equal(["100～500 元"], AmountsOn(new DateOnly(2026, 8, 14)));
        Assert.Equal(["100～1000 元"], AmountsOn(new DateOnly(2026, 8, 15)));
    }

    [Theory]
    [InlineData("eco-code#1225/units", "1万～10万元")]
    [InlineData("eco-code#1225/small-operators", "500～5000 元")]
    [InlineData("eco-code#1224/first", "2000元～2万元")]
    [InlineData("eco-code#1231/manure", "10万元以下")]
    [InlineData("eco-code#1225/makers-sellers", "另按货值1–3倍")]
    public void An_amount_reads_as_people_say_it(string id, string amount) =>
        Assert.Equal(amount, Assert.Single(TestContent.Real.Penalties.Find(id)).Amount);

    [Fact]
    public void A_fine_named_by_its_article_gives_all_amounts_of_the_article() =>
        Assert.Equal(3, TestContent.Real.Penalties.Find("eco-code#1225").Count);
}
