using System.IO.Compression;
using Microsoft.Extensions.Caching.Memory;

namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>Compressed forms of text files: the <c>.br</c> beside the file if the site made one, else made once and kept.</summary>
public sealed class CompressedFiles : IDisposable
{
    private const int KeptBytes = 32 * 1024 * 1024;
    private const int SmallBytes = 64 * 1024;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = KeptBytes });

    /// <summary>The bytes of the file in this encoding (<c>br</c> or <c>gzip</c>).</summary>
    public async Task<byte[]> GetAsync(PortalFile file, string encoding, CancellationToken cancellationToken)
    {
        var key = (file.Tag, encoding);
        if (_kept.TryGetValue(key, out byte[]? known))
        {
            return known!;
        }

        // What the site compressed beforehand holds no filled-in settings.
        var ready = new FileInfo(file.Path + (encoding == "br" ? ".br" : ".gz"));
        var bytes = file.Filled is null && ready.Exists && ready.LastWriteTimeUtc >= file.Modified
            ? await File.ReadAllBytesAsync(ready.FullName, cancellationToken)
            : await CompressAsync(file, encoding, cancellationToken);
        return _kept.Set(key, bytes, new MemoryCacheEntryOptions { Size = bytes.Length });
    }

    /// <inheritdoc />
    public void Dispose() => _kept.Dispose();

    private static async Task<byte[]> CompressAsync(PortalFile file, string encoding, CancellationToken cancellationToken)
    {
        // The smallest form costs some 100 ms for a large script, once; large files take the middle way.
        var level = file.Length <= SmallBytes ? CompressionLevel.SmallestSize : CompressionLevel.Optimal;
        using var target = new MemoryStream();
        await using (Stream packer = encoding == "br" ? new BrotliStream(target, level, leaveOpen: true) : new GZipStream(target, level, leaveOpen: true))
        await using (var source = file.Open())
        {
            await source.CopyToAsync(packer, cancellationToken);
        }

        return target.ToArray();
    }
}
