using System.Buffers.Binary;

namespace Jizhou.Public.Api.Platform.Pictures;

/// <summary>The one thing that is read out of EXIF before it goes: how the camera was held (tag 0x0112 of the first directory).</summary>
internal static class ExifTurn
{
    private const int Tag = 0x0112;

    /// <summary>1 to 8; 1 when it is not given or cannot be read.</summary>
    /// <param name="tiff">From the byte order mark (II or MM) on.</param>
    public static int Of(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || tiff[0] != tiff[1] || tiff[0] is not ((byte)'I' or (byte)'M'))
        {
            return 1;
        }

        var isLittle = tiff[0] == 'I';
        var directory = Number(tiff[4..], 4, isLittle);
        if (directory < 8 || directory > tiff.Length - 2)
        {
            return 1;
        }

        var entries = tiff[((int)directory + 2)..];
        for (var left = Number(tiff[(int)directory..], 2, isLittle); left > 0 && entries.Length >= 12; left--, entries = entries[12..])
        {
            if (Number(entries, 2, isLittle) == Tag)
            {
                return Number(entries[8..], 2, isLittle) is >= 1 and <= 8 and var turn ? (int)turn : 1;
            }
        }

        return 1;
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int size, bool isLittle) => (size, isLittle) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        (_, false) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
    };
}
