using System.Text;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>A file as text.</summary>
/// <param name="Text">The text without a byte order mark.</param>
/// <param name="Encoding">How it was written; writing with it gives the same bytes, its mark included.</param>
/// <param name="Name">The encoding's name for people.</param>
public sealed record DecodedText(string Text, Encoding Encoding, string Name);

/// <summary>
/// Turns bytes into text: by the encoding that was given, by a byte order mark, or by what the bytes can be. UTF-8 is hardly
/// ever true by chance; GB18030 and Big5 are told apart by which one gives the frequent characters of its standard.
/// </summary>
public static class DecodeText
{
    private const string Known = "utf-8、utf-16、gb18030、big5、latin1";

    /// <summary>The text; refuses bytes that are no text, broken characters, and text that was converted wrongly before.</summary>
    public static DecodedText Of(ReadOnlySpan<byte> bytes, string? given)
    {
        var decoded = given is null ? Detect(bytes) : Read(bytes, Named(given));
        Check(decoded.Text);
        return decoded;
    }

    private static DecodedText Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return Read(bytes, bytes[0] switch { 0xEF => Utf8(mark: true), 0xFF => Utf16(big: false, mark: true), _ => Utf16(big: true, mark: true) });
        }

        if (Utf16WithoutMark(bytes) is { } utf16)
        {
            return Read(bytes, utf16);
        }

        return TryRead(bytes, Utf8(mark: false)) ?? Chinese(bytes) ?? Read(bytes, Latin1());
    }

    private static DecodedText? Chinese(ReadOnlySpan<byte> bytes)
    {
        if (IsSparse(bytes))
        {
            return null; // single accented letters between Latin ones
        }

        // Level 1 of GB 2312 lies at B0–D7 with second bytes A1–FE, that of Big5 at A4–C6 with second bytes 40–7E and A1–FE.
        var gb = Share(bytes, 0xB0, 0xD7, lowTrail: false);
        var big5 = Share(bytes, 0xA4, 0xC6, lowTrail: true);
        var first = gb >= big5 ? Gb18030() : Big5();
        var second = gb >= big5 ? Big5() : Gb18030();
        return TryRead(bytes, first) ?? TryRead(bytes, second)
            ?? throw new ImportFailedException($"认不出文件的编码，或文件不完整。请用 --encoding 说明（{Known}），或在 Excel 里另存为“CSV UTF-8”。");
    }

    /// <summary>Whether bytes above 7F hardly ever stand side by side.</summary>
    private static bool IsSparse(ReadOnlySpan<byte> bytes)
    {
        var (high, beside) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] > 0x7F)
            {
                high++;
                beside += (i > 0 && bytes[i - 1] > 0x7F) || (i + 1 < bytes.Length && bytes[i + 1] > 0x7F) ? 1 : 0;
            }
        }

        return beside * 3 < high;
    }

    /// <summary>The share of two-byte characters that lie in a standard's frequent part or in its punctuation.</summary>
    private static double Share(ReadOnlySpan<byte> bytes, byte from, byte to, bool lowTrail)
    {
        var (all, frequent) = (0, 0);
        var at = 0;
        while (at + 1 < bytes.Length)
        {
            var (lead, trail) = (bytes[at], bytes[at + 1]);
            at += lead < 0x81 ? 1 : 2;
            if (lead < 0x81)
            {
                continue;
            }

            var fits = trail >= 0xA1 || (lowTrail && trail is >= 0x40 and <= 0x7E);
            frequent += fits && ((lead >= from && lead <= to) || lead is >= 0xA1 and <= 0xA3) ? 1 : 0;
            all++;
        }

        return all == 0 ? 0 : (double)frequent / all;
    }

    private static (Encoding Encoding, string Name)? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var zeros = new int[2];
        for (var i = 0; i < bytes.Length; i++)
        {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }

        if (zeros[0] + zeros[1] * 10 < bytes.Length)
        {
            return null;
        }

        return Utf16(big: zeros[0] > zeros[1], mark: false);
    }

    private static (Encoding Encoding, string Name) Named(string name) => name.ToLowerInvariant().Replace("_", "-", StringComparison.Ordinal) switch
    {
        "utf-8" or "utf8" => Utf8(mark: false),
        "utf-8-bom" or "utf-8-sig" => Utf8(mark: true),
        "utf-16" or "utf-16le" or "unicode" => Utf16(big: false, mark: true),
        "utf-16be" => Utf16(big: true, mark: true),
        "gb18030" or "gbk" or "gb2312" or "cp936" => Gb18030(),
        "big5" or "cp950" => Big5(),
        "latin1" or "latin-1" or "iso-8859-1" => Latin1(),
        _ => throw new ImportFailedException($"不认识编码“{name}”，应为 {Known} 之一。"),
    };

    private static DecodedText Read(ReadOnlySpan<byte> bytes, (Encoding Encoding, string Name) by) => TryRead(bytes, by)
        ?? throw new ImportFailedException($"文件按 {by.Name} 读不通：有断掉或不合规范的字。文件可能不完整，或编码不是 {by.Name}。");

    private static DecodedText? TryRead(ReadOnlySpan<byte> bytes, (Encoding Encoding, string Name) by)
    {
        try
        {
            var mark = by.Encoding.Preamble;
            var text = by.Encoding.GetString(mark.Length > 0 && bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes);
            return new(text.TrimStart('\uFEFF'), by.Encoding, by.Name);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static void Check(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ImportFailedException("这不是文本文件。请给 CSV、GeoJSON、JSON 或 .xlsx 文件（旧的 .xls 请在 Excel 里另存为 .xlsx）。");
        }

        if (text.Contains('\uFFFD', StringComparison.Ordinal) || text.Contains("锟斤拷", StringComparison.Ordinal) || WasConvertedTwice(text))
        {
            throw new ImportFailedException("文件里的字已经是乱码：它曾按错误的编码打开又保存过，原来的字找不回来。请从最初的文件重新导出。");
        }
    }

    /// <summary>UTF-8 that was read as Latin-1 or GB18030 and saved: its bytes in that encoding are UTF-8 again.</summary>
    private static bool WasConvertedTwice(string text)
    {
        var some = new string([.. text.Where(letter => letter > 0x7F).Take(2000)]);
        return some.Length >= 4 && (IsUtf8In(some, Latin1().Encoding) || IsUtf8In(some, Gb18030().Encoding));
    }

    private static bool IsUtf8In(string text, Encoding encoding)
    {
        try
        {
            var bytes = encoding.GetBytes(text);
            var end = bytes.Length;
            while (end > 0 && end > bytes.Length - 3 && TryRead(bytes.AsSpan(0, end), Utf8(mark: false)) is null)
            {
                end--; // the sample may end inside a character
            }

            return TryRead(bytes.AsSpan(0, end), Utf8(mark: false)) is { Text.Length: > 0 } read && read.Text.All(letter => letter > 0x7F);
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private static (Encoding Encoding, string Name) Utf8(bool mark) =>
        (new UTF8Encoding(mark, throwOnInvalidBytes: true), mark ? "UTF-8（带 BOM）" : "UTF-8");

    private static (Encoding Encoding, string Name) Utf16(bool big, bool mark) => (new UnicodeEncoding(big, mark, throwOnInvalidBytes: true), "UTF-16");

    private static (Encoding Encoding, string Name) Gb18030() => (Page(54936), "GB18030");

    private static (Encoding Encoding, string Name) Big5() => (Page(950), "Big5");

    private static (Encoding Encoding, string Name) Latin1() =>
        (Encoding.GetEncoding("iso-8859-1", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), "Latin-1");

    private static Encoding Page(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new NotSupportedException($"The framework has no code page {number}.");
}
