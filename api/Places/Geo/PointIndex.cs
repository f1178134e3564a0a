namespace Jizhou.Public.Api.Places.Geo;

/// <summary>
/// An immutable flat k-d tree over points on the unit sphere. Cells are halved by position in the list, so the tree needs no
/// pointers: node n has the children 2n and 2n + 1, and the last level holds runs of up to <see cref="LeafSize"/> points side by side.
/// </summary>
/// <remarks>
/// The sphere's chord grows with the great-circle distance, so cells are ruled out in three plain dimensions without
/// trigonometry, and neither poles nor the date line are special. Only the points that remain are measured by
/// <see cref="GreatCircle"/>, the measure that orders the answer.
/// </remarks>
public sealed class PointIndex
{
    /// <summary>How many points at most share a leaf; 16 was the quickest of 4, 8 and 16 for the ten nearest of 100,000.</summary>
    internal const int LeafSize = 16;

    private readonly PointIndexData _data;

    private PointIndex(PointIndexData data) => _data = data;

    /// <summary>How many points the index holds.</summary>
    public int Count => _data.Ordinals.Length;

    /// <summary>Builds an index over all points; a point's ordinal is its place in the list.</summary>
    public static PointIndex Build(ReadOnlySpan<Position> points)
    {
        var all = new int[points.Length];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = i;
        }

        return Build(points, all);
    }

    /// <summary>Builds an index over some of the points, which keep their ordinals.</summary>
    public static PointIndex Build(ReadOnlySpan<Position> points, ReadOnlySpan<int> ordinals) =>
        new(PointIndexBuilder.Build(points, ordinals));

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

        var search = new NearestSearch<TFilter>(_data, from, withinMetres, after, filter, into);
        return search.Run();
    }
}
