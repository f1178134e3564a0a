using System.Buffers;

namespace Jizhou.Public.Api.Sorting.Missing;

/// <summary>Which questions without an answer may be kept for the editors: a short name of a thing and nothing that could tell of a person.</summary>
public static class KeptWords
{
    private const int Shortest = 2, Longest = 10;

    // Words of addresses, people and numbers: whoever writes them asks about more than a thing.
    private static readonly SearchValues<char> Personal = SearchValues.Create("村镇乡路街巷弄号楼栋室户县区省市〇零一二三四五六七八九十百千万");
    private static readonly string[] PersonalWords = ["电话", "手机号", "身份证", "先生", "女士", "小姐", "我叫", "姓名", "住在", "家住", "微信", "地址"];

    /// <summary>May the folded words be kept? Chinese characters only: no digits, no letters, no number words, at most ten.</summary>
    public static bool May(string words) =>
        words.Length is >= Shortest and <= Longest && words.All(c => c is >= '\u4E00' and <= '\u9FFF')
        && words.AsSpan().IndexOfAny(Personal) < 0 && !PersonalWords.Any(w => words.Contains(w, StringComparison.Ordinal));
}
