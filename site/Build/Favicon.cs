using System.Buffers.Binary;

namespace Jizhou.Public.Site.Build;

/// <summary>favicon.ico, 32 × 32 in 16 colours: for browsers and feeds that ask for this very name. Drawn like favicon.svg.</summary>
public static class Favicon
{
    private const int Size = 32;
    private const int FileHeader = 22;
    private const int PictureHeader = 40;
    private const int Palette = 16 * 4;
    private const int Pixels = Size * Size / 2;
    private const int Mask = Size * Size / 8;

    // Corners of the hills in favicon.svg, left to right.
    private static readonly (double X, double Y)[] Hills = [(3, 23), (11, 9), (16, 17), (20, 11), (29, 23)];

    private static readonly int[] Colours = [0xf6f7f4, 0x1e5b3a, 0x1b4f82];

    /// <summary>The file; the same bytes every time.</summary>
    public static SiteFile Write()
    {
        var bytes = new byte[FileHeader + PictureHeader + Palette + Pixels + Mask];
        WriteHeaders(bytes);
        for (var i = 0; i < Colours.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(FileHeader + PictureHeader + (i * 4)), Colours[i]);
        }

        var pixels = bytes.AsSpan(FileHeader + PictureHeader + Palette, Pixels);
        for (var at = 0; at < Size * Size; at++)
        {
            var (x, y) = (at % Size, Size - 1 - (at / Size)); // the format begins with the lowest line
            pixels[at / 2] |= (byte)(ColourAt(x + 0.5, y + 0.5) << (at % 2 == 0 ? 4 : 0));
        }

        return new SiteFile("favicon.ico", bytes);
    }

    private static void WriteHeaders(Span<byte> bytes)
    {
        short[] directory = [0, 1, 1];
        for (var i = 0; i < directory.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes[(i * 2)..], directory[i]);
        }

        (bytes[6], bytes[7], bytes[8], bytes[10], bytes[12]) = (Size, Size, 16, 1, 4);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[14..], bytes.Length - FileHeader);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[18..], FileHeader);
        var picture = bytes[FileHeader..];
        BinaryPrimitives.WriteInt32LittleEndian(picture, PictureHeader);
        BinaryPrimitives.WriteInt32LittleEndian(picture[4..], Size);
        BinaryPrimitives.WriteInt32LittleEndian(picture[8..], Size * 2); // picture and mask together
        (picture[12], picture[14]) = (1, 4);
        BinaryPrimitives.WriteInt32LittleEndian(picture[20..], Pixels + Mask);
    }

    private static int ColourAt(double x, double y)
    {
        var wave = 27 + (1.2 * Math.Sin((x - 4) / 24 * 4 * Math.PI));
        if (x is >= 4 and <= 28 && Math.Abs(y - wave) <= 1.2)
        {
            return 2;
        }

        return y <= 23 && y >= Ridge(x) ? 1 : 0;
    }

    // Height of the ridge at x, below everything outside the hills.
    private static double Ridge(double x)
    {
        for (var i = 1; i < Hills.Length; i++)
        {
            var (left, right) = (Hills[i - 1], Hills[i]);
            if (x >= left.X && x <= right.X)
            {
                return left.Y + ((x - left.X) / (right.X - left.X) * (right.Y - left.Y));
            }
        }

        return Size;
    }
}
