using System.IO.Compression;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>The bytes of a file, which can be gone through several times without being held: an upload in memory, or a file on the disk.</summary>
public sealed class SourceBytes
{
    /// <summary>The most bytes an upload may have.</summary>
    public const int MostUploaded = 64 * 1024 * 1024;

    /// <summary>The most bytes a compressed file may have once it is unpacked.</summary>
    public const int MostUnpacked = 256 * 1024 * 1024;

    private readonly Func<Stream> _open;

    private SourceBytes(Func<Stream> open, long length) => (_open, Length) = (open, length);

    /// <summary>How many bytes there are; for a compressed file before unpacking.</summary>
    public long Length { get; }

    /// <summary>An upload; refuses one above 64 MiB.</summary>
    public static SourceBytes OfUpload(byte[] bytes) => bytes.Length <= MostUploaded
        ? new(() => new MemoryStream(bytes, writable: false), bytes.Length)
        : throw new ImportFailedException($"文件有 {bytes.Length / 1024 / 1024} MiB，超过 64 MiB。请拆成几个文件，或用 gzip 压缩；更大的 CSV 请用命令 import places 导入。");

    /// <summary>A file on the disk, of any size; refuses one that cannot be read.</summary>
    public static SourceBytes OfFile(string path)
    {
        try
        {
            using var probe = File.OpenRead(path);
            return new(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.SequentialScan), probe.Length);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ImportFailedException($"读不到文件 {path}：{failure.Message}", failure);
        }
    }

    /// <summary>The bytes from the beginning.</summary>
    public Stream Open() => _open();

    /// <summary>The first bytes.</summary>
    public byte[] Head(int count)
    {
        using var stream = Open();
        var head = new byte[count];
        return head[..stream.ReadAtLeast(head, count, throwOnEndOfStream: false)];
    }

    /// <summary>All bytes; refuses more than 256 MiB.</summary>
    public byte[] All()
    {
        using var stream = Open();
        using var limited = new LimitedStream(stream, MostUnpacked, "文件超过 256 MiB。请拆成几个文件，或转成 CSV。");
        using var all = new MemoryStream();
        limited.CopyTo(all);
        return all.ToArray();
    }

    /// <summary>The same without gzip, which is recognised by its first bytes; one that was cut off, and more than 256 MiB inside, are refused.</summary>
    public SourceBytes Unpacked()
    {
        if (Head(3) is not [0x1F, 0x8B, 8])
        {
            return this;
        }

        var unpacked = new SourceBytes(OpenGzip, Length);
        GzipEnd.Require(this, unpacked);
        return unpacked;
    }

    private LimitedStream OpenGzip() =>
        new(new GZipStream(_open(), CompressionMode.Decompress), MostUnpacked, "文件解压后超过 256 MiB。请拆成几个文件。");
}
