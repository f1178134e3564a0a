using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Platform.Text;

/// <summary>Free text from a stranger: trimmed, without control and direction characters, counted as people count (𠮷 and 😀 are one each).</summary>
public static class PlainText
{
    /// <summary>The cleaned text; null when nothing is left. A text longer than <paramref name="most"/> characters is refused into <paramref name="refused"/>.</summary>
    public static string? Clean(string? text, string field, string name, int most, ICollection<FieldRefusal> refused)
    {
        if (text is null || text.Length > most * 16)
        {
            if (text is not null)
            {
                refused.Add(TooLong(field, name, most, text.Length));
            }

            return null;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(IsInvisible(rune) ? " " : rune.ToString());
        }

        var trimmed = clean.ToString().Trim();
        var length = new StringInfo(trimmed).LengthInTextElements;
        if (length > most)
        {
            refused.Add(TooLong(field, name, most, length));
            return null;
        }

        return trimmed.Length == 0 ? null : trimmed;
    }

    private static FieldRefusal TooLong(string field, string name, int most, int length) =>
        new(field, "too_long", $"{name}最多 {most} 个字，您写了 {length} 个。请写短一些。");

    // Direction marks could make a crew's sheet read differently from what is stored; U+FFFD is what a broken surrogate becomes.
    private static bool IsInvisible(Rune rune) => Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or 0xFFFD;
}
