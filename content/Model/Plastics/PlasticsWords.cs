namespace Jizhou.Public.Content;

/// <summary>The codes of the plastics rules and what people read.</summary>
public static class PlasticsWords
{
    /// <summary>Answers to "may I?".</summary>
    public static IReadOnlyDictionary<string, string> Verdicts { get; } = new Dictionary<string, string>
    {
        ["forbidden"] = "不能提供",
        ["not-offered"] = "不能主动提供",
        ["allowed"] = "可以提供",
        ["unknown"] = "本站还没有收录",
    };

    /// <summary>What must be done beside.</summary>
    public static IReadOnlyDictionary<string, string> Duties { get; } = new Dictionary<string, string>
    {
        ["charge"] = "要收费",
        ["ledger"] = "要记台账",
        ["report"] = "要报告",
        ["notice"] = "要有提示",
    };

    /// <summary>Where a rule holds.</summary>
    public static IReadOnlyDictionary<string, string> Areas { get; } = new Dictionary<string, string>
    {
        ["built-up"] = "城市建成区",
        ["other"] = "建成区以外",
    };
}
