using System.Numerics;

namespace Jizhou.Public.Api.Places.Geo;

/// <summary>Sorts points into the runs of a <see cref="PointIndex"/>: every node splits its widest axis at the median.</summary>
internal static class PointIndexBuilder
{
    private const int WorthAnotherCore = 50_000;

    /// <summary>Builds the arrays; O(n log n), large halves side by side. The result does not depend on the number of cores.</summary>
    public static PointIndexData Build(ReadOnlySpan<Position> points, ReadOnlySpan<int> ordinals)
    {
        var leaves = (uint)((ordinals.Length + PointIndex.LeafSize - 1) / PointIndex.LeafSize);
        var data = new PointIndexData(ordinals.Length, (int)BitOperations.RoundUpToPowerOf2(Math.Max(1, leaves)));
        var rows = new Row[ordinals.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = Row.Of(points[ordinals[i]], ordinals[i]);
        }

        Split(data, rows, 0, rows.Length, 1);
        for (var i = 0; i < rows.Length; i++)
        {
            var point = points[rows[i].Ordinal];
            (data.X[i], data.Y[i], data.Z[i], data.Ordinals[i]) = (rows[i].X, rows[i].Y, rows[i].Z, rows[i].Ordinal);
            (data.Lng[i], data.Lat[i]) = (GreatCircle.Radians(point.Lng), GreatCircle.Radians(point.Lat));
            data.CosLat[i] = Math.Cos(data.Lat[i]);
        }

        return data;
    }

    private static void Split(PointIndexData data, Row[] rows, int start, int end, int node)
    {
        if (node >= data.FirstLeaf)
        {
            return;
        }

        var axis = WidestAxis(rows.AsSpan(start..end));
        var middle = PointIndexData.Middle(start, end);
        if (middle < end)
        {
            Select(rows.AsSpan(start..end), middle - start, axis);
            data.SplitAt[node] = rows[middle].On(axis);
        }

        data.SplitAxis[node] = (byte)axis;
        if (end - start > WorthAnotherCore)
        {
            Parallel.Invoke(
                () => Split(data, rows, start, middle, 2 * node),
                () => Split(data, rows, middle, end, (2 * node) + 1));
            return;
        }

        Split(data, rows, start, middle, 2 * node);
        Split(data, rows, middle, end, (2 * node) + 1);
    }

    private static int WidestAxis(ReadOnlySpan<Row> rows)
    {
        Span<double> widths = stackalloc double[3];
        for (var axis = 0; axis < 3; axis++)
        {
            var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (ref readonly var row in rows)
            {
                least = Math.Min(least, row.On(axis));
                most = Math.Max(most, row.On(axis));
            }

            widths[axis] = most - least;
        }

        var widest = widths[1] > widths[0] ? 1 : 0;
        return widths[2] > widths[widest] ? 2 : widest;
    }

    /// <summary>
    /// Quickselect: afterwards the row at <paramref name="wanted"/> stands where sorting would put it, smaller ones before it.
    /// The pivot is the median of three; equal rows stop both scans, so that many duplicates still halve.
    /// </summary>
    private static void Select(Span<Row> rows, int wanted, int axis)
    {
        var (low, high) = (0, rows.Length - 1);
        while (low < high)
        {
            var pivot = MedianOfThree(rows[low].On(axis), rows[(low + high) >>> 1].On(axis), rows[high].On(axis));
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (rows[i].On(axis) < pivot)
                {
                    i++;
                }

                while (rows[j].On(axis) > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (rows[i], rows[j]) = (rows[j], rows[i]);
                    i++;
                    j--;
                }
            }

            if (wanted <= j)
            {
                high = j;
            }
            else if (wanted >= i)
            {
                low = i;
            }
            else
            {
                return;
            }
        }
    }

    private static double MedianOfThree(double a, double b, double c) =>
        Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    /// <summary>A point while it is moved about.</summary>
    private readonly record struct Row(double X, double Y, double Z, int Ordinal)
    {
        public static Row Of(Position point, int ordinal)
        {
            var (lng, lat) = (GreatCircle.Radians(point.Lng), GreatCircle.Radians(point.Lat));
            var cosLat = Math.Cos(lat);
            return new Row(cosLat * Math.Cos(lng), cosLat * Math.Sin(lng), Math.Sin(lat), ordinal);
        }

        public double On(int axis) => axis switch { 0 => X, 1 => Y, _ => Z };
    }
}
