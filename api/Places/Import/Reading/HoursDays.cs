using System.Text.RegularExpressions;

namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>Reads which days Chinese hours speak of.</summary>
internal static partial class HoursDays
{
    private static readonly Dictionary<char, string> Codes = new()
    {
        ['一'] = "Mo", ['二'] = "Tu", ['三'] = "We", ['四'] = "Th", ['五'] = "Fr", ['六'] = "Sa", ['日'] = "Su", ['天'] = "Su",
        ['1'] = "Mo", ['2'] = "Tu", ['3'] = "We", ['4'] = "Th", ['5'] = "Fr", ['6'] = "Sa", ['7'] = "Su",
    };

    /// <summary>All days at the beginning of a text, 周末及节假日, as Mo-Fr, Sa,Su or PH; none, length 0.</summary>
    public static (IReadOnlyList<string> Days, int Length, bool IsWorkdays) List(string rest)
    {
        List<string> all = [];
        var (length, isWorkdays) = (0, false);
        for (var at = 0; at < rest.Length && Match(rest[at..], out var days, out var workdays) is > 0 and var next;)
        {
            all.Add(days);
            (length, isWorkdays) = (at + next, isWorkdays || workdays);
            at = length + Between().Match(rest[length..]).Length;
        }

        return (all, length, isWorkdays);
    }

    /// <summary>The length of the days at the beginning of a text, 0 for none; the days as Mo-Fr, Sa,Su or PH.</summary>
    private static int Match(string rest, out string days, out bool workdays)
    {
        (days, workdays) = ("", false);
        if (Named().Match(rest) is { Success: true } named)
        {
            workdays = named.Value is "工作日" or "法定工作日";
            days = named.Value switch { "工作日" or "法定工作日" => "Mo-Fr", "双休日" or "周末" or "每周末" => "Sa,Su", _ when named.Value.EndsWith('日') && named.Value.Contains('节', StringComparison.Ordinal) => "PH", _ => "Mo-Su" };
            return named.Length;
        }

        var week = Week().Match(rest);
        if (week.Success)
        {
            days = string.Join(',', Parts().Matches(week.Value).Select(Part));
        }

        return week.Success ? week.Length : 0;
    }

    private static string Part(Match part)
    {
        var from = Codes[part.Groups["from"].Value[0]];
        return part.Groups["to"].Success ? $"{from}-{Codes[part.Groups["to"].Value[0]]}" : from;
    }

    [GeneratedRegex("^(法定工作日|工作日|双休日|每周末|周末|国家法定节假日|法定节假日|法定假日|节假日|节日|每天|每日|天天|全年|全周|每周七天)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    // A digit counts as a day only behind 周 and when no time follows it; 每周三天 and 每周2次 are numbers, not days.
    [GeneratedRegex("^每?(周|星期|礼拜)([一二三四五六日天]|[1-7](?![:点时\\d]))(((-|[、,和及与])?(每?(周|星期|礼拜)([一二三四五六日天]|[1-7](?![:点时\\d])))|[-、,和及与]?[一二三四五六](?![点时十])|([-、,和及与]|(?<=六))日))*(?![天次个回])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Week();

    [GeneratedRegex("(?<from>[一二三四五六日天1-7])(-(周|星期|礼拜)?(?<to>[一二三四五六日天1-7]))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex("^[、,和及与]?", RegexOptions.None, 1000)]
    private static partial Regex Between();
}
