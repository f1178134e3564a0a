using System.Buffers.Binary;
using System.Text;

namespace Jizhou.Public.Api.Platform.Pictures;

/// <summary>
/// WebP (RFC 9649): the picture itself (VP8, VP8L) and its transparency are written again; EXIF, XMP, ICCP and unknown chunks are not.
/// A moving one is refused.
/// </summary>
internal static class WebpFile
{
    private const int Frame = 8; // four letters and the length
    private const byte HasAlpha = 0x10;

    /// <summary>The picture without the rest.</summary>
    public static Picture Rewrite(ReadOnlySpan<byte> file)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (length < 12 || length > file.Length - Frame)
        {
            throw PictureRefusals.Broken();
        }

        var (type, turn) = ("", 1);
        Range picture = default, alpha = default;
        var end = Frame + (int)length;
        for (var at = 12; at < end;)
        {
            var (name, data) = Next(file[..end], ref at);
            switch (name)
            {
                case "VP8 " or "VP8L" when type.Length == 0:
                    type = name;
                    picture = data;
                    break;
                case "ALPH" when alpha.Equals(default) && type.Length == 0:
                    alpha = data;
                    break;
                case "EXIF":
                    turn = ExifTurn.Of(file[data].StartsWith("Exif\0\0"u8) ? file[data][6..] : file[data]);
                    break;
                case "ANIM" or "ANMF":
                    throw PictureRefusals.Is("这是会动的图");
                case "VP8 " or "VP8L" or "ALPH":
                    throw PictureRefusals.Broken();
            }
        }

        CleanPicture.CheckRest(file[end..]);
        var (width, height) = type == "VP8L" ? SizeOfLossless(file[picture]) : SizeOfLossy(file[picture]);
        CleanPicture.CheckSize(width, height);
        return new Picture("image/webp", width, height, turn, Write(type, file[picture], type == "VP8 " ? file[alpha] : [], width, height));
    }

    private static (string Name, Range Data) Next(ReadOnlySpan<byte> file, ref int at)
    {
        if (file.Length - at < Frame || BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]) is var length && length > file.Length - at - Frame)
        {
            throw PictureRefusals.Broken();
        }

        var (name, start, end) = (Encoding.Latin1.GetString(file.Slice(at, 4)), at + Frame, at + Frame + (int)length);
        at = end + ((int)length & 1);
        return (name, start..end);
    }

    private static (int Width, int Height) SizeOfLossy(ReadOnlySpan<byte> data)
    {
        // RFC 6386 9.1: bit 0 of the frame tag is 0 for a key frame; its first partition must lie inside.
        if (data.Length < 10 || (data[0] & 1) != 0 || data is not [_, _, _, 0x9D, 0x01, 0x2A, ..]
            || (data[0] | (data[1] << 8) | (data[2] << 16)) >> 5 > data.Length - 10)
        {
            throw PictureRefusals.Broken();
        }

        return (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
    }

    private static (int Width, int Height) SizeOfLossless(ReadOnlySpan<byte> data)
    {
        if (data.Length < 6 || data[0] != 0x2F || BinaryPrimitives.ReadUInt32LittleEndian(data[1..]) is var bits && bits >> 29 != 0)
        {
            throw PictureRefusals.Broken();
        }

        return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
    }

    private static byte[] Write(string type, ReadOnlySpan<byte> picture, ReadOnlySpan<byte> alpha, int width, int height)
    {
        using var written = new MemoryStream();
        written.Write("RIFF\0\0\0\0WEBP"u8);
        if (!alpha.IsEmpty)
        {
            Span<byte> extended = stackalloc byte[10]; // flags, 24 bits of nothing, canvas width and height less one in 24 bits each
            extended[0] = HasAlpha;
            BinaryPrimitives.WriteInt32LittleEndian(extended[4..], width - 1);
            BinaryPrimitives.WriteUInt16LittleEndian(extended[7..], (ushort)(height - 1));
            Write(written, "VP8X", extended);
            Write(written, "ALPH", alpha);
        }

        Write(written, type, picture);
        var bytes = written.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - Frame);
        return bytes;
    }

    private static void Write(MemoryStream written, string name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(number, data.Length);
        written.Write(Encoding.Latin1.GetBytes(name));
        written.Write(number);
        written.Write(data);
        if ((data.Length & 1) == 1)
        {
            written.WriteByte(0);
        }
    }
}
