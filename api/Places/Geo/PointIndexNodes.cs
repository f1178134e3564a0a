using System.Runtime.CompilerServices;

namespace Jizhou.Public.Api.Places.Geo;

/// <summary>
/// The boxes and leaves of a <see cref="PointIndex"/> in flat arrays. Leaf n holds the points n·16 to n·16 + 15; node n of a level
/// holds the nodes n·8 to n·8 + 7 of the level below. What is missing at the end lies at infinity.
/// </summary>
internal sealed class PointIndexNodes
{
    /// <summary>Points in a leaf: two vectors of floats for each axis, two cache lines in all.</summary>
    public const int LeafSize = 16;

    /// <summary>Children of a node: one vector of floats for each edge of their boxes.</summary>
    public const int Fan = 8;

    /// <summary>Floats of a leaf: all east, then all north.</summary>
    public const int LeafFloats = 2 * LeafSize;

    /// <summary>Floats of a node: all west, south, east, north edges of its children.</summary>
    public const int NodeFloats = 4 * Fan;

    /// <summary>Packs the points at these slots of a cloud (null for all), which follow the curve.</summary>
    public PointIndexNodes(PointCloud cloud, int[]? slots)
    {
        var count = slots?.Length ?? cloud.Count;
        Leaves = new float[Math.Max(1, Groups(count, LeafSize)) * LeafFloats];
        Leaves.AsSpan().Fill(float.PositiveInfinity);
        for (var i = 0; i < count; i++)
        {
            var slot = slots?[i] ?? i;
            ref var east = ref Leaves[(i / LeafSize * LeafFloats) + (i % LeafSize)];
            east = cloud.East[slot];
            Unsafe.Add(ref east, LeafSize) = cloud.North[slot];
        }

        LevelStarts = Starts(Groups(count, LeafSize), out var nodes);
        Nodes = new float[nodes * NodeFloats];
        Boxes(count);
    }

    /// <summary>The leaves, one after another.</summary>
    public float[] Leaves { get; }

    /// <summary>The nodes, level by level from the lowest.</summary>
    public float[] Nodes { get; }

    /// <summary>Number of the first node of each level; level 0 are the leaves and has none.</summary>
    public int[] LevelStarts { get; }

    /// <summary>The level of the root; 0 when a single leaf is all there is.</summary>
    public int Top => LevelStarts.Length - 1;

    /// <summary>The greatest coordinate of any point, whatever its sign.</summary>
    public float Extent { get; private set; }

    private static int Groups(int count, int size) => (count + size - 1) / size;

    private static int[] Starts(int leaves, out int nodes)
    {
        List<int> starts = [0];
        nodes = 0;
        for (var level = leaves; level > 1; level = Groups(level, Fan))
        {
            starts.Add(nodes);
            nodes += Groups(level, Fan);
        }

        return [.. starts];
    }

    /// <summary>Computes the boxes of every level out of those below.</summary>
    private void Boxes(int count)
    {
        var boxes = new Box[Math.Max(1, Groups(count, LeafSize))];
        for (var leaf = 0; leaf < boxes.Length; leaf++)
        {
            boxes[leaf] = Box.Around(Leaves.AsSpan(leaf * LeafFloats, LeafFloats), Math.Min(LeafSize, count - (leaf * LeafSize)));
        }

        for (var level = 1; level <= Top; level++)
        {
            var above = new Box[Groups(boxes.Length, Fan)];
            for (var node = 0; node < above.Length; node++)
            {
                above[node] = Box.None;
                for (var child = 0; child < Fan; child++)
                {
                    var box = (node * Fan) + child is var below && below < boxes.Length ? boxes[below] : Box.None;
                    box.WriteTo(Nodes.AsSpan((LevelStarts[level] + node) * NodeFloats, NodeFloats), child);
                    above[node] = above[node].With(box);
                }
            }

            boxes = above;
        }

        Extent = count == 0 ? 0 : boxes[0].Extent;
    }

    /// <summary>A box of the plane, edges included.</summary>
    private readonly record struct Box(float West, float South, float East, float North)
    {
        public static Box None => new(float.PositiveInfinity, float.PositiveInfinity, float.NegativeInfinity, float.NegativeInfinity);

        public float Extent => Math.Max(Math.Max(Math.Abs(West), Math.Abs(East)), Math.Max(Math.Abs(South), Math.Abs(North)));

        public static Box Around(ReadOnlySpan<float> leaf, int count)
        {
            var box = None;
            for (var i = 0; i < count; i++)
            {
                var (east, north) = (leaf[i], leaf[i + LeafSize]);
                box = box.With(new Box(east, north, east, north));
            }

            return box;
        }

        public Box With(Box other) => new(
            Math.Min(West, other.West), Math.Min(South, other.South), Math.Max(East, other.East), Math.Max(North, other.North));

        public void WriteTo(Span<float> node, int child) =>
            (node[child], node[Fan + child], node[(2 * Fan) + child], node[(3 * Fan) + child]) = (West, South, East, North);
    }
}
