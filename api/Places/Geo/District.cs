namespace Jizhou.Public.Api.Places.Geo;

/// <summary>
/// The district's outline, to say whether a person stands inside. Its source is accurate to some hundred metres at the edge,
/// so nothing may be refused because of it.
/// </summary>
public sealed class District
{
    private readonly IReadOnlyList<IReadOnlyList<Position>> _rings;
    private readonly BoundingBox _box;

    /// <summary>Takes the outer ring first and holes after it; rings may be closed or not.</summary>
    public District(IReadOnlyList<IReadOnlyList<Position>> rings)
    {
        if (rings.Count == 0 || rings.Any(ring => ring.Count < 3))
        {
            throw new ArgumentException("A district needs an outer ring, and a ring needs at least 3 points.", nameof(rings));
        }

        _rings = rings;
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

    private static bool IsInside(IReadOnlyList<Position> ring, Position point)
    {
        var inside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
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
