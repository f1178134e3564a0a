using System.Text;

namespace Jizhou.Public.Api.Places.Import.Decoding;

/// <summary>The encodings files come in, each strict: what it cannot read is an error, never a question mark.</summary>
internal static class Encodings
{
    public const string Known = "utf-8、utf-16、gb18030、big5、latin1";

    public static (Encoding Encoding, string Name) Named(string name) => name.ToLowerInvariant().Replace("_", "-", StringComparison.Ordinal) switch
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

    public static (Encoding Encoding, string Name) Utf8(bool mark) => (new UTF8Encoding(mark, throwOnInvalidBytes: true), mark ? "UTF-8（带 BOM）" : "UTF-8");

    public static (Encoding Encoding, string Name) Utf16(bool big, bool mark) => (new UnicodeEncoding(big, mark, throwOnInvalidBytes: true), "UTF-16");

    public static (Encoding Encoding, string Name) Gb18030() => (Page(54936), "GB18030");

    public static (Encoding Encoding, string Name) Big5() => (Page(950), "Big5");

    /// <summary>Windows' form of Latin-1 when its own letters (€ “ ”) stand in the text, else plain Latin-1.</summary>
    public static (Encoding Encoding, string Name) Latin1(bool windows = false) => windows
        ? (Page(1252), "Windows-1252")
        : (Encoding.GetEncoding("iso-8859-1", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), "Latin-1");

    private static Encoding Page(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new NotSupportedException($"The framework has no code page {number}.");
}
