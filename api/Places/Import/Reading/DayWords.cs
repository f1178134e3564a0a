using System.Globalization;
using System.Text.RegularExpressions;

namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>Reads the days on which something that comes and goes is there, as files write them.</summary>
public static partial class DayWords
{
    private const string Digits = "〇一二三四五六七八九十";
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-M-d"];

    /// <summary>One day: 2026-11-22, 2026/11/22, 2026年11月22日.</summary>
    public static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Days separated by blanks, commas or 、; false when one of them is none.</summary>
    public static bool TryDates(string text, out IReadOnlyList<DateOnly> days)
    {
        List<DateOnly> read = [];
        days = read;
        foreach (var word in BetweenDates().Split(text).Where(word => word.Length > 0))
        {
            if (!TryDay(word, out var day))
            {
                return false;
            }

            read.Add(day);
        }

        read.Sort();
        return true;
    }

    /// <summary>Lunar market days: "2 7", 逢二、七, 农历逢2逢7, 每月十五; false when something else stands there.</summary>
    public static bool TryLunar(string text, out IReadOnlyList<int> days)
    {
        var read = new SortedSet<int>();
        days = [];
        var rest = Filler().Replace(WordMatch.HalfWidth(text), " ");
        foreach (var word in Separators().Split(rest).Where(word => word.Length > 0))
        {
            if (Number(word) is not { } day)
            {
                return false;
            }

            read.Add(day);
        }

        days = [.. read];
        return read.Count > 0 || string.IsNullOrWhiteSpace(text); // 逢集 alone says nothing
    }

    private static int? Number(string word)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number is >= 1 and <= 30 ? number : null;
        }

        return word switch
        {
            [var digit] when Digits.IndexOf(digit, StringComparison.Ordinal) is > 0 and var value => value,
            ['十', var ones] when Digits.IndexOf(ones, StringComparison.Ordinal) is > 0 and < 10 and var value => 10 + value,
            ['廿', var ones] when Digits.IndexOf(ones, StringComparison.Ordinal) is > 0 and < 10 and var value => 20 + value,
            ['二', '十', var ones] when Digits.IndexOf(ones, StringComparison.Ordinal) is > 0 and < 10 and var value => 20 + value,
            "二十" => 20,
            "三十" => 30,
            _ => null,
        };
    }

    [GeneratedRegex(@"[\s,，、;；/和]+", RegexOptions.None, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"[\s,，、;；和]+", RegexOptions.None, 1000)]
    private static partial Regex BetweenDates();

    [GeneratedRegex("农历|阴历|每月|每逢|逢|大集|集日|集", RegexOptions.None, 1000)]
    private static partial Regex Filler();
}
