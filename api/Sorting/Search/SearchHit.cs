using System.Runtime.InteropServices;

namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>Why an item was found.</summary>
public enum MatchKind
{
    /// <summary>By its name, or the beginning or middle of it.</summary>
    Name,

    /// <summary>By another word for it.</summary>
    Alias,

    /// <summary>By name or alias written in traditional characters.</summary>
    Traditional,

    /// <summary>By its pinyin.</summary>
    Pinyin,

    /// <summary>By the first letters of its pinyin.</summary>
    Initials,

    /// <summary>By a name that differs in a character or two, or sounds the same.</summary>
    Fuzzy,

    /// <summary>By a name found inside a whole question.</summary>
    Question,

    /// <summary>By a rule: no name fits, the thing's last word does.</summary>
    Rule,
}

/// <summary>One found item.</summary>
/// <param name="Item">Position of the item in the dictionary; −1 for a rule.</param>
/// <param name="Match">Why it was found.</param>
/// <param name="Name">Position of the name that matched, in the list the index was built from; of the rule, for a rule.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SearchHit(int Item, MatchKind Match, int Name);

/// <summary>The words for <see cref="MatchKind"/> on the wire.</summary>
public static class MatchWords
{
    private static readonly string[] Codes = ["name", "alias", "traditional", "pinyin", "initials", "fuzzy", "question", "rule"];

    private static readonly byte[][] Utf8Codes = [.. Codes.Select(System.Text.Encoding.UTF8.GetBytes)];

    /// <summary>The code of a reason as UTF-8.</summary>
    public static ReadOnlySpan<byte> Utf8(this MatchKind match) => Utf8Codes[(int)match];

    /// <summary>The code of a reason, as architecture §7 fixes it.</summary>
    public static string Code(this MatchKind match) => Codes[(int)match];
}
