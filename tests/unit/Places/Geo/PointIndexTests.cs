using FsCheck;
using FsCheck.Fluent;
using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.UnitTests.Places.Geo;

/// <summary>The index against the oracle: measure every point, sort by (metres, ordinal).</summary>
public sealed class PointIndexTests
{
    public static TheoryData<string> Clouds => ["uniform", "clustered", "grid", "earth", "one spot", "pair", "one"];

    [Theory]
    [MemberData(nameof(Clouds))]
    public void Nearest_agrees_with_sorting_every_point(string cloud)
    {
        var points = Cloud(cloud);
        var index = PointIndex.Build(points);
        var into = new Hit[20];
        foreach (var (query, number) in Queries(points, 1_500).Select((q, i) => (q, i)))
        {
            var wanted = 1 + (number % into.Length);
            var found = index.Nearest(query, into.AsSpan(0, wanted));
            Assert.Equal(SortAll(points, query).Take(wanted), into[..found]);
        }
    }

    [Theory]
    [InlineData("uniform")]
    [InlineData("clustered")]
    public void Ten_thousand_questions_are_answered_as_by_sorting_with_and_without_a_filter(string cloud)
    {
        var points = (cloud == "uniform" ? Seeded.Uniform(21, 400) : Seeded.Clustered(22, 400)).Concat(Seeded.Grid(8)).ToArray(); // the grid brings ties
        var index = PointIndex.Build(points);
        var thirds = index.Split(3, ordinal => 1UL << (ordinal % 3));
        var (into, filtered, part) = (new Hit[10], new Hit[10], new Hit[10]);
        var asked = 0;
        foreach (var query in Queries(points, 10_000))
        {
            var all = SortAll(points, query);
            Assert.True(all.AsSpan(0, 10).SequenceEqual(into.AsSpan(0, index.Nearest(query, into))), $"{query}");
            var third = all.Where(hit => hit.Ordinal % 3 == 1).Take(10).ToArray();
            Assert.True(third.AsSpan().SequenceEqual(filtered.AsSpan(0, index.Nearest(query, double.PositiveInfinity, Hit.BeforeAll, default(EveryThird), filtered))));
            Assert.True(third.AsSpan().SequenceEqual(part.AsSpan(0, thirds[1].Nearest(query, part))));
            asked++;
        }

        Assert.Equal(10_000, asked);
    }

    [Fact]
    public void The_distance_is_the_haversine_on_the_mean_earth_radius_without_rounding()
    {
        var (from, to) = (Position.At(117.41, 40.05), Position.At(117.52, 40.11));
        var (north, east) = (Math.Sin(double.DegreesToRadians(0.06) / 2), Math.Sin(double.DegreesToRadians(0.11) / 2));
        var h = (north * north) + (Math.Cos(double.DegreesToRadians(40.05)) * Math.Cos(double.DegreesToRadians(40.11)) * east * east);
        Assert.Equal(2 * 6_371_008.8 * Math.Asin(Math.Sqrt(h)), GreatCircle.Metres(from, to), 6);
    }

    [Fact]
    public void A_point_may_stand_in_several_parts_or_in_none()
    {
        var points = Seeded.Clustered(23, 500);
        var parts = PointIndex.Build(points).Split(3, ordinal => (1UL << (ordinal % 4)) - 1);
        Assert.Equal([375, 250, 125], parts.Select(part => part.Count));
        var into = new Hit[500];
        Assert.Equal(Enumerable.Range(0, 500).Where(i => i % 4 == 3), into[..parts[2].Nearest(points[0], into)].Select(hit => hit.Ordinal).Order());
    }

