using System.Globalization;
using System.Text.RegularExpressions;

namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>Reads one span of time: 8:00-17:30, 早8点-晚6点, 8-18时, 晚上8点-次日6点.</summary>
internal static partial class HoursTimes
{
    private const int Midnight = 1440;
    private const int FirstSureHour = 5; // 2:00-5:30 without a word before it is most likely the afternoon

    /// <summary>The length of the span at the beginning of a text, 0 for none or when it may mean two things; in minutes, the end before the beginning for the next day.</summary>
    public static int Match(string rest, out int opens, out int closes)
    {
        (opens, closes) = (0, 0);
        var span = Span().Match(rest);
        if (!span.Success || (!span.Groups["mark1"].Success && span.Groups["mark2"].Value == ":"))
        {
            return 0;
        }

        var (half, ownHalf, nextDay) = (span.Groups["half1"].Value, span.Groups["half2"].Value, span.Groups["next"].Success);
        if (Minutes(half, span, '1', false) is not { } from || Minutes(ownHalf.Length > 0 || nextDay ? ownHalf : half, span, '2', ownHalf.Length == 0) is not { } to)
        {
            return 0;
        }

        (opens, closes) = (from, to == 0 && from > 0 ? Midnight : to);
        nextDay = (nextDay || ownHalf == "凌晨") && closes <= opens;
        var isSure = half.Length > 0 || from >= FirstSureHour * 60 || span.Groups["hour1"].Value[0] == '0';
        return isSure && opens < Midnight && closes <= Midnight && (closes <= opens) == nextDay && (closes > opens || span.Groups["next"].Success || ownHalf == "凌晨") ? span.Length : 0;
    }

    /// <summary>A time in minutes, or null for one that nobody writes; a half of the day that stands at the first time alone says less of the second.</summary>
    private static int? Minutes(string half, Match span, char which, bool isCarried)
    {
        var hour = Hour(span.Groups[$"hour{which}"].Value);
        var minute = span.Groups[$"minute{which}"].Value switch { "" => 0, "半" => 30, "一刻" => 15, "三刻" => 45, var text => int.Parse(text, CultureInfo.InvariantCulture) };
        var full = half switch
        {
            "下午" or "傍晚" or "午后" when hour == 0 => -1,
            "下午" or "傍晚" or "午后" => hour < 12 ? hour + 12 : hour,
            "晚上" or "晚" or "夜间" or "夜里" => Evening(hour),
            "中午" => hour is >= 1 and < 4 ? hour + 12 : hour,
            "凌晨" when hour == 12 => 0,
            "" => hour,
            _ => hour > 12 && !isCarried ? -1 : hour,
        };
        var minutes = (60 * full) + minute;
        return full < 0 || minute > 59 || minutes > Midnight ? null : minutes;
    }

    private static int Evening(int hour) => hour switch { 0 => 24, >= 1 and < FirstSureHour => -1, < 12 => hour + 12, 12 => 24, _ => hour };

    private static int Hour(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
        {
            return text.Length == 1 ? Digit(text[0]) : -1;
        }

        var tens = ten == 0 ? 1 : Digit(text[0]);
        return (10 * tens) + (ten == text.Length - 1 ? 0 : Digit(text[^1]));
    }

    private static int Digit(char letter) => letter == '两' ? 2 : "零一二三四五六七八九".IndexOf(letter, StringComparison.Ordinal);

    // Dashes of all kinds and 至, 到 stand as one "-" here. The mark behind the first hour may be missing where the second has one: 8-18时.
    [GeneratedRegex("^(?<half1>上午|下午|早上|早晨|清晨|早|中午|晚上|晚|夜间|夜里|傍晚|午后|凌晨)?(?<hour1>\\d{1,2}|[十一二三四五六七八九两]{1,3}(?=[点时]))((?<mark1>:|点钟|点|时)(?<minute1>\\d{2}|半|一刻|三刻)?分?)?"
        + "-(?<next>次日|第二天|翌日)?(?<half2>上午|下午|早上|早晨|清晨|早|中午|晚上|晚|夜间|夜里|傍晚|午后|凌晨)?(?<hour2>\\d{1,2}|[十一二三四五六七八九两]{1,3}(?=[点时]))(?<mark2>:|点钟|点|时)(?<minute2>\\d{2}|半|一刻|三刻)?分?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();
}
