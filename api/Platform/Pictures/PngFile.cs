using System.Buffers.Binary;
using System.IO.Compression;

namespace Jizhou.Public.Api.Platform.Pictures;

/// <summary>
/// PNG (RFC 2083): header, palette, transparency and pixels are written again; every other chunk (text, time, EXIF, profiles, moving
/// frames) is not. The pixels are unpacked, counted and packed again: a bomb ends at the size that the header promises.
/// </summary>
internal static class PngFile
{
    private const int ChunkFrame = 12; // length, type and checksum

    /// <summary>The picture without the rest.</summary>
    public static Picture Rewrite(ReadOnlySpan<byte> file)
    {
        var chunks = Read(file);
        var header = chunks.Header;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4)));
        CleanPicture.CheckSize(width, height);
        var raw = PngRaster.RawBytes((int)width, (int)height, header[8], header[9], header[12] == 1);
        if (header[10] != 0 || header[11] != 0 || header[12] > 1 || raw == 0 || (header[9] == 3 && chunks.Palette is null))
        {
            throw PictureRefusals.Broken();
        }

        using var written = new MemoryStream(file.Length);
        written.Write(file[..8]);
        Write(written, "IHDR"u8, header);
        if (chunks.Palette is { } palette)
        {
            Write(written, "PLTE"u8, palette);
        }

        if (chunks.Transparency is { } transparency)
        {
            Write(written, "tRNS"u8, transparency);
        }

        Write(written, "IDAT"u8, Repack(chunks.Pixels, raw));
        Write(written, "IEND"u8, []);
        return new Picture("image/png", (int)width, (int)height, chunks.Turn, written.ToArray());
    }

    private static Chunks Read(ReadOnlySpan<byte> file)
    {
        var chunks = new Chunks();
        for (var at = 8; ;)
        {
            var (type, data) = Next(file, ref at);
            var isFirst = chunks.Header.Length == 0;
            switch (type)
            {
                case "IHDR" when isFirst && data.Length == 13:
                    chunks.Header = data;
                    break;
                case "PLTE" when !isFirst && chunks.Palette is null && chunks.Pixels.Length == 0 && data.Length is > 0 and <= 768 && data.Length % 3 == 0:
                    chunks.Palette = data;
                    break;
                case "tRNS" when !isFirst && chunks.Pixels.Length == 0 && data.Length <= 256:
                    chunks.Transparency = data;
                    break;
                case "IDAT" when !isFirst:
                    chunks.Pixels.Write(data);
                    break;
                case "IEND" when chunks.Pixels.Length > 0 && data.Length == 0:
                    CleanPicture.CheckRest(file[at..]);
                    return chunks;
                case "eXIf":
                    chunks.Turn = ExifTurn.Of(data);
                    break;
                case [>= 'a' and <= 'z', ..] when !isFirst: // a chunk that may be left out, by its small first letter
                    break;
                default:
                    throw PictureRefusals.Broken();
            }
        }
    }

    private static (string Type, byte[] Data) Next(ReadOnlySpan<byte> file, ref int at)
    {
        if (file.Length - at < ChunkFrame || BinaryPrimitives.ReadUInt32BigEndian(file[at..]) is var length && length > file.Length - at - ChunkFrame)
        {
            throw PictureRefusals.Broken();
        }

        var type = file.Slice(at + 4, 4);
        var data = file.Slice(at + 8, (int)length);
        if (Checksum.Of(type, data) != BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + (int)length)..]))
        {
            throw PictureRefusals.Broken();
        }

        at += ChunkFrame + (int)length;
        return (System.Text.Encoding.Latin1.GetString(type), data.ToArray());
    }

    private static byte[] Repack(MemoryStream packed, long raw)
    {
        packed.Position = 0;
        using var written = new MemoryStream();
        try
        {
            using var from = new ZLibStream(packed, CompressionMode.Decompress);
            using var to = new ZLibStream(written, CompressionLevel.Fastest, leaveOpen: true);
            var buffer = new byte[81_920];
            int read;
            while ((read = from.Read(buffer)) > 0 && read <= raw)
            {
                to.Write(buffer, 0, read);
                raw -= read;
            }

            raw -= read; // not 0 when there is more than the header promises
        }
        catch (InvalidDataException)
        {
            throw PictureRefusals.Broken();
        }

        return raw == 0 ? written.ToArray() : throw PictureRefusals.Broken();
    }

    private static void Write(MemoryStream written, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        written.Write(number);
        written.Write(type);
        written.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum.Of(type, data));
        written.Write(number);
    }

    private sealed class Chunks
    {
        public byte[] Header { get; set; } = [];

        public byte[]? Palette { get; set; }

        public byte[]? Transparency { get; set; }

        public MemoryStream Pixels { get; } = new();

        public int Turn { get; set; } = 1;
    }
}