    [Fact]
    public void The_curve_goes_through_every_cell_and_always_to_a_neighbour()
    {
        var cells = (from x in Enumerable.Range(0, 64) from y in Enumerable.Range(0, 64) select (x, y)).ToArray();
        var order = HilbertCurve.Order([.. cells.Select(cell => (float)cell.x)], [.. cells.Select(cell => (float)cell.y)]);
        Assert.Equal(Enumerable.Range(0, cells.Length), order.Order());
        Assert.All(order.Zip(order.Skip(1)), step =>
            Assert.Equal(1, Math.Abs(cells[step.First].x - cells[step.Second].x) + Math.Abs(cells[step.First].y - cells[step.Second].y)));
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public void A_radius_includes_its_edge_and_nothing_beyond(string cloud)
    {
        var points = Cloud(cloud);
        var index = PointIndex.Build(points);
        var into = new Hit[points.Length];
        foreach (var query in Queries(points, 60))
        {
            var all = SortAll(points, query);
            var radius = all[all.Length / 7].Metres; // exactly the distance of a point
            var found = index.Nearest(query, radius, Hit.BeforeAll, default(EveryPoint), into);
            Assert.Equal(all.Where(hit => hit.Metres <= radius), into[..found]);
        }
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public void Pages_put_together_are_the_whole_list(string cloud)
    {
        var points = Cloud(cloud);
        var index = PointIndex.Build(points);
        var page = new Hit[7];
        foreach (var query in Queries(points, 3))
        {
            var pages = new List<Hit>();
            var after = Hit.BeforeAll;
            for (int found; (found = index.Nearest(query, double.PositiveInfinity, after, default(EveryPoint), page)) > 0; after = page[found - 1])
            {
                pages.AddRange(page[..found]);
            }

            Assert.Equal(SortAll(points, query), pages);
        }
    }

    [Fact]
    public void A_filter_is_as_if_the_other_points_were_not_there()
    {
        var points = Seeded.Clustered(5, 2_000);
        var index = PointIndex.Build(points);
        var some = PointIndex.Build(points, Enumerable.Range(0, points.Length).Where(i => i % 3 == 1).ToArray());
        var (into, alone) = (new Hit[10], new Hit[10]);
        foreach (var query in Queries(points, 500))
        {
            var found = index.Nearest(query, double.PositiveInfinity, Hit.BeforeAll, default(EveryThird), into);
            Assert.Equal(SortAll(points, query).Where(hit => hit.Ordinal % 3 == 1).Take(10), into[..found]);
            Assert.Equal(found, some.Nearest(query, alone));
            Assert.Equal(into, alone);
        }
    }

    [Fact]
    public void Nothing_is_found_among_no_points_or_when_nothing_is_wanted()
    {
        var query = Position.At(117.4, 40);
        Assert.Equal(0, PointIndex.Build([]).Nearest(query, new Hit[5]));
        Assert.Equal(0, PointIndex.Build([query]).Nearest(query, []));
        Assert.Equal(0, PointIndex.Build([query]).Nearest(query, double.NaN, Hit.BeforeAll, default(EveryPoint), new Hit[1]));
    }

    [Fact]
    public void Any_handful_of_points_comes_back_in_order()
    {
        var near = ArbMap.Default.GeneratorFor<byte>().Two().Select(xy => Position.At(117 + (xy.Item1 / 256.0), 40 + (xy.Item2 / 256.0)));
        var handful = near.NonEmptyListOf().Select(list => list.ToArray()).Zip(near);
        Prop.ForAll(handful.ToArbitrary(), sample =>
        {
            var (points, query) = sample;
            var into = new Hit[points.Length];
            return PointIndex.Build(points).Nearest(query, into) == points.Length && into.SequenceEqual(SortAll(points, query));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_query_allocates_nothing()
    {
        var index = PointIndex.Build(Seeded.Clustered(9, 20_000));
        var queries = Seeded.Uniform(10, 1_000);
        var into = new Hit[10];
        Ask(); // compile first
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Ask()
        {
            foreach (var query in queries)
            {
                index.Nearest(query, 5_000, new Hit(10, 3), default(EveryThird), into);
                index.Nearest(query, into);
            }
        }
    }

    private static Position[] Cloud(string name) => name switch
    {
        "uniform" => Seeded.Uniform(1, 3_000),
        "clustered" => Seeded.Clustered(2, 3_000),
        "grid" => Seeded.Grid(40),
        "earth" => Seeded.Earth(3, 1_000),
        "one spot" => [.. Enumerable.Repeat(Position.At(117.4, 40.05), 300)],
        "pair" => [Position.At(117.4, 40.05), Position.At(117.5, 40.05)],
        _ => [Position.At(117.4, 40.05)],
    };

    /// <summary>Seeded places, points of the cloud themselves, and middles between two of them (ties).</summary>
    private static IEnumerable<Position> Queries(Position[] points, int count)
    {
        var random = new Random(77);
        for (var i = 0; i < count; i++)
        {
            var (a, b) = (points[random.Next(points.Length)], points[random.Next(points.Length)]);
            yield return (i % 3) switch
            {
                0 => Position.At(117 + random.NextDouble(), 39.5 + random.NextDouble()),
                1 => a,
                _ => Position.At((a.Lng + b.Lng) / 2, (a.Lat + b.Lat) / 2),
            };
        }
    }

    private static Hit[] SortAll(Position[] points, Position from) =>
        [.. points.Select((point, i) => new Hit(GreatCircle.Metres(from, point), i)).Order()];

    private readonly struct EveryThird : IPointFilter
    {
        public bool Accepts(int ordinal) => ordinal % 3 == 1;
    }
}
