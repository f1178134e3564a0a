using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Words;

/// <summary>What is said of a citation beside its name.</summary>
public static class LegalWords
{
    /// <summary>Since when it holds, or until when it held; says so when our sources do not give the day.</summary>
    public static string InForce(Citation citation) => citation switch
    {
        { InForceTo: { } last } => $"有效至{ChineseDate.Day(last)}，现已不用",
        { InForceFrom: { } first } => $"{ChineseDate.Day(first)}起施行",
        { IssuedOn: { } issued } => $"{ChineseDate.Day(issued)}印发",
        _ => "本站没有查到它的日期",
    };

    /// <summary>A citation where room is scarce: 法典第514条, 天津条例.</summary>
    public static string Brief(Citation citation) => citation.Label.Replace("《生态环境法典》", "法典", StringComparison.Ordinal)
        .Replace("《天津市生活垃圾管理条例》", "天津条例", StringComparison.Ordinal);

    /// <summary>Several amounts, short: who and how much, and for what where one person is named twice.</summary>
    public static string Fines(IReadOnlyList<Penalty> fines) => string.Join('；', fines.Select(fine =>
        (fines.Count(other => other.Who == fine.Who) > 1 ? fine.Act + "，" : "") + $"{fine.Who}{fine.Condition} {fine.Amount}"));

    /// <summary>One amount in words: 个人拒不改正：100～500 元（《…》第1174条，2026年8月15日起）.</summary>
    public static string Fine(Penalty fine)
    {
        var since = fine.From is { } from ? $"，{ChineseDate.Day(from)}起" : "";
        return $"{fine.Who}{fine.Condition}：{fine.Amount}（{fine.Citation.Label}{since}）";
    }
}
