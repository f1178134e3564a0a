namespace Jizhou.Public.Api.Places.Geo;

/// <summary>A box of longitudes and latitudes, edges included; one that crosses the date line has West greater than East (RFC 7946 §5.2).</summary>
public readonly record struct BoundingBox
{
    private BoundingBox(Position southWest, Position northEast) => (SouthWest, NorthEast) = (southWest, northEast);

    /// <summary>The corner with the least latitude.</summary>
    public Position SouthWest { get; }

    /// <summary>The corner with the greatest latitude.</summary>
    public Position NorthEast { get; }

    /// <summary>Makes a box; refuses corners off the earth and a south that lies north of the north.</summary>
    public static bool TryCreate(double west, double south, double east, double north, out BoundingBox box)
    {
        box = default;
        if (!Position.TryCreate(west, south, out var southWest) || !Position.TryCreate(east, north, out var northEast) || south > north)
        {
            return false;
        }

        box = new BoundingBox(southWest, northEast);
        return true;
    }

    /// <summary>The smallest box around some points (none of them across the date line from another).</summary>
    public static BoundingBox Around(IReadOnlyCollection<Position> points) => new(
        Position.At(points.Min(p => p.Lng), points.Min(p => p.Lat)),
        Position.At(points.Max(p => p.Lng), points.Max(p => p.Lat)));

    /// <summary>Whether the point lies in the box or on its edge.</summary>
    public bool Contains(Position point)
    {
        if (point.Lat < SouthWest.Lat || point.Lat > NorthEast.Lat)
        {
            return false;
        }

        return SouthWest.Lng <= NorthEast.Lng
            ? point.Lng >= SouthWest.Lng && point.Lng <= NorthEast.Lng
            : point.Lng >= SouthWest.Lng || point.Lng <= NorthEast.Lng;
    }
}
