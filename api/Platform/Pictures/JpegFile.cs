using System.Buffers.Binary;

namespace Jizhou.Public.Api.Platform.Pictures;

/// <summary>
/// JPEG (ITU-T T.81): of all segments only frame, tables, scans and the twelve bytes that name the colours (Adobe APP14) are written
/// again; APPn and COM (EXIF, GPS, XMP, ICC, previews, comments) are not. Tables are checked to their last byte, so that nothing hides there.
/// </summary>
internal static class JpegFile
{
    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, Quantization = 0xDB, Huffman = 0xC4, RestartInterval = 0xDD;

    /// <summary>The picture without the rest.</summary>
    public static Picture Rewrite(ReadOnlySpan<byte> file)
    {
        using var written = new MemoryStream(file.Length);
        written.Write([0xFF, StartOfImage]);
        var (width, height, turn, hasScan) = (0, 0, 1, false);
        var at = 2;
        while (true)
        {
            var marker = NextMarker(file, ref at);
            if (marker == EndOfImage)
            {
                break;
            }

            var body = Segment(file, ref at);
            switch (marker)
            {
                case 0xE1 when body.StartsWith("Exif\0\0"u8):
                    turn = ExifTurn.Of(body[6..]);
                    break;
                case 0xEE when body is [(byte)'A', (byte)'d', (byte)'o', (byte)'b', (byte)'e', _, _, _, _, _, _, _]:
                    Write(written, marker, [.. body[..5], 0, 100, 0, 0, 0, 0, body[11]]); // only which colours they are
                    break;
                case >= 0xE0 and <= 0xEF or 0xFE:
                    break;
                case 0xC0 or 0xC1 or 0xC2 when width == 0 && body.Length >= 6 && body.Length == 6 + (3 * body[5]):
                    (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(body[1..]), BinaryPrimitives.ReadUInt16BigEndian(body[3..]));
                    CleanPicture.CheckSize(width, height);
                    Write(written, marker, body);
                    break;
                case Quantization when IsQuantization(body):
                case Huffman when IsHuffman(body):
                case RestartInterval when body.Length == 2:
                    Write(written, marker, body);
                    break;
                case StartOfScan when width > 0 && body.Length >= 1 && body.Length == 4 + (2 * body[0]):
                    Write(written, marker, body);
                    CopyScan(file, ref at, written);
                    hasScan = true;
                    break;
                default:
                    throw PictureRefusals.Broken();
            }
        }

        if (!hasScan)
        {
            throw PictureRefusals.Broken();
        }

        CleanPicture.CheckRest(file[at..]);
        written.Write([0xFF, EndOfImage]);
        return new Picture("image/jpeg", width, height, turn, written.ToArray());
    }

    private static byte NextMarker(ReadOnlySpan<byte> file, ref int at)
    {
        if (at + 1 >= file.Length || file[at] != 0xFF)
        {
            throw PictureRefusals.Broken();
        }

        while (at < file.Length && file[at] == 0xFF) // any number of FF may stand before a marker
        {
            at++;
        }

        return at < file.Length ? file[at++] : throw PictureRefusals.Broken();
    }

    private static ReadOnlySpan<byte> Segment(ReadOnlySpan<byte> file, ref int at)
    {
        if (at + 2 > file.Length || BinaryPrimitives.ReadUInt16BigEndian(file[at..]) is var length && (length < 2 || at + length > file.Length))
        {
            throw PictureRefusals.Broken();
        }

        var body = file.Slice(at + 2, length - 2);
        at += length;
        return body;
    }

    private static void Write(MemoryStream written, byte marker, ReadOnlySpan<byte> body)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(body.Length + 2));
        written.Write(head);
        written.Write(body);
    }

    // Up to the next marker that is neither a stuffed FF nor a restart.
    private static void CopyScan(ReadOnlySpan<byte> file, ref int at, MemoryStream written)
    {
        var start = at;
        while (true)
        {
            var next = file[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= file.Length)
            {
                throw PictureRefusals.Broken();
            }

            at += next;
            if (file[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                break;
            }

            at += 2;
        }

        written.Write(file[start..at]);
    }

    private static bool IsQuantization(ReadOnlySpan<byte> body)
    {
        while (body.Length > 0)
        {
            var length = body[0] >> 4 == 0 ? 65 : 129;
            if (body[0] >> 4 > 1 || (body[0] & 15) > 3 || body.Length < length)
            {
                return false;
            }

            body = body[length..];
        }

        return true;
    }

    private static bool IsHuffman(ReadOnlySpan<byte> body)
    {
        while (body.Length > 0)
        {
            if (body.Length < 17 || body[0] >> 4 > 1 || (body[0] & 15) > 3)
            {
                return false;
            }

            var length = 17;
            foreach (var count in body.Slice(1, 16))
            {
                length += count;
            }

            if (body.Length < length)
            {
                return false;
            }

            body = body[length..];
        }

        return true;
    }
}
