namespace Jizhou.Public.Site.Words;

/// <summary>Dates as people read them.</summary>
public static class ChineseDate
{
    /// <summary><c>2026年8月15日</c>.</summary>
    public static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
