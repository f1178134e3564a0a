using System.Globalization;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places.Hours;

namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>
/// Puts the opening hours that people write in Chinese into the OpenStreetMap syntax: 周一至周五8:00-17:30，节假日休息 becomes
/// <c>Mo-Fr 08:00-17:30; PH off</c>. It reads all of a text or nothing, and never guesses: 8:00-5:30 may be half past five in the
/// morning or in the afternoon, so it stays unread.
/// </summary>
public static partial class ChineseHours
{
    /// <summary>The hours in the OpenStreetMap syntax, or null when any part of the text is not surely understood.</summary>
    public static string? Translate(string text)
    {
        var plain = Blanks().Replace(WordMatch.HalfWidth(text), "");
        List<HoursClause> clauses = [new()];
        for (var at = 0; at < plain.Length;)
        {
            var length = Step(plain[at..], clauses);
            if (length == 0)
            {
                return null;
            }

            at += length;
        }

        var osm = Write(clauses.Where(clause => !clause.IsEmpty).ToList());
        return osm is not null && OpeningHours.Parse(osm).IsUnderstood ? osm : null;
    }

    /// <summary>Reads one piece and answers its length; 0 when nothing fits.</summary>
    private static int Step(string rest, List<HoursClause> clauses)
    {
        if (Noise().Match(rest) is { Success: true } noise)
        {
            return noise.Length;
        }

        if (WholeDay().Match(rest) is { Success: true } whole)
        {
            clauses[^1].Spans.Add("00:00-24:00");
            return whole.Length;
        }

        if (Closed().Match(rest) is { Success: true } closed)
        {
            clauses[^1].IsOff = clauses[^1].HasDays;
            return clauses[^1].HasDays ? closed.Length : 0;
        }

        if (Span().Match(rest) is { Success: true } span)
        {
            return Times(span) is { } times ? AddSpan(clauses, times, span.Length) : 0;
        }

        if (Months().Match(rest) is { Success: true } months)
        {
            return AddMonths(clauses, months);
        }

        return HoursDays.Match(rest, out var days, out var workdays) is > 0 and var length ? AddDays(clauses, days, workdays, length) : 0;
    }

    private static int AddSpan(List<HoursClause> clauses, string times, int length)
    {
        clauses[^1].Spans.Add(times);
        return clauses[^1].IsOff ? 0 : length;
    }

    private static int AddDays(List<HoursClause> clauses, string days, bool workdays, int length)
    {
        if (clauses[^1].IsDone)
        {
            clauses.Add(new HoursClause { Months = clauses[^1].Months });
        }

        clauses[^1].Days.Add(days);
        clauses[^1].IsWorkdays |= workdays;
        return length;
    }

    private static int AddMonths(List<HoursClause> clauses, Match months)
    {
        var from = int.Parse(months.Groups["from"].Value, CultureInfo.InvariantCulture);
        var to = months.Groups["to"].Success ? int.Parse(months.Groups["to"].Value, CultureInfo.InvariantCulture) : from;
        if (from is < 1 or > 12 || to is < 1 or > 12)
        {
            return 0;
        }

        if (!clauses[^1].IsEmpty)
        {
            clauses.Add(new HoursClause());
        }

        var names = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;
        clauses[^1].Months = from == to ? names[from - 1] : $"{names[from - 1]}-{names[to - 1]}";
        return months.Length;
    }

    /// <summary>A span as 08:30-17:30, or null when the second time is not surely later.</summary>
    private static string? Times(Match span)
    {
        var nextDay = span.Groups["next"].Success;
        var half = span.Groups["half1"].Value;
        var opens = Minutes(half, span.Groups["hour1"].Value, span.Groups["minute1"].Value);
        var ownHalf = span.Groups["half2"].Success || nextDay ? span.Groups["half2"].Value : half;
        var closes = Minutes(ownHalf, span.Groups["hour2"].Value, span.Groups["minute2"].Value);
        if (opens is not (>= 0 and < 1440) || closes is not (>= 0 and <= 1440) || (closes <= opens) != nextDay)
        {
            return null;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{opens / 60:00}:{opens % 60:00}-{closes / 60:00}:{closes % 60:00}");
    }

    private static int? Minutes(string half, string hourText, string minuteText)
    {
        var hour = Hour(hourText);
        var minute = minuteText switch { "" => 0, "半" => 30, "一刻" => 15, "三刻" => 45, _ => int.Parse(minuteText, CultureInfo.InvariantCulture) };
        hour += half switch
        {
            "下午" or "傍晚" or "午后" when hour < 12 => 12,
            "晚上" or "晚" or "夜间" or "夜里" when hour is >= 5 and < 12 => 12,
            "中午" when hour is >= 1 and < 4 => 12,
            _ => 0,
        };
        return hour > 24 || minute > 59 ? null : (60 * hour) + minute;
    }

    private static int Hour(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : text.Aggregate(0, (sum, letter) => sum + Digit(letter)); // up to 十二, sums are enough

    private static int Digit(char letter) => letter switch
    {
        '十' => 10,
        '两' => 2,
        _ => "零一二三四五六七八九".IndexOf(letter, StringComparison.Ordinal),
    };

    private static string? Write(List<HoursClause> clauses)
    {
        if (clauses.Count == 0 || clauses.Any(clause => !clause.IsDone))
        {
            return null; // days without hours say nothing
        }

        if (clauses is [{ HasDays: false, Months: null, Spans: ["00:00-24:00"] }])
        {
            return "24/7";
        }

        List<string> rules = [.. clauses.Select(clause => clause.Write())];
        if (clauses.TrueForAll(clause => clause.IsOff))
        {
            rules.Insert(0, "Mo-Su unknown"); // closed on some days: nothing is said about the others
        }

        if (clauses.Exists(clause => clause.IsWorkdays) && !clauses.Exists(clause => clause.Days.Contains("PH")))
        {
            rules.Add("PH off");
        }

        return string.Join("; ", rules);
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("^(开放时间|营业时间|投放时间|服务时间|工作时间|回收时间|开放|营业|投放|开门|对外|均|都|为|是|和|及|与|正常|照常|[:,、;。/()])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Noise();

    [GeneratedRegex("^(全天候|全天开放|全天|24小时|二十四小时|昼夜|00:00-24:00|0:00-24:00)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WholeDay();

    [GeneratedRegex("^(休息|不开放|不营业|不服务|不投放|关闭|关门|停业|歇业|放假|休|除外)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Closed();

    [GeneratedRegex("^(?<from>\\d{1,2})月(份)?([-~—–至到](?<to>\\d{1,2})月(份)?)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Months();

    [GeneratedRegex("^(?<half1>上午|下午|早上|早晨|清晨|早|中午|晚上|晚|夜间|夜里|傍晚|午后|凌晨)?(?<hour1>\\d{1,2}|[十一二三四五六七八九两]{1,2}(?=[点时]))([:：]|点钟|点|时)(?<minute1>\\d{2}|半|一刻|三刻)?分?"
        + "[-~—–－～至到]+(?<next>次日|第二天|翌日)?(?<half2>上午|下午|早上|早晨|清晨|早|中午|晚上|晚|夜间|夜里|傍晚|午后|凌晨)?(?<hour2>\\d{1,2}|[十一二三四五六七八九两]{1,2}(?=[点时]))([:：]|点钟|点|时)(?<minute2>\\d{2}|半|一刻|三刻)?分?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();
}
