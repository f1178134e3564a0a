namespace Jizhou.Public.Api.Places.Geo;

/// <summary>
/// The district's outline, to say whether a person stands inside. Its source is accurate to some hundred metres at the edge,
/// so nothing may be refused because of it.
/// </summary>
public sealed class District
{
    private readonly Position[][] _rings; // arrays: every question goes along the whole outline
    private readonly BoundingBox _box;

    /// <summary>Takes the outer ring first and holes after it; rings may be closed or not.</summary>
    public District(IReadOnlyList<IReadOnlyList<Position>> rings)
    {
        if (rings.Count == 0 || rings.Any(ring => ring.Count < 3))
        {
            throw new ArgumentException("A district needs an outer ring, and a ring needs at least 3 points.", nameof(rings));
        }

        _rings = [.. rings.Select(ring => ring.ToArray())];
        _box = BoundingBox.Around(rings[0]);
    }

    /// <summary>The box around the outline.</summary>
    public BoundingBox Box => _box;

    /// <summary>Whether the point lies inside: an odd number of edges to its east.</summary>
    public bool Contains(Position point)
    {
        if (!_box.Contains(point))
        {
            return false;
        }

        var inside = false;
        foreach (var ring in _rings)
        {
            inside ^= IsInside(ring, point);
        }

        return inside;
    }

    /// <summary>
    /// The nearest point inside: the point itself when it lies inside, otherwise one on the outline, a metre inwards so that it counts as inside.
    /// Measured on a plane whose degrees of longitude are as short as at the point's latitude, which is good to a metre near the district.
    /// </summary>
    public Position NearestInside(Position point)
    {
        if (Contains(point))
        {
            return point;
        }

        var (best, least) = (point, double.PositiveInfinity);
        var shrink = Math.Max(0.01, Math.Cos(double.DegreesToRadians(point.Lat)));
        foreach (var ring in _rings)
        {
            for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
            {
                var foot = Foot(ring[j], ring[i], point, shrink);
                var metres = GreatCircle.Metres(point, foot);
                (best, least) = metres < least ? (foot, metres) : (best, least);
            }
        }

        return Inwards(best);
    }

    /// <summary>The point of an edge that is nearest to another.</summary>
    private static Position Foot(Position a, Position b, Position point, double shrink)
    {
        var (x, y) = ((b.Lng - a.Lng) * shrink, b.Lat - a.Lat);
        var length = (x * x) + (y * y);
        var along = length == 0 ? 0 : Math.Clamp((((point.Lng - a.Lng) * shrink * x) + ((point.Lat - a.Lat) * y)) / length, 0, 1);
        return Position.At(a.Lng + (along * (b.Lng - a.Lng)), a.Lat + (along * (b.Lat - a.Lat)));
    }

    /// <summary>A point on the outline, moved by a metre to the side that lies inside.</summary>
    private Position Inwards(Position edge)
    {
        const double Metre = 1e-5;
        for (var step = Metre; step < 100 * Metre; step *= 2)
        {
            for (var turn = 0; turn < 16; turn++)
            {
                var (sine, cosine) = Math.SinCos(turn * Math.PI / 8);
                var moved = Position.At(edge.Lng + (step * cosine), edge.Lat + (step * sine));
                if (Contains(moved))
                {
                    return moved;
                }
            }
        }

        return edge;
    }

    private static bool IsInside(Position[] ring, Position point)
    {
        var inside = false;
        for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
        {
            var (a, b) = (ring[i], ring[j]);
            if (a.Lat > point.Lat != b.Lat > point.Lat
                && point.Lng < ((b.Lng - a.Lng) * (point.Lat - a.Lat) / (b.Lat - a.Lat)) + a.Lng)
            {
                inside = !inside;
            }
        }

        return inside;
    }
}
