using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Jizhou.Public.Api.Platform.Text;

/// <summary>
/// The number that a booking or a report is found by: 55 random bits in Crockford base32 (no I, L, O, U) and his check character, read aloud in
/// three groups of four, e.g. <c>7K3M-9QXD-2FVH</c>. The check catches every single wrong character and every swap of two neighbours.
/// </summary>
public readonly record struct SpokenNumber
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int DataLength = 11;

    private SpokenNumber(string text) => Text = text;

    /// <summary>Twelve characters without hyphens, as stored.</summary>
    public string Text { get; }

    /// <summary>A new one. The draw is repeated while the check would be one of Crockford's five extra signs, which nobody can read aloud (costs 0.2 bit).</summary>
    public static SpokenNumber New()
    {
        Span<byte> random = stackalloc byte[8];
        while (true)
        {
            RandomNumberGenerator.Fill(random);
            var bits = BinaryPrimitives.ReadUInt64BigEndian(random) >> 9;
            var check = (int)(bits % 37);
            if (check < 32)
            {
                return new SpokenNumber(Encode(bits) + Alphabet[check]);
            }
        }
    }

    /// <summary>Reads what a person typed: any case, hyphens or spaces anywhere, O for 0, I and L for 1, full-width letters. False for a wrong length, letter or check.</summary>
    public static bool TryParse(string? text, out SpokenNumber number)
    {
        number = default;
        if (text is null || text.Length > 60 || Clean(text) is not { Length: DataLength + 1 } clean)
        {
            return false;
        }

        ulong bits = 0;
        foreach (var c in clean.AsSpan(0, DataLength))
        {
            bits = (bits << 5) | (uint)Alphabet.IndexOf(c, StringComparison.Ordinal);
        }

        if ((int)(bits % 37) != Alphabet.IndexOf(clean[DataLength], StringComparison.Ordinal))
        {
            return false;
        }

        number = new SpokenNumber(clean);
        return true;
    }

    /// <summary>A stored number.</summary>
    public static SpokenNumber FromStored(string text) => new(text);

    /// <summary>In groups, for reading aloud.</summary>
    public override string ToString() => Text is null ? "" : $"{Text[..4]}-{Text[4..8]}-{Text[8..]}";

    private static string Encode(ulong bits)
    {
        Span<char> text = stackalloc char[DataLength];
        for (var i = DataLength - 1; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(bits & 31)];
            bits >>= 5;
        }

        return new string(text);
    }

    private static string? Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in HalfWidth.Of(text).ToUpperInvariant())
        {
            var letter = c switch { 'O' => '0', 'I' or 'L' => '1', _ => c };
            if (Alphabet.Contains(letter, StringComparison.Ordinal))
            {
                clean.Append(letter);
            }
            else if (!char.IsWhiteSpace(c) && c is not ('-' or '‐' or '‑' or '–' or '—'))
            {
                return null;
            }
        }

        return clean.ToString();
    }
}
