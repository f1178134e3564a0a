using Jizhou.Public.Api.Prices;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Prices;

/// <summary>Prices as they are typed, aged and drawn.</summary>
public sealed class PriceTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly ReadPrices Reader = new(TestContent.Real.Places, Today);

    private static Price Paper(DateOnly day, long low = 120, long high = 150) => new("paper", "黄板纸，干净", "公斤", low, high, "某站", day, "当面问的");

    [Fact]
    public void Rows_out_of_a_spreadsheet_and_out_of_a_csv_file_are_read_alike()
    {
        const string Csv = "品种,质量,单位,最低价（元）,最高价（元）,地点,日期,来源\n废纸,\"黄板纸，干净\",公斤,1.2,1.50,某站,2026-11-26,当面问的\npaper,\"黄板纸，干净\",公斤,1.2,1.50,某站,2026/11/26,当面问的\n";
        var (fromCsv, problems) = Reader.Table(Csv);
        Assert.Empty(problems);
        Assert.Equal([Paper(Today), Paper(Today)], fromCsv);
        Assert.Equal(fromCsv, Reader.Table(Csv.Replace("\"", "", StringComparison.Ordinal).Replace(',', '\t')).Prices);
    }

    [Theory]
    [InlineData(0, "月亮石", "不认识品种“月亮石”")]
    [InlineData(1, " ", "没有写质量")]
    [InlineData(2, "车", "单位应是公斤、斤、吨、个、台、辆之一")]
    [InlineData(3, "便宜", "最低价（元）应写成 1.20 这样")]
    [InlineData(3, "1.205", "最低价（元）应写成 1.20 这样")]
    [InlineData(3, "0", "最低价（元）应写成 1.20 这样")]
    [InlineData(3, "9", "最低价比最高价还高")]
    [InlineData(4, "-1", "最高价（元）应写成 1.20 这样")]
    [InlineData(6, "昨天", "日期应写成 2026-11-26 这样")]
    [InlineData(6, "2026-11-27", "日期还没有到")]
    [InlineData(7, "", "没有写来源")]
    public void One_wrong_cell_keeps_the_whole_table_back_and_is_told_with_its_line(int column, string cell, string what)
    {
        string[] right = ["废纸", "黄板纸", "公斤", "1.2", "1.5", "某站", "2026-11-26", "当面问的"];
        string[] wrong = [.. right];
        wrong[column] = cell;
        var (prices, problems) = Reader.Table($"{string.Join('\t', right)}\n{string.Join('\t', wrong)}");
        Assert.Empty(prices);
        Assert.Contains($"第 2 行：{what}。", problems);
    }

    [Fact]
    public void A_row_of_another_width_and_an_empty_table_are_told()
    {
        Assert.Contains("有 2 格，应有 8 格", Assert.Single(Reader.Table("废纸\t1").Problems), StringComparison.Ordinal);
        Assert.Equal("里面没有价格。", Assert.Single(Reader.Table("").Problems));
    }

    [Fact]
    public void A_price_is_current_for_thirty_days_and_expired_from_the_thirty_first()
    {
        Assert.False(Paper(Today.AddDays(-30)).IsExpiredOn(Today));
        Assert.True(Paper(Today.AddDays(-31)).IsExpiredOn(Today));
    }

    [Fact]
    public void Of_the_same_thing_at_the_same_place_the_newest_is_shown_as_it_is()
    {
        var latest = PriceRules.Latest([Paper(Today.AddDays(-9), 100, 110), Paper(Today.AddDays(-2), 130, 130), Paper(Today.AddDays(-5)) with { Place = "别处" }]);
        Assert.Equal(2, latest.Count);
        Assert.Equal("1.30", latest.Single(price => price.Place == "某站").Range);
    }

    [Fact]
    public void The_picture_says_in_words_what_it_draws_and_draws_expired_ones_hollow()
    {
        IReadOnlyList<ListPrices.Item> items =
        [
            ListPrices.ItemOf(Paper(Today), TestContent.Real.Places, Today),
            ListPrices.ItemOf(Paper(Today.AddDays(-40), 300, 300) with { Place = "<某处>" }, TestContent.Real.Places, Today),
        ];
        var html = PricePicture.Bars(items);
        Assert.Contains("废纸，黄板纸，干净：1.20～1.50 元，某站", html, StringComparison.Ordinal);
        Assert.Contains("x=\"40\" width=\"10\"", html, StringComparison.Ordinal); // 120 of 300 fen, 30 wide
        Assert.Contains("&lt;某处&gt;（过期）", html, StringComparison.Ordinal);
        Assert.Contains("x=\"99\" width=\"1\"", html, StringComparison.Ordinal); // the highest single amount stays inside
        Assert.Equal(1, html.Split("bar hollow").Length - 1);
        Assert.Contains("过期", PricePicture.Rows(items), StringComparison.Ordinal);
    }
}
