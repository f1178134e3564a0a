namespace Jizhou.Public.Content;

/// <summary>The words for <see cref="Confidence"/> in files and for people.</summary>
public static class ConfidenceWords
{
    /// <summary>The codes that files and the wire use.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["official", "reference", "probable"];

    /// <summary>The code of a confidence.</summary>
    public static string Code(this Confidence confidence) => Codes[(int)confidence];

    /// <summary>What people read: 官方 / 参考 / 待核.</summary>
    public static string Label(this Confidence confidence) => confidence switch
    {
        Confidence.Official => "官方依据",
        Confidence.Reference => "参考来源",
        _ => "待核实",
    };

    internal static Confidence ReadConfidence(this YamlMap map, string key) =>
        map.Choice(key, Codes) switch
        {
            "official" => Confidence.Official,
            "reference" => Confidence.Reference,
            _ => Confidence.Probable,
        };
}
