using System.Text;
using Jizhou.Public.Api.Places.Import.Decoding;
using Jizhou.Public.Api.Places.Import.Formats;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>A file read into a table.</summary>
/// <param name="Table">Its rows.</param>
/// <param name="Encoding">How refused rows are written back.</param>
/// <param name="About">Format and encoding for people.</param>
public sealed record ReadSource(SourceTable Table, Encoding Encoding, string About)
{
    /// <summary>The most bytes an upload may have.</summary>
    public const int MostBytes = SourceBytes.MostUploaded;

    /// <summary>Recognises format and encoding and reads the rows; refuses broken, foreign and too large files with one clear message.</summary>
    public static ReadSource Of(SourceBytes packed, ImportOptions options, Func<IReadOnlyList<string>, int> countKnown)
    {
        var bytes = packed.Unpacked();
        var head = bytes.Head(4096);
        if (head.Length == 0)
        {
            throw new ImportFailedException("文件是空的。");
        }

        if (options.Format == "xlsx" || (options.Format is null && head is [(byte)'P', (byte)'K', ..]))
        {
            return new(ReadXlsx.Of(bytes, countKnown), new UTF8Encoding(true), "xlsx");
        }

        if (head is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            throw new ImportFailedException("这是旧的 .xls 文件，或加了密码的工作簿。请在 Excel 里去掉密码，另存为 .xlsx 或 CSV。");
        }

        if (Foreign(head) is { } foreign)
        {
            throw new ImportFailedException($"这是{foreign}，不是数据表。请给 CSV、GeoJSON、JSON 或 .xlsx 文件。");
        }

        return OfText(DecodeText.Of(bytes, options.Encoding), options.Format, countKnown);
    }

    private static ReadSource OfText(DecodedText decoded, string? given, Func<IReadOnlyList<string>, int> countKnown)
    {
        var first = First(decoded);
        if (first == '<')
        {
            throw new ImportFailedException("这是网页（HTML）或 XML，不是数据。可能下载到了登录页或出错页，请在浏览器里打开看看，重新下载。");
        }

        var format = given ?? (first is '{' or '[' ? null : "csv");
        return format switch
        {
            "csv" => new(ReadCsv.Of(decoded, countKnown), decoded.Encoding, $"CSV，{decoded.Name}"),
            null or "geojson" or "overpass" or "json" => new(ReadJson.Of(decoded, format), new UTF8Encoding(true), $"JSON，{decoded.Name}"),
            _ => throw new ImportFailedException($"不认识格式“{format}”，应为 csv、xlsx、geojson、overpass、json 之一。"),
        };
    }

    private static char First(DecodedText decoded)
    {
        using var reader = decoded.Open();
        int letter;
        do
        {
            letter = reader.Read();
        }
        while (letter >= 0 && char.IsWhiteSpace((char)letter));
        return letter < 0 ? throw new ImportFailedException("文件是空的。") : (char)letter;
    }

    private static string? Foreign(byte[] head) => head switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => " PDF",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "图片",
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "压缩包（先解压）",
        _ => null,
    };
}
