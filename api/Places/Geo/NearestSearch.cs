using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Jizhou.Public.Api.Places.Geo;

/// <summary>One walk through a <see cref="PointIndex"/>: nearer boxes first, a box only while it could still hold a better point.</summary>
internal ref struct NearestSearch<TFilter>
    where TFilter : struct, IPointFilter
{
    // A squared chord is computed from rounded coordinates; it may differ from four times the haversine by this much (a few units in the last place).
    private const double ChordSlack = 4e-15;
    private const double LeastSlack = 1e-29;

    // Squared chords further apart than this (relative, and in all) need no closer look at the slack: it is far smaller.
    private const double TooClose = 1e-5;
    private const double TooCloseInAll = 1e-23;

    // Eight children for each of the at most ten levels that 2³¹ points need.
    private const int DeepestStack = 80;

    private readonly PointCloud _cloud;
    private readonly PointIndexNodes _nodes;
    private readonly int[]? _slots;
    private readonly TFilter _filter;
    private readonly Hit _after;
    private readonly double _withinMetres;
    private readonly double _afterLeast, _withinLeast;
    private readonly double _lng, _lat, _cosLat, _x, _y, _z;
    private readonly float _east, _north;
    private readonly double _planeError;
    private readonly Span<Hit> _best; // in order; while searching, Metres holds the squared chord and Ordinal the slot
    private int _count;
    private double _chordLimit;
    private float _planeLimit;

    public NearestSearch(
        PointCloud cloud, PointIndexNodes nodes, int[]? slots, Position from, double withinMetres, Hit after, TFilter filter, Span<Hit> into)
    {
        (_cloud, _nodes, _slots, _filter, _after, _withinMetres) = (cloud, nodes, slots, filter, after, withinMetres);
        _best = into;
        (_lng, _lat) = (GreatCircle.Radians(from.Lng), GreatCircle.Radians(from.Lat));
        (_x, _y, _z, _cosLat) = GreatCircle.Unit(_lng, _lat);
        (_east, _north) = cloud.Frame.Project(_x, _y, _z);
        _planeError = TangentFrame.ErrorOf(Math.Max(nodes.Extent, Math.Max(Math.Abs(_east), Math.Abs(_north))));
        _withinLeast = double.IsPositiveInfinity(withinMetres) ? double.PositiveInfinity : Chord(withinMetres, -1);
        _afterLeast = after.Metres < 0 ? 0 : Chord(after.Metres, 1);
        Allow(double.IsPositiveInfinity(withinMetres) ? 4 : Chord(withinMetres, 1));
    }

    /// <summary>Searches and turns chords into metres; answers how many hits were found.</summary>
    public int Run()
    {
        Span<ulong> stack = stackalloc ulong[DeepestStack]; // lower bound (a float's bits, which sort like it), level, number
        stack[0] = (ulong)_nodes.Top << 28;
        var height = 1;
        while (height > 0)
        {
            var top = stack[--height];
            if (BitConverter.UInt32BitsToSingle((uint)(top >> 32)) > _planeLimit)
            {
                continue;
            }

            var (level, number) = ((int)(top >> 28) & 15, (int)top & 0x0FFF_FFFF);
            if (level == 0)
            {
                Measure(number);
            }
            else
            {
                height = Open(level, number, stack, height);
            }
        }

        foreach (ref var hit in _best[.._count])
        {
            hit = Exact(hit.Ordinal);
        }

        return _count;
    }

    /// <summary>Puts the children that may matter on the stack, the nearest on top.</summary>
    private readonly int Open(int level, int number, Span<ulong> stack, int height)
    {
        ref var box = ref _nodes.Nodes[(_nodes.LevelStarts[level] + number) * PointIndexNodes.NodeFloats];
        var (east, north) = (Vector256.Create(_east), Vector256.Create(_north));
        var aside = Vector256.Max(Vector256.Max(Vector(ref box, 0) - east, east - Vector(ref box, 2)), Vector256<float>.Zero);
        var along = Vector256.Max(Vector256.Max(Vector(ref box, 1) - north, north - Vector(ref box, 3)), Vector256<float>.Zero);
        var bounds = (aside * aside) + (along * along);
        var near = Vector256.LessThanOrEqual(bounds, Vector256.Create(_planeLimit)).ExtractMostSignificantBits();
        var bottom = height;
        var child = ((ulong)(level - 1) << 28) | ((ulong)number * PointIndexNodes.Fan);
        for (; near != 0; near &= near - 1)
        {
            var lane = BitOperations.TrailingZeroCount(near);
            var entry = ((ulong)BitConverter.SingleToUInt32Bits(bounds.GetElement(lane)) << 32) | (child + (ulong)lane);
            var at = height++;
            for (; at > bottom && stack[at - 1] < entry; at--)
            {
                stack[at] = stack[at - 1];
            }

            stack[at] = entry;
        }

        return height;
    }

    private void Measure(int leaf)
    {
        ref var points = ref _nodes.Leaves[leaf * PointIndexNodes.LeafFloats];
        var near = Near(ref points, 0) | (Near(ref points, 1) << 8);
        for (; near != 0; near &= near - 1)
        {
            var i = (leaf * PointIndexNodes.LeafSize) + BitOperations.TrailingZeroCount(near);
            var slot = _slots is null ? i : _slots[i];
            var (dx, dy, dz) = (_cloud.X[slot] - _x, _cloud.Y[slot] - _y, _cloud.Z[slot] - _z);
            var chord = (dx * dx) + (dy * dy) + (dz * dz);
            if (chord <= _chordLimit)
            {
                Offer(chord, slot);
            }
        }
    }

    /// <summary>One bit for each of eight points that may lie within the limit.</summary>
    private readonly uint Near(ref float points, int half)
    {
        var aside = Vector(ref points, half) - Vector256.Create(_east);
        var along = Vector(ref points, half + 2) - Vector256.Create(_north);
        return Vector256.LessThanOrEqual((aside * aside) + (along * along), Vector256.Create(_planeLimit)).ExtractMostSignificantBits();
    }

    private static Vector256<float> Vector(ref float start, int number) => Vector256.LoadUnsafe(ref start, (nuint)(number * 8));

    private void Offer(double chord, int slot)
    {
        if ((_count < _best.Length || Earlier(chord, slot, _best[_count - 1])) && IsAskedFor(chord, slot) && _filter.Accepts(_cloud.Ordinals[slot]))
        {
            Insert(chord, slot);
        }
    }

    /// <summary>Whether the point is within the radius and later than the cursor; judged in metres where the chord is too close to tell.</summary>
    private readonly bool IsAskedFor(double chord, int slot)
    {
        if (chord >= _afterLeast && chord <= _withinLeast)
        {
            return true;
        }

        var hit = Exact(slot);
        return hit.Metres <= _withinMetres && hit > _after;
    }

    private void Insert(double chord, int slot)
    {
        var best = _best;
        var at = _count < best.Length ? _count++ : _count - 1;
        var plainlyLater = (chord * (1 + TooClose)) + TooCloseInAll;
        for (; at > 0 && best[at - 1].Metres > plainlyLater; at--)
        {
            best[at] = best[at - 1];
        }

        for (; at > 0 && Earlier(chord, slot, best[at - 1]); at--)
        {
            best[at] = best[at - 1];
        }

        best[at] = new Hit(chord, slot);
        if (_count == best.Length)
        {
            Allow(best[^1].Metres);
        }
    }

    /// <summary>Whether a point stands before a kept one by (metres, ordinal), computing metres only where chords are too close to tell.</summary>
    private readonly bool Earlier(double chord, int slot, Hit kept)
    {
        var gap = chord - kept.Metres;
        if (gap > (TooClose * kept.Metres) + TooCloseInAll)
        {
            return false;
        }

        return -gap > (TooClose * kept.Metres) + TooCloseInAll || EarlierInMetres(gap, chord, slot, kept);
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // rare
    private readonly bool EarlierInMetres(double gap, double chord, int slot, Hit kept) =>
        Math.Abs(gap) > 2 * Slack(Math.Max(chord, kept.Metres)) ? gap < 0 : Exact(slot) < Exact(kept.Ordinal);

    [MethodImpl(MethodImplOptions.NoInlining)] // rare but for the points that are returned
    private readonly Hit Exact(int slot)
    {
        var haversine = GreatCircle.Haversine(_lng, _lat, _cosLat, _cloud.Lng[slot], _cloud.Lat[slot], _cloud.CosLat[slot]);
        return new Hit(GreatCircle.ToMetres(haversine), _cloud.Ordinals[slot]);
    }

    /// <summary>The squared chord of a distance, and so much more (1) or less (-1) that no rounding matters.</summary>
    private static double Chord(double metres, int side)
    {
        var chord = 4 * GreatCircle.FromMetres(metres);
        return chord + (side * ((1e-12 * chord) + (2 * Slack(chord))));
    }

    private static double Slack(double chord) => (ChordSlack * chord) + (ChordSlack * Math.Sqrt(chord)) + LeastSlack;

    // Without a square root, for this is done often: generous beyond Slack by what TooClose allows.
    private void Allow(double chord)
    {
        _chordLimit = (chord * (1 + TooClose)) + TooCloseInAll;
        _planeLimit = TangentFrame.Limit(_chordLimit, _planeError);
    }
}
