using Jizhou.Public.Api.Places.Import.Reading;

namespace Jizhou.Public.UnitTests.Places.Import;

public sealed class DayWordsTests
{
    [Theory]
    [InlineData("2 7", 2, 7)]
    [InlineData("逢二、七", 2, 7)]
    [InlineData("农历逢2逢7", 2, 7)]
    [InlineData("每逢五、十大集", 5, 10)]
    [InlineData("每月十五、廿八、三十", 15, 28, 30)]
    public void Market_days_are_read_as_people_write_them(string text, params int[] days)
    {
        Assert.True(DayWords.TryLunar(text, out var read));
        Assert.Equal(days, read);
    }

    [Theory]
    [InlineData("31")]
    [InlineData("0")]
    [InlineData("逢集")]
    [InlineData("周六")]
    public void What_is_no_market_day_is_refused(string text) => Assert.False(DayWords.TryLunar(text, out _));

    [Fact]
    public void Dates_are_read_in_any_order_and_kept_in_theirs()
    {
        Assert.True(DayWords.TryDates("2026/12/5、2026-11-28 2026年12月1日", out var days));
        Assert.Equal([new DateOnly(2026, 11, 28), new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 5)], days);
        Assert.False(DayWords.TryDates("2026-12-05 每周六", out _));
    }
}
