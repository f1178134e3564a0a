namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>How words of a file are compared with ours.</summary>
internal static class WordMatch
{
    /// <summary>Full-width letters, digits and signs (１２：３０) as the usual ones; the program runs without the system's tables for this.</summary>
    public static string HalfWidth(string text) => string.Create(text.Length, text, (letters, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            letters[i] = from[i] switch { >= '\uFF01' and <= '\uFF5E' => (char)(from[i] - 0xFEE0), '\u3000' => ' ', _ => from[i] };
        }
    });

    /// <summary>Width, case, traditional forms and blanks at the ends do not matter.</summary>
    public static string Fold(string word) => TraditionalLetters.Simplify(HalfWidth(word)).Trim().ToLowerInvariant();

    /// <summary>The known word that shares most letters with an unknown one, or null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var best = known.Select(one => (Word: one, Score: Alike(word, one))).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Word, StringComparer.Ordinal).FirstOrDefault();
        return best.Score >= 0.4 ? best.Word : null;
    }

    private static double Alike(string one, string other) =>
        2.0 * one.Distinct().Count(letter => other.Contains(letter, StringComparison.Ordinal)) / Math.Max(1, one.Distinct().Count() + other.Distinct().Count());
}
