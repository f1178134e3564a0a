namespace Jizhou.Public.Api.Places.Geo;

/// <summary>The flat arrays of a <see cref="PointIndex"/>: nodes by number, points in the order of the leaves.</summary>
internal sealed class PointIndexData(int count, int firstLeaf)
{
    /// <summary>The number of the first leaf; nodes 1 to FirstLeaf - 1 are split. A power of two.</summary>
    public int FirstLeaf { get; } = firstLeaf;

    /// <summary>Which axis (0 x, 1 y, 2 z) a node is split on.</summary>
    public byte[] SplitAxis { get; } = new byte[firstLeaf];

    /// <summary>Where on that axis: the left child holds no point beyond it, the right child none before it.</summary>
    public double[] SplitAt { get; } = new double[firstLeaf];

    /// <summary>Unit-sphere coordinates.</summary>
    public double[] X { get; } = new double[count];

    /// <summary>Unit-sphere coordinates.</summary>
    public double[] Y { get; } = new double[count];

    /// <summary>Unit-sphere coordinates.</summary>
    public double[] Z { get; } = new double[count];

    /// <summary>Longitude in radians.</summary>
    public double[] Lng { get; } = new double[count];

    /// <summary>Latitude in radians.</summary>
    public double[] Lat { get; } = new double[count];

    /// <summary>Cosine of the latitude.</summary>
    public double[] CosLat { get; } = new double[count];

    /// <summary>The number of each point in the list the index was built from.</summary>
    public int[] Ordinals { get; } = new int[count];

    /// <summary>Where the left half of a run ends; the search and the builder halve alike.</summary>
    public static int Middle(int start, int end) => start + ((end - start + 1) / 2);
}
