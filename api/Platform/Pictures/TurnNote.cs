using System.Diagnostics.CodeAnalysis;

namespace Jizhou.Public.Api.Platform.Pictures;

/// <summary>
/// Puts back the one thing of EXIF that a public picture needs: how to turn it. Everybody who fetches the file then sees it upright, without our style.
/// </summary>
public static class TurnNote
{
    private const int TurnAt = 29;

    // Marker, length, "Exif", a big-endian TIFF header, one directory with one entry: tag 0x0112, a short, once.
    private static ReadOnlySpan<byte> Segment =>
    [
        0xFF, 0xE1, 0x00, 0x22, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, (byte)'M', (byte)'M', 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>The file that shows upright by itself; false for a turned PNG or WebP, which no camera makes.</summary>
    public static bool TryWrite(Picture picture, [NotNullWhen(true)] out byte[]? file)
    {
        file = picture.Turn == 1 ? picture.Bytes : null;
        if (file is null && picture.MediaType == "image/jpeg")
        {
            file = [.. picture.Bytes.AsSpan(0, 2), .. Segment, .. picture.Bytes.AsSpan(2)];
            file[2 + TurnAt] = (byte)picture.Turn;
        }

        return file is not null;
    }
}
