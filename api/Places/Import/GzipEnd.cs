using System.Buffers.Binary;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>
/// Whether a gzip file is whole. The framework's reader ends without a word where the file was cut off, and a cut-off list of all places would
/// take the others for removed. The last four bytes name the size unpacked (RFC 1952, ISIZE); of a file of several members, of its last one.
/// </summary>
internal static class GzipEnd
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>Refuses a file that was cut off; unpacks all of it once.</summary>
    public static void Require(SourceBytes packed, SourceBytes unpacked)
    {
        var (named, hasMembers) = Look(packed);
        var size = Count(unpacked);
        if (named != (uint)size && !(hasMembers && named < size))
        {
            throw new ImportFailedException("压缩文件坏了或没有下载完。");
        }
    }

    private static long Count(SourceBytes bytes)
    {
        using var stream = bytes.Open();
        var (buffer, size) = (new byte[BufferBytes], 0L);
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            size += read;
        }

        return size;
    }

    /// <summary>The last four bytes as a number, and whether another member seems to begin behind the first one.</summary>
    private static (uint Named, bool HasMembers) Look(SourceBytes packed)
    {
        using var stream = packed.Open();
        var buffer = new byte[BufferBytes];
        var (last, at, members) = (0u, 0L, 0);
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            foreach (var next in buffer.AsSpan(0, read))
            {
                last = (last << 8) | next;
                at++;
                members += at > 3 && (last & 0xFFFFFFE0) == 0x1F8B0800 ? 1 : 0; // the flags behind it are below 32
            }
        }

        return (BinaryPrimitives.ReverseEndianness(last), members > 1);
    }
}
