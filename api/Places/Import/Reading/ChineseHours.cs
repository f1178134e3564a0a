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
        var plain = Dashes().Replace(Blanks().Replace(WordMatch.HalfWidth(text), ""), "-");
        var sentence = new HoursSentence();
        for (var at = 0; at < plain.Length;)
        {
            var length = Step(plain[at..], sentence);
            if (length == 0)
            {
                return null;
            }

            at += length;
        }

        return sentence.Write() is { } osm && OpeningHours.Parse(osm).IsUnderstood ? osm : null;
    }

    /// <summary>Reads one piece and answers its length; 0 when nothing fits.</summary>
    private static int Step(string rest, HoursSentence sentence)
    {
        if (rest[0] is '(' or ')')
        {
            return sentence.Bracket(rest[0] == '(') ? 1 : 0;
        }

        if (Noise().Match(rest) is { Success: true } noise)
        {
            return noise.Length;
        }

        if (WholeDay().Match(rest) is { Success: true } whole)
        {
            return sentence.AddWholeDay() ? whole.Length : 0;
        }

        if (Stays().Match(rest) is { Success: true } stays)
        {
            return sentence.Stay(stays.Value[0] is '中' or '午') ? stays.Length : 0;
        }

        if (HoursTimes.Match(rest, out var opens, out var closes) is > 0 and var span)
        {
            return sentence.AddSpan(opens, closes) ? span : 0;
        }

        if (HoursSeason.Match(rest, out var season) is > 0 and var months)
        {
            return sentence.AddSeason(season!) ? months : 0;
        }

        return Days(rest, sentence);
    }

    /// <summary>Days with what is said of them: closed, never closed, left out, or when they are open.</summary>
    private static int Days(string rest, HoursSentence sentence)
    {
        var without = Without().Match(rest).Length;
        var (days, length, workdays) = HoursDays.List(rest[without..]);
        var after = rest[(without + length)..];
        if (days.Count == 0)
        {
            return 0;
        }

        if ((without > 0 ? Outside() : LeftOut()).Match(after) is { Success: true } leftOut)
        {
            return sentence.LeaveOut(days) ? without + length + leftOut.Length : 0;
        }

        if (without > 0)
        {
            return 0;
        }

        if (Open().Match(after) is { Success: true } open)
        {
            sentence.NeverClosed(days);
            return length + open.Length;
        }

        if (Closed().Match(after) is { Success: true } closed)
        {
            return sentence.Close(days) ? length + closed.Length : 0;
        }

        sentence.AddDays(days, workdays);
        return length;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("[-‐‑‒–—―−－ー~～〜至到]+", RegexOptions.None, 1000)]
    private static partial Regex Dashes();

    [GeneratedRegex("^(开放时间|营业时间|投放时间|服务时间|工作时间|回收时间|定时投放|定时开放|开放|营业|投放|开门|对外|均|都|为|是|和|及|与|正常|照常|[:,、;。/])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Noise();

    [GeneratedRegex("^(7[*x×]24(小时|h)?|全天候|全天开放|全天|全时段|24小时|24h|二十四小时|昼夜|随时|不限时)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex WholeDay();

    [GeneratedRegex("^(全年无休|全年不休|常年无休|天天不休|无休|中午不休息|中午不休|午间不休息|午间不休)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stays();

    [GeneratedRegex("^[:,]?(也|均|都)?(正常|照常)?(休息|不开放|不营业|不服务|不投放|不上班|不收|关闭|关门|停业|歇业|闭馆|放假|公休|休)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Closed();

    [GeneratedRegex("^(也|均|都)?(不休息|不休|无休|不放假|不打烊|不停业|不关门|(正常|照常)(开放|营业|服务|上班|投放|回收)|照常(?!休|放|关))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Open();

    [GeneratedRegex("^除了?", RegexOptions.None, 1000)]
    private static partial Regex Without();

    [GeneratedRegex("^(之外|以外|外|(?=\\)))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Outside();

    [GeneratedRegex("^除外", RegexOptions.None, 1000)]
    private static partial Regex LeftOut();
}
