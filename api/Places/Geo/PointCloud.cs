namespace Jizhou.Public.Api.Places.Geo;

/// <summary>
/// The measured form of a list of points, shared by all indexes over them: each point stands at a slot, and slots follow a Hilbert
/// curve, so that neighbours on the ground are neighbours in memory.
/// </summary>
internal sealed class PointCloud
{
    private const int WorthAnotherCore = 30_000;

    /// <summary>Measures and orders the points with these numbers; O(n), large lists on all cores. The result does not depend on how many.</summary>
    public PointCloud(Position[] points, int[] ordinals)
    {
        var count = ordinals.Length;
        (X, Y, Z) = (new double[count], new double[count], new double[count]);
        (Lng, Lat, CosLat) = (new double[count], new double[count], new double[count]);
        (East, North) = (new float[count], new float[count]);
        Frame = TangentFrame.Around(points, ordinals);

        var (east, north) = (new float[count], new float[count]);
        var unit = new (double X, double Y, double Z, double CosLat)[count];
        InParts(count, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var point = points[ordinals[i]];
                unit[i] = GreatCircle.Unit(GreatCircle.Radians(point.Lng), GreatCircle.Radians(point.Lat));
                (east[i], north[i]) = Frame.Project(unit[i].X, unit[i].Y, unit[i].Z);
            }
        });

        var order = HilbertCurve.Order(east, north);
        Ordinals = new int[count];
        InParts(count, (start, end) =>
        {
            for (var slot = start; slot < end; slot++)
            {
                var i = order[slot];
                var point = points[ordinals[i]];
                (X[slot], Y[slot], Z[slot], CosLat[slot]) = unit[i];
                (Lng[slot], Lat[slot]) = (GreatCircle.Radians(point.Lng), GreatCircle.Radians(point.Lat));
                (East[slot], North[slot], Ordinals[slot]) = (east[i], north[i], ordinals[i]);
            }
        });
    }

    /// <summary>How many points there are.</summary>
    public int Count => Ordinals.Length;

    /// <summary>The plane that <see cref="East"/> and <see cref="North"/> lie in.</summary>
    public TangentFrame Frame { get; }

    /// <summary>Unit-sphere coordinates.</summary>
    public double[] X { get; }

    /// <summary>Unit-sphere coordinates.</summary>
    public double[] Y { get; }

    /// <summary>Unit-sphere coordinates.</summary>
    public double[] Z { get; }

    /// <summary>Longitude in radians.</summary>
    public double[] Lng { get; }

    /// <summary>Latitude in radians.</summary>
    public double[] Lat { get; }

    /// <summary>Cosine of the latitude.</summary>
    public double[] CosLat { get; }

    /// <summary>Coordinates in the plane, as floats: enough to rule a point out.</summary>
    public float[] East { get; }

    /// <summary>Coordinates in the plane, as floats.</summary>
    public float[] North { get; }

    /// <summary>The number of each slot's point in the list the cloud was made from.</summary>
    public int[] Ordinals { get; }

    private static void InParts(int count, Action<int, int> work)
    {
        if (count < WorthAnotherCore)
        {
            work(0, count);
            return;
        }

        var parts = Environment.ProcessorCount;
        Parallel.For(0, parts, part => work((int)((long)count * part / parts), (int)((long)count * (part + 1) / parts)));
    }
}
