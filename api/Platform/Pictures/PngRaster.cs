namespace Jizhou.Public.Api.Platform.Pictures;

/// <summary>How many bytes the unpacked pixels of a PNG have: each row begins with a byte for its filter.</summary>
internal static class PngRaster
{
    // Adam7: first column, first row, steps to the right and down of the seven passes.
    private static readonly (int X, int Y, int Right, int Down)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Bytes of all rows; 0 for a depth that this kind of colour does not have.</summary>
    public static long RawBytes(int width, int height, byte depth, byte colours, bool interlaced)
    {
        var samples = (colours, depth) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) => 1,
            (2, 8 or 16) => 3,
            (3, 1 or 2 or 4 or 8) => 1,
            (4, 8 or 16) => 2,
            (6, 8 or 16) => 4,
            _ => 0,
        };
        if (samples == 0)
        {
            return 0;
        }

        var bits = samples * depth;
        return interlaced
            ? Passes.Sum(p => Rows(Count(width, p.X, p.Right), Count(height, p.Y, p.Down), bits))
            : Rows(width, height, bits);
    }

    private static int Count(int size, int first, int step) => Math.Max(0, (size - first + step - 1) / step);

    private static long Rows(long width, long height, int bits) => width == 0 ? 0 : height * (1 + (((width * bits) + 7) / 8));
}
