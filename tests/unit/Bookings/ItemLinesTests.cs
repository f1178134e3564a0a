using Jizhou.Public.Api.Bookings.Catalogue;
using static Jizhou.Public.UnitTests.Bookings.BookingFacts;

namespace Jizhou.Public.UnitTests.Bookings;

/// <summary>What may be booked together, and what it comes to.</summary>
public sealed class ItemLinesTests
{
    [Fact]
    public void Duplicates_are_merged_and_priced()
    {
        var (lines, refused) = ItemLines.Check([new("chair", 1), new("sofa", 2), new("chair", 3)], Book);
        Assert.Empty(refused);
        Assert.Equal([("chair", 4), ("sofa", 2)], lines.Select(l => (l.Item.Code, l.Count)));

        var quote = Quote.Of(lines, Book);
        Assert.Equal((3.0m, 1, 0, true), (quote.CubicMetres, quote.Stops, quote.Fen, quote.Sample));
        Assert.Equal(["椅子", "沙发"], quote.Lines.Select(l => l.Name));
    }

    [Fact]
    public void A_fee_by_volume_is_rounded_up_to_the_fen()
    {
        var book = Book with { Tariff = Book.Tariff with { FenPerStop = 500, FenPerCubicMetre = 1999 } };
        Assert.Equal(500 + 300, Quote.Of(ItemLines.Check([new("chair", 1)], book).Lines, book).Fen); // 0.15 m³ × 1999 = 299.85
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
        var refused = Assert.Single(ItemLines.Check([.. wishes.Select(Wish)], Book).Refused);
        Assert.Equal((code, field), (refused.Code, refused.Field));
    }

    [Fact]
    public void Several_broken_rules_are_told_together()
    {
        var codes = ItemLines.Check([Wish("sofa:9"), Wish("piano:1"), Wish("gas-cylinder:1")], Book).Refused.Select(r => r.Code);
        Assert.Equal(["item_unknown", "item_refused", "item_maximum", "volume_maximum"], codes);
    }

    [Fact]
    public void A_refused_item_says_where_it_goes() =>
        Assert.Contains("退回充气站", ItemLines.Check([new("gas-cylinder", 1)], Book).Refused[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Huge_counts_overflow_nothing()
    {
        var codes = ItemLines.Check([new("sofa", int.MaxValue), new("sofa", int.MaxValue), new("chair", int.MaxValue)], Book).Refused.Select(r => r.Code);
        Assert.Equal(["item_maximum", "item_maximum", "volume_maximum"], codes);
    }

    private static ItemWish Wish(string text) => new(text.Split(':')[0], int.Parse(text.Split(':')[1]));
}
