namespace Jizhou.Public.Api.Places.Geo;

/// <summary>Orders points of a plane along a Hilbert curve of 65,536 × 65,536 cells: near on the curve is near in the plane.</summary>
public static class HilbertCurve
{
    private const int Side = 1 << 16;
    private const int DigitBits = 11; // 3 × 11 bits hold a cell number

    /// <summary>The indexes of the points in the order of the curve; points of one cell keep their order.</summary>
    public static int[] Order(ReadOnlySpan<float> east, ReadOnlySpan<float> north)
    {
        var (keys, order) = (new uint[east.Length], new int[east.Length]);
        var (west, width) = Range(east);
        var (south, height) = Range(north);
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = Cell((uint)((east[i] - west) * width), (uint)((north[i] - south) * height));
            order[i] = i;
        }

        return Sort(keys, order);
    }

    /// <summary>The number of the cell along the curve.</summary>
    /// <remarks>The quadrants are taken from the greatest down; in two of them the curve runs mirrored, in one of these also turned.</remarks>
    internal static uint Cell(uint x, uint y)
    {
        var number = 0u;
        for (var half = (uint)Side / 2; half > 0; half /= 2)
        {
            var (right, upper) = ((x & half) != 0 ? 1u : 0u, (y & half) != 0 ? 1u : 0u);
            number = (number << 2) | ((3 * right) ^ upper);
            if (upper == 0)
            {
                var mirror = 0u - right; // all bits or none
                (x, y) = (y ^ mirror, x ^ mirror);
            }
        }

        return number;
    }

    private static (float Least, float Scale) Range(ReadOnlySpan<float> values)
    {
        var (least, most) = (float.MaxValue, float.MinValue);
        foreach (var value in values)
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        return (least, most > least ? (Side - 1) / (most - least) : 0);
    }

    /// <summary>Sorts by key, digit by digit from the last; equal keys keep their order.</summary>
    private static int[] Sort(uint[] keys, int[] order)
    {
        var (otherKeys, otherOrder) = (new uint[keys.Length], new int[keys.Length]);
        Span<int> starts = stackalloc int[1 << DigitBits];
        for (var shift = 0; shift < 32; shift += DigitBits)
        {
            CountStarts(keys, shift, starts);
            for (var i = 0; i < keys.Length; i++)
            {
                var to = starts[Digit(keys[i], shift)]++;
                (otherKeys[to], otherOrder[to]) = (keys[i], order[i]);
            }

            (keys, order, otherKeys, otherOrder) = (otherKeys, otherOrder, keys, order);
        }

        return order;
    }

    private static void CountStarts(ReadOnlySpan<uint> keys, int shift, Span<int> starts)
    {
        starts.Clear();
        foreach (var key in keys)
        {
            starts[Digit(key, shift)]++;
        }

        var before = 0;
        foreach (ref var start in starts)
        {
            (start, before) = (before, before + start);
        }
    }

    private static int Digit(uint key, int shift) => (int)(key >> shift) & ((1 << DigitBits) - 1);
}
