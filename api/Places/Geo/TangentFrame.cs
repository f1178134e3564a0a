namespace Jizhou.Public.Api.Places.Geo;

/// <summary>
/// The plane that touches the unit sphere in the middle of some points, with axes to the east and to the north. Seen straight on, no
/// two points are further apart in it than in space, so a distance in the plane is a lower bound of the chord.
/// </summary>
internal sealed class TangentFrame
{
    private const double HalfUlp = 1.0 / (1 << 24); // relative error of rounding to a float

    private readonly (double X, double Y) _east;
    private readonly (double X, double Y, double Z) _north;

    private TangentFrame(double x, double y, double z)
    {
        var level = Math.Sqrt((x * x) + (y * y));
        _east = level > 0 ? (-y / level, x / level) : (0, 1);
        _north = (-z * _east.Y, z * _east.X, level);
    }

    /// <summary>The frame at the middle of the points; any will do where they have no middle, the bounds hold for all.</summary>
    public static TangentFrame Around(Position[] points, int[] ordinals)
    {
        var (x, y, z) = (0.0, 0.0, 0.0);
        var step = Math.Max(1, ordinals.Length / 1000); // a good middle is good for speed only
        for (var i = 0; i < ordinals.Length; i += step)
        {
            var point = points[ordinals[i]];
            var unit = GreatCircle.Unit(GreatCircle.Radians(point.Lng), GreatCircle.Radians(point.Lat));
            (x, y, z) = (x + unit.X, y + unit.Y, z + unit.Z);
        }

        var length = Math.Sqrt((x * x) + (y * y) + (z * z));
        return length > 1e-9 ? new TangentFrame(x / length, y / length, z / length) : new TangentFrame(1, 0, 0);
    }

    /// <summary>A point of the unit sphere in the plane.</summary>
    public (float East, float North) Project(double x, double y, double z) =>
        ((float)((_east.X * x) + (_east.Y * y)), (float)((_north.X * x) + (_north.Y * y) + (_north.Z * z)));

    /// <summary>
    /// What the float coordinates may add to a squared distance in the plane, beside its thousandth. Both ends are off by half a unit
    /// in the last place, together e; and (d + e)² = d² + 2de + e² is at most d² (1 + 1/1000) + e² (1 + 1000) for any d.
    /// </summary>
    /// <param name="extent">The greatest coordinate of the points and the place asked about.</param>
    public static double ErrorOf(float extent) => 1001 * (4 * extent * HalfUlp) * (4 * extent * HalfUlp);

    /// <summary>The squared distance in the plane, computed in floats, that no point within a squared chord exceeds.</summary>
    public static float Limit(double squaredChord, double error) => (float)Math.Min(float.MaxValue, (squaredChord * 1.00101) + error);
}
