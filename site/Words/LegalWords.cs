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
}
