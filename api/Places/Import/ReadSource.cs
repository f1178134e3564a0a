using System.IO.Compression;
using System.Text;
using Jizhou.Public.Api.Places.Import.Formats;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>A file read into a table.</summary>
/// <param name="Table">Its rows.</param>
/// <param name="Encoding">How refused rows are written back.</param>
/// <param name="About">Format and encoding for people.</param>
public sealed record ReadSource(SourceTable Table, Encoding Encoding, string About)
{
    /// <summary>The most bytes a file may have.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private const int MostUnpacked = 256 * 1024 * 1024;

    /// <summary>Recognises format and encoding and reads the rows; refuses broken, foreign and too large files with one clear message.</summary>
    public static ReadSource Of(byte[] bytes, ImportOptions options, Func<IReadOnlyList<string>, int> countKnown)
    {
        if (bytes.Length > MostBytes)
        {
            throw new ImportFailedException($"文件有 {bytes.Length / 1024 / 1024} MiB，超过 64 MiB。请拆成几个文件，或用 gzip 压缩。");
        }

        bytes = bytes is [0x1F, 0x8B, ..] ? Unpack(bytes) : bytes;
        if (bytes.Length == 0)
        {
            throw new ImportFailedException("文件是空的。");
        }

        if (options.Format == "xlsx" || (options.Format is null && bytes is [(byte)'P', (byte)'K', ..]))
        {
            return new(ReadXlsx.Of(bytes, countKnown), new UTF8Encoding(true), "xlsx");
        }

        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            throw new ImportFailedException("这是旧的 .xls 文件。请在 Excel 里另存为 .xlsx 或 CSV。");
        }

        return OfText(DecodeText.Of(bytes, options.Encoding), options.Format, countKnown);
    }

    private static ReadSource OfText(DecodedText decoded, string? given, Func<IReadOnlyList<string>, int> countKnown)
    {
        var text = decoded.Text.TrimStart();
        if (text.StartsWith('<'))
        {
            throw new ImportFailedException("这是网页（HTML）或 XML，不是数据。可能下载到了登录页或出错页，请在浏览器里打开看看，重新下载。");
        }

        var format = given ?? (text.StartsWith('{') || text.StartsWith('[') ? null : "csv");
        return format switch
        {
            "csv" => new(ReadCsv.Of(decoded.Text, countKnown), decoded.Encoding, $"CSV，{decoded.Name}"),
            null or "geojson" or "overpass" or "json" => new(ReadJson.Of(text, format), new UTF8Encoding(true), $"JSON，{decoded.Name}"),
            _ => throw new ImportFailedException($"不认识格式“{format}”，应为 csv、xlsx、geojson、overpass、json 之一。"),
        };
    }

    private static byte[] Unpack(byte[] bytes)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var piece = new byte[64 * 1024];
            for (int read; (read = gzip.Read(piece)) > 0;)
            {
                plain.Write(piece, 0, read);
                if (plain.Length > MostUnpacked)
                {
                    throw new ImportFailedException("文件解压后超过 256 MiB。请拆成几个文件。");
                }
            }

            return plain.ToArray();
        }
        catch (InvalidDataException failure)
        {
            throw new ImportFailedException("压缩文件坏了或没有下载完。", failure);
        }
    }
}
