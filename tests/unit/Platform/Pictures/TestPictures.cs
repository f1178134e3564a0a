using System.Buffers.Binary;
using System.Text;

namespace Jizhou.Public.UnitTests.Platform.Pictures;

/// <summary>Pictures as phones and strangers send them, made from the plain ones in tests/samples/pictures.</summary>
internal static class TestPictures
{
    /// <summary>A plain picture.</summary>
    public static byte[] Plain(string name) => File.ReadAllBytes(Path.Combine(House.Repository.Root, "tests", "samples", "pictures", name));

    /// <summary>EXIF as a phone writes it: how it was held, maker, time, and where (40.0452 north, 117.4081 east).</summary>
    public static byte[] Exif(ushort turn)
    {
        var exif = new byte[240];
        "MM\0*\0\0\0\x08"u8.CopyTo(exif);
        Number(8, 3);
        Entry(10, 0x0112, 3, 1, (uint)turn << 16);
        Entry(22, 0x010F, 2, 8, 160);
        Entry(34, 0x8825, 4, 1, 50);
        "JZPhone\0"u8.CopyTo(exif.AsSpan(160));
        Number(50, 4);
        Entry(52, 1, 2, 2, (uint)'N' << 24);
        Entry(64, 2, 5, 3, 104);
        Entry(76, 3, 2, 2, (uint)'E' << 24);
        Entry(88, 4, 5, 3, 130);
        Degrees(104, 40, 2, 4272);
        Degrees(130, 117, 24, 2916);
        return exif;

        void Number(int at, ushort value) => BinaryPrimitives.WriteUInt16BigEndian(exif.AsSpan(at), value);
        void Long(int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(exif.AsSpan(at), value);
        void Entry(int at, ushort tag, ushort type, uint count, uint value)
        {
            Number(at, tag);
            Number(at + 2, type);
            Long(at + 4, count);
            Long(at + 8, value);
        }

        void Degrees(int at, uint degrees, uint minutes, uint hundredths)
        {
            foreach (var (number, by) in ((uint, uint)[])[(degrees, 1), (minutes, 1), (hundredths, 100)])
            {
                Long(at, number);
                Long(at + 4, by);
                at += 8;
            }
        }
    }

    /// <summary>The JPEG with EXIF, XMP, an ICC profile, a Photoshop block and a comment.</summary>
    public static byte[] JpegFromAPhone(ushort turn = 6)
    {
        var plain = Plain("photo.jpg");
        return
        [
            .. plain[..2], .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(turn)]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></x:xmpmeta>"u8]),
            .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. new byte[20]]), .. Segment(0xFE, [.. "家门口"u8]), .. plain[2..],
        ];
    }

    /// <summary>The PNG with place, time and text.</summary>
    public static byte[] PngFromAPhone()
    {
        var plain = Plain("photo.png");
        return [.. plain[..33], .. Chunk("eXIf", Exif(3)), .. Chunk("tEXt", "Author\0Zhang"u8), .. Chunk("tIME", [7, 234, 11, 26, 9, 0, 0]), .. plain[33..]];
    }

    /// <summary>The WebP with EXIF and XMP behind the picture.</summary>
    public static byte[] WebpFromAPhone()
    {
        var plain = Plain("photo.webp");
        plain[20] |= 0x0C; // says: EXIF and XMP follow
        byte[] all = [.. plain, .. WebpChunk("EXIF", Exif(8)), .. WebpChunk("XMP ", "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"u8)];
        BinaryPrimitives.WriteInt32LittleEndian(all.AsSpan(4), all.Length - 8);
        return all;
    }

    /// <summary>A chunk of a PNG.</summary>
    public static byte[] Chunk(string type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    /// <summary>A chunk of a WebP.</summary>
    public static byte[] WebpChunk(string type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(type), 0, 0, 0, 0, .. data, .. new byte[data.Length & 1]];
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), data.Length);
        return chunk;
    }

    /// <summary>A segment of a JPEG.</summary>
    public static byte[] Segment(byte marker, ReadOnlySpan<byte> body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    // Bit by bit, as the standard words it; the code under test has a table.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var sum = ~0u;
        foreach (var b in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (((sum ^ (uint)(b >> bit)) & 1) * 0xEDB88320) ^ (sum >> 1);
            }
        }

        return ~sum;
    }
}
