namespace Jizhou.Public.Api.Places.Geo;

/// <summary>One walk through a <see cref="PointIndex"/>: nearer cells first, a cell only while it could still hold a better point.</summary>
internal ref struct NearestSearch<TFilter>
    where TFilter : struct, IPointFilter
{
    // The chord is computed from rounded coordinates; it may differ from the haversine's by this much (a few units in the last place).
    private const double ChordSlack = 4e-15;
    private const double LeastSlack = 1e-29;

    // Haversines further apart than this (relative) have metres in the same order; nearer ones are compared as metres.
    private const double Distinct = 1e-14;

    private readonly PointIndexData _data;
    private readonly TFilter _filter;
    private readonly Hit _after;
    private readonly double _withinMetres;
    private readonly double _lng, _lat, _cosLat, _x, _y, _z;
    private readonly Span<Hit> _best; // while searching, Metres holds the haversine
    private int _count;
    private double _chordLimit;

    public NearestSearch(PointIndexData data, Position from, double withinMetres, Hit after, TFilter filter, Span<Hit> into)
    {
        (_data, _filter, _after, _withinMetres) = (data, filter, after, withinMetres);
        _best = into;
        (_lng, _lat) = (GreatCircle.Radians(from.Lng), GreatCircle.Radians(from.Lat));
        _cosLat = Math.Cos(_lat);
        (_x, _y, _z) = (_cosLat * Math.Cos(_lng), _cosLat * Math.Sin(_lng), Math.Sin(_lat));
        Allow(GreatCircle.FromMetres(withinMetres) * (1 + 1e-12));
    }

    /// <summary>Searches and turns haversines into metres; answers how many hits were found.</summary>
    public int Run()
    {
        Visit(1, 0, _data.Ordinals.Length, 0, 0, 0, 0);
        foreach (ref var hit in _best[.._count])
        {
            hit = hit with { Metres = GreatCircle.ToMetres(hit.Metres) };
        }

        return _count;
    }

    /// <summary>
    /// Walks the cell of a node. The three offsets are how far the cell lies from the start along each axis, and
    /// <paramref name="nearest"/> the sum of their squares: no point of the cell has a smaller squared chord.
    /// </summary>
    private void Visit(int node, int start, int end, double nearest, double offsetX, double offsetY, double offsetZ)
    {
        while (node < _data.FirstLeaf)
        {
            var middle = PointIndexData.Middle(start, end);
            var axis = _data.SplitAxis[node];
            var (away, offset) = axis switch
            {
                0 => (_x - _data.SplitAt[node], offsetX),
                1 => (_y - _data.SplitAt[node], offsetY),
                _ => (_z - _data.SplitAt[node], offsetZ),
            };
            var (nearChild, farChild) = away < 0 ? (2 * node, (2 * node) + 1) : ((2 * node) + 1, 2 * node);
            var (nearStart, nearEnd, farStart, farEnd) = away < 0 ? (start, middle, middle, end) : (middle, end, start, middle);
            Visit(nearChild, nearStart, nearEnd, nearest, offsetX, offsetY, offsetZ);

            nearest += (away * away) - (offset * offset);
            if (nearest > _chordLimit)
            {
                return;
            }

            switch (axis)
            {
                case 0: offsetX = away; break;
                case 1: offsetY = away; break;
                default: offsetZ = away; break;
            }

            (node, start, end) = (farChild, farStart, farEnd);
        }

        Measure(start, end);
    }

    private void Measure(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var (dx, dy, dz) = (_data.X[i] - _x, _data.Y[i] - _y, _data.Z[i] - _z);
            if ((dx * dx) + (dy * dy) + (dz * dz) <= _chordLimit)
            {
                Offer(i);
            }
        }
    }

    private void Offer(int i)
    {
        var haversine = GreatCircle.Haversine(_lng, _lat, _cosLat, _data.Lng[i], _data.Lat[i], _data.CosLat[i]);
        var ordinal = _data.Ordinals[i];
        if (_count == _best.Length && !Earlier(haversine, ordinal, _best[_count - 1]))
        {
            return;
        }

        if (IsAskedFor(haversine, ordinal) && _filter.Accepts(ordinal))
        {
            Insert(haversine, ordinal);
        }
    }

    /// <summary>Whether the point is within the radius and later than the cursor, both judged in metres.</summary>
    private readonly bool IsAskedFor(double haversine, int ordinal)
    {
        if (_after.Metres < 0 && double.IsPositiveInfinity(_withinMetres))
        {
            return true;
        }

        var hit = new Hit(GreatCircle.ToMetres(haversine), ordinal);
        return hit.Metres <= _withinMetres && hit > _after;
    }

    private void Insert(double haversine, int ordinal)
    {
        var at = _count < _best.Length ? _count++ : _count - 1;
        while (at > 0 && Earlier(haversine, ordinal, _best[at - 1]))
        {
            _best[at] = _best[at - 1];
            at--;
        }

        _best[at] = new Hit(haversine, ordinal);
        if (_count == _best.Length)
        {
            Allow(_best[_count - 1].Metres);
        }
    }

    /// <summary>Whether a point stands before a kept one by (metres, ordinal), computing metres only for near ties.</summary>
    private static bool Earlier(double haversine, int ordinal, Hit kept)
    {
        var gap = haversine - kept.Metres;
        if (Math.Abs(gap) > Distinct * kept.Metres)
        {
            return gap < 0;
        }

        return new Hit(GreatCircle.ToMetres(haversine), ordinal) < new Hit(GreatCircle.ToMetres(kept.Metres), kept.Ordinal);
    }

    private void Allow(double worstHaversine)
    {
        var chord = 4 * worstHaversine;
        _chordLimit = (chord * (1 + ChordSlack)) + (ChordSlack * Math.Sqrt(chord)) + LeastSlack;
    }
}
