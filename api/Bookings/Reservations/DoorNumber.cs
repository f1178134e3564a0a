using System.Globalization;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>
/// What makes two spellings the same address inside a village: the words before the first number and the numbers,
/// without the measure words. <c>西街１２号院</c>, <c>西街 十二 号</c> and <c>西街12</c> are one door.
/// </summary>
public static partial class DoorNumber
{
    private const string ChineseDigits = "〇一二三四五六七八九";

    /// <summary>The normalised door, e.g. <c>西街12</c> or <c>3-2-501</c>; null when the address holds no number. <paramref name="placeNames"/> are names of the village and township that may stand in front.</summary>
    public static string? From(string address, params IEnumerable<string> placeNames)
    {
        var text = Brackets().Replace(HalfWidth.Of(address), "");
        text = Spaces().Replace(text, "").ToUpperInvariant();
        string[] names = [.. placeNames.Where(n => n.Length > 0)];
        while (Array.Find(names, n => text.StartsWith(n, StringComparison.Ordinal)) is { } name)
        {
            text = text[name.Length..];
        }

        text = ChineseNumber().Replace(text, m => Number(m.Value).ToString(CultureInfo.InvariantCulture));
        var numbers = Numbers().Matches(text);
        if (numbers.Count == 0)
        {
            return null;
        }

        var words = Filler().Replace(text[..numbers[0].Index], "");
        return words + string.Join('-', numbers.Select(n => n.Value.TrimStart('0') is { Length: > 0 } v ? v : "0"));
    }

    // 十二 → 12, 二十 → 20, 一百零三 → 103, 三〇一 → 301
    private static int Number(string text)
    {
        if (text.All(c => ChineseDigits.Contains(c, StringComparison.Ordinal)))
        {
            return text.Aggregate(0, (sum, c) => (sum * 10) + ChineseDigits.IndexOf(c, StringComparison.Ordinal));
        }

        var (sum, digit) = (0, 0);
        foreach (var c in text)
        {
            var unit = c switch { '百' => 100, '十' => 10, _ => 0 };
            if (unit == 0)
            {
                digit = c == '零' ? 0 : Math.Max(0, ChineseDigits.IndexOf(c, StringComparison.Ordinal));
                continue;
            }

            sum += Math.Max(digit, 1) * unit;
            digit = 0;
        }

        return sum + digit;
    }

    [GeneratedRegex(@"[\(\[【（].*?[\)\]】）]", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[\s,，.。、;；:：\u200b-\u200f\ufeff]+", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Spaces();

    [GeneratedRegex("[〇零一二三四五六七八九十百]{1,7}(?=[号排栋幢楼院户门单室组区层弄巷]|$)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex ChineseNumber();

    [GeneratedRegex("[0-9]{1,6}[A-Z]?", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Numbers();

    [GeneratedRegex("第|门牌|[-—–]", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Filler();
}
