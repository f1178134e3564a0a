namespace Jizhou.Public.Api.Places.Hours;

/// <summary>Says lunar market days as people say them: 农历逢二、逢七.</summary>
public static class LunarWords
{
    private static readonly string[] Digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    /// <summary>1 to 10 are the last digit of the day (逢二: 初二、十二、廿二), 11 to 30 the day itself; empty for none.</summary>
    public static string Of(IReadOnlyList<int> lunar) =>
        lunar.Count == 0 ? "" : "农历" + string.Join("、", lunar.Select(day => day <= 10 ? $"逢{Digits[day]}" : $"每月{Day(day)}"));

    /// <summary>A day of the lunar month: 初一, 十五, 廿三, 三十.</summary>
    public static string Day(int day) => day switch
    {
        <= 10 => "初" + Digits[day],
        < 20 => "十" + Digits[day - 10],
        20 => "二十",
        < 30 => "廿" + Digits[day - 20],
        _ => "三十",
    };
}
