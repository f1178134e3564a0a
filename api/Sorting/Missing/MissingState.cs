namespace Jizhou.Public.Api.Sorting.Missing;

/// <summary>What the editors decided about a thing that the dictionary lacks.</summary>
public static class MissingState
{
    /// <summary>Nobody decided yet.</summary>
    public const string Open = "open";

    /// <summary>An item, an alias or a rule was added.</summary>
    public const string Done = "done";

    /// <summary>It names no thing; it is counted no further.</summary>
    public const string NotAThing = "not-a-thing";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal) { [Open] = "待补", [Done] = "已补", [NotAThing] = "不是物品" };

    /// <summary>Is this one of them?</summary>
    public static bool Is(string state) => Words.ContainsKey(state);

    /// <summary>How people read it.</summary>
    public static string Name(string state) => Words[state];
}
