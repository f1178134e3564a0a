using System.Text;

namespace Jizhou.Public.Api.Places.Import.Decoding;

/// <summary>
/// Turns bytes into text: by the encoding that was given, by a byte order mark, or by what the bytes can be. UTF-8 is hardly
/// ever true by chance; GB18030 and Big5 are told apart by which one gives the frequent characters of its standard.
/// </summary>
public static class DecodeText
{
    private const int Sampled = 2000;

    /// <summary>The text of bytes in memory.</summary>
    public static DecodedText Of(byte[] bytes, string? given) => Of(SourceBytes.OfUpload(bytes), given);

    /// <summary>The text; refuses bytes that are no text, broken characters, and text that was converted wrongly before.</summary>
    public static DecodedText Of(SourceBytes bytes, string? given)
    {
        var (encoding, name) = given is null ? Detect(bytes) : Encodings.Named(given);
        var letters = Look(bytes, encoding)
            ?? throw new ImportFailedException($"文件按 {name} 读不通：有断掉或不合规范的字。文件可能不完整，或编码不是 {name}。");
        letters.Check();
        return new(bytes, encoding, name);
    }

    private static (Encoding Encoding, string Name) Detect(SourceBytes bytes)
    {
        if (bytes.Head(3) is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return bytes.Head(1)[0] switch { 0xEF => Encodings.Utf8(mark: true), 0xFF => Encodings.Utf16(big: false, mark: true), _ => Encodings.Utf16(big: true, mark: true) };
        }

        var statistics = ByteStatistics.Of(bytes);
        if (statistics is { IsEmpty: false, IsBigEndian: { } big })
        {
            return Encodings.Utf16(big, mark: false);
        }

        if (Look(bytes, Encodings.Utf8(mark: false).Encoding) is not null)
        {
            return Encodings.Utf8(mark: false);
        }

        return statistics.IsSparse ? Encodings.Latin1(statistics.IsWindows) : Chinese(bytes, statistics);
    }

    private static (Encoding Encoding, string Name) Chinese(SourceBytes bytes, ByteStatistics statistics)
    {
        (Encoding Encoding, string Name)[] tries = statistics.LooksSimplified ? [Encodings.Gb18030(), Encodings.Big5()] : [Encodings.Big5(), Encodings.Gb18030()];
        foreach (var one in tries)
        {
            if (Look(bytes, one.Encoding) is not null)
            {
                return one;
            }
        }

        throw new ImportFailedException($"认不出文件的编码，或文件不完整。请用 --encoding 说明（{Encodings.Known}），或在 Excel 里另存为“CSV UTF-8”。");
    }

    /// <summary>Goes through the whole text; null when it cannot be read in this encoding.</summary>
    private static Letters? Look(SourceBytes bytes, Encoding encoding)
    {
        try
        {
            var letters = new Letters();
            using var reader = new StreamReader(bytes.Open(), encoding, detectEncodingFromByteOrderMarks: false, 64 * 1024);
            var piece = new char[32 * 1024];
            for (int read; (read = reader.Read(piece, 0, piece.Length)) > 0;)
            {
                letters.Add(piece.AsSpan(0, read));
            }

            return letters;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>What the checks need of a text.</summary>
    private sealed class Letters
    {
        private readonly StringBuilder _sample = new();
        private bool _hasNull;
        private bool _isSpoilt;

        public void Add(ReadOnlySpan<char> letters)
        {
            _hasNull |= letters.Contains('\0');
            _isSpoilt |= letters.Contains('\uFFFD') || letters.Contains("锟斤拷", StringComparison.Ordinal);
            for (var i = 0; i < letters.Length && _sample.Length < Sampled; i++)
            {
                if (letters[i] > 0x7F && letters[i] != '\uFEFF')
                {
                    _sample.Append(letters[i]);
                }
            }
        }

        public void Check()
        {
            if (_hasNull)
            {
                throw new ImportFailedException("这不是文本文件（里面有空字节）。请给 CSV、GeoJSON、JSON 或 .xlsx 文件（旧的 .xls 请在 Excel 里另存为 .xlsx）。");
            }

            if (_isSpoilt || WasConvertedTwice(_sample.ToString()))
            {
                throw new ImportFailedException("文件里的字已经是乱码：它曾按错误的编码打开又保存过，原来的字找不回来。请从最初的文件重新导出。");
            }
        }

        /// <summary>UTF-8 that was read as Latin-1 or GB18030 and saved: its bytes in that encoding are UTF-8 again.</summary>
        private static bool WasConvertedTwice(string some) => some.Length >= 4
            && (IsUtf8In(some, Encodings.Latin1().Encoding) || IsUtf8In(some, Encodings.Latin1(windows: true).Encoding) || IsUtf8In(some, Encodings.Gb18030().Encoding));

        private static bool IsUtf8In(string text, Encoding encoding)
        {
            try
            {
                var bytes = encoding.GetBytes(text);
                for (var end = bytes.Length; end > 0 && end > bytes.Length - 4; end--)
                {
                    if (Utf8(bytes.AsSpan(0, end)) is { Length: > 0 } read) // the sample may end inside a character
                    {
                        return read.All(letter => letter > 0x7F);
                    }
                }
            }
            catch (EncoderFallbackException)
            {
                // a letter that the encoding lacks: the text did not come through it
            }

            return false;
        }

        private static string? Utf8(ReadOnlySpan<byte> bytes)
        {
            try
            {
                return Encodings.Utf8(mark: false).Encoding.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                return null;
            }
        }
    }
}
