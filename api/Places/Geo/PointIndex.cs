using System.Numerics;

namespace Jizhou.Public.Api.Places.Geo;

/// <summary>
/// An immutable packed tree over points on the earth. The points follow a Hilbert curve; every sixteen form a leaf, every eight
/// boxes a node, all in flat arrays without pointers, and one vector instruction looks at eight of them.
/// </summary>
/// <remarks>
/// Three measures, each only as dear as needed. Boxes and leaves are ruled out in floats in the plane that touches the earth
/// amid the points (<see cref="TangentFrame"/>: a lower bound wherever the points lie, though a slow one for points all round the
/// earth). What remains is compared by the chord in doubles. <see cref="GreatCircle"/>, the measure that orders the answer, is
/// asked only where chords are too close to tell, and for the points that are returned.
/// </remarks>
public sealed class PointIndex
{
    private readonly PointCloud _cloud;
    private readonly PointIndexNodes _nodes;
    private readonly int[]? _slots;

    private PointIndex(PointCloud cloud, int[]? slots)
    {
        (_cloud, _slots, _nodes) = (cloud, slots, new PointIndexNodes(cloud, slots));
        Count = slots?.Length ?? cloud.Count;
    }

    /// <summary>How many points the index holds.</summary>
    public int Count { get; }

    /// <summary>Builds an index over all points; a point's ordinal is its place in the list.</summary>
    public static PointIndex Build(Position[] points) => Build(points, Enumerable.Range(0, points.Length).ToArray());

    /// <summary>Builds an index over some of the points, which keep their ordinals.</summary>
    public static PointIndex Build(Position[] points, int[] ordinals) => new(new PointCloud(points, ordinals), slots: null);

    /// <summary>
    /// Smaller indexes over some of the same points, one for each group: they share the measured points with this one and are
    /// packed in one go, without sorting again.
    /// </summary>
    /// <param name="groups">How many groups there are, at most 64.</param>
    /// <param name="groupsOf">The groups of the point with an ordinal, a bit for each; a point may be in none or many.</param>
    public PointIndex[] Split(int groups, Func<int, ulong> groupsOf)
    {
        var bits = new ulong[Count];
        var counts = new int[groups];
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = groupsOf(_cloud.Ordinals[SlotOf(i)]);
            for (var rest = bits[i]; rest != 0; rest &= rest - 1)
            {
                counts[BitOperations.TrailingZeroCount(rest)]++;
            }
        }

        var slots = SlotsOfEach(counts, bits);
        var parts = new PointIndex[groups];
        Parallel.For(0, groups, group => parts[group] = new PointIndex(_cloud, slots[group]));
        return parts;
    }

    private int SlotOf(int number) => _slots?[number] ?? number;

    private int[][] SlotsOfEach(int[] counts, ulong[] bits)
    {
        var slots = Array.ConvertAll(counts, count => new int[count]);
        var at = new int[counts.Length];
        for (var i = 0; i < bits.Length; i++)
        {
            for (var rest = bits[i]; rest != 0; rest &= rest - 1)
            {
                var group = BitOperations.TrailingZeroCount(rest);
                slots[group][at[group]++] = SlotOf(i);
            }
        }

        return slots;
    }

    /// <summary>Fills <paramref name="into"/> with the nearest points, nearest first; answers how many it found.</summary>
    public int Nearest(Position from, Span<Hit> into) =>
        Nearest(from, double.PositiveInfinity, Hit.BeforeAll, default(EveryPoint), into);

    /// <summary>
    /// Fills <paramref name="into"/> with the nearest points, nearest first, and answers how many it found. Nothing is allocated.
    /// </summary>
    /// <param name="from">Where the search starts.</param>
    /// <param name="withinMetres">The greatest distance, included; infinity for none.</param>
    /// <param name="after">Only points that stand later than this one; <see cref="Hit.BeforeAll"/> to start.</param>
    /// <param name="filter">Which points may be returned.</param>
    /// <param name="into">As many hits as wanted.</param>
    public int Nearest<TFilter>(Position from, double withinMetres, Hit after, TFilter filter, Span<Hit> into)
        where TFilter : struct, IPointFilter
    {
        if (into.IsEmpty || Count == 0 || !(withinMetres >= 0))
        {
            return 0;
        }

        var search = new NearestSearch<TFilter>(_cloud, _nodes, _slots, from, withinMetres, after, filter, into);
        return search.Run();
    }
}
