using Jizhou.Public.Api.Bookings.Catalogue;
using static Jizhou.Public.UnitTests.Bookings.BookingFacts;

namespace Jizhou.Public.UnitTests.Bookings;

/// <summary>What may be booked together, and what it comes to.</summary>
public sealed class ItemLinesTests
{
    [Fact]
    public void Duplicates_are_merged_and_priced()
    {
        var (lines, refused) = ItemLines.Check([new("chair", 1), new("sofa", 2), new("chair", 3)], Book, Residents);
        Assert.Empty(refused);
        Assert.Equal([("chair", 4), ("sofa", 2)], lines.Select(l => (l.Item.Code, l.Count)));

        var quote = Quote.Of(lines, Book, Residents, new DateOnly(2026, 11, 23));
        Assert.Equal((3.0m, 1, 0, true), (quote.CubicMetres, quote.Stops, quote.Fen, quote.Sample));
        Assert.Equal(["椅子", "沙发"], quote.Lines.Select(l => l.Name));
    }

    [Fact]
    public void A_fee_by_volume_is_rounded_up_to_the_fen()
    {
        var lines = ItemLines.Check([new("chair", 1)], Book, InnKeepers).Lines;
        Assert.Equal(500 + 300, Quote.Of(lines, Book, InnKeepers, new DateOnly(2026, 12, 31)).Fen); // 0.15 m³ × 1999 = 299.85
    }

    [Theory]
    [InlineData("items_missing", "items")]
    [InlineData("item_unknown", "items[0].code", "piano:1")]
    [InlineData("item_refused", "items[0].code", "gas-cylinder:1")]
    [InlineData("count_out_of_range", "items[0].count", "sofa:0")]
    [InlineData("count_out_of_range", "items[1].count", "chair:1", "sofa:-5")]
    [InlineData("item_maximum", "items", "chair:5")]
    public void Each_broken_rule_names_its_field(string code, string field, params string[] wishes)
    {
        var refused = Assert.Single(ItemLines.Check([.. wishes.Select(Wish)], Book, Residents).Refused);
        Assert.Equal((code, field), (refused.Code, refused.Field));
    }

    [Fact]
    public void Several_broken_rules_are_told_together()
    {
        var codes = ItemLines.Check([Wish("sofa:9"), Wish("piano:1"), Wish("gas-cylinder:1")], Book, Residents).Refused.Select(r => r.Code);
        Assert.Equal(["item_unknown", "item_refused", "item_maximum", "volume_maximum"], codes);
    }

    [Fact]
    public void A_refused_item_says_where_it_goes() =>
        Assert.Contains("退回充气站", ItemLines.Check([new("gas-cylinder", 1)], Book, Residents).Refused[0].Message, StringComparison.Ordinal);

    [Fact]
    public void A_new_version_of_a_tariff_holds_from_its_first_day()
    {
        var lines = ItemLines.Check([new("chair", 1)], Book, InnKeepers).Lines;
        Assert.Equal(("2026-1", 800), (Quote.Of(lines, Book, InnKeepers, new DateOnly(2026, 12, 31)).Tariff, Quote.Of(lines, Book, InnKeepers, new DateOnly(2026, 12, 31)).Fen));
        Assert.Equal(("2027-1", 900), (Quote.Of(lines, Book, InnKeepers, new DateOnly(2027, 1, 1)).Tariff, Quote.Of(lines, Book, InnKeepers, new DateOnly(2027, 1, 1)).Fen));
        Assert.Equal(0, Quote.Of(lines, Book, Residents, new DateOnly(2027, 1, 1)).Fen);
    }

    [Theory]
    [InlineData("decoration-bag:1")]
    [InlineData("gas-cylinder:1")]
    public void What_a_class_cannot_book_is_refused_with_its_own_channel(string wish)
    {
        var refused = Assert.Single(ItemLines.Check([Wish(wish)], Book, InnKeepers).Refused);
        Assert.Equal(("item_refused_for_class", "items[0].code"), (refused.Code, refused.Field));
        Assert.Contains("先报备", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_class_has_its_own_limits()
    {
        IReadOnlyList<ItemWish?> wishes = [new("sofa", 3)]; // 3.6 m³
        Assert.Empty(ItemLines.Check(wishes, Book, Residents).Refused);
        Assert.Equal(["volume_maximum"], ItemLines.Check(wishes, Book, InnKeepers).Refused.Select(r => r.Code));
    }

    [Fact]
    public void Huge_counts_overflow_nothing()
    {
        var codes = ItemLines.Check([new("sofa", int.MaxValue), new("sofa", int.MaxValue), new("chair", int.MaxValue)], Book, Residents).Refused.Select(r => r.Code);
        Assert.Equal(["item_maximum", "item_maximum", "volume_maximum"], codes);
    }

    private static ItemWish Wish(string text) => new(text.Split(':')[0], int.Parse(text.Split(':')[1]));
}
