using System.Diagnostics;
using System.Globalization;
using Jizhou.Public.Api.Places.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using Position = Jizhou.Public.Api.Places.Geo.Position;

namespace Jizhou.Public.Bench;

/// <summary>The ten nearest of many clustered points, in process; seeded, so that every run asks the same.</summary>
internal static class NearestPoint
{
    private const int Queries = 10_000;
    private const int Again = 10; // long rounds: the system counts CPU time in steps

    /// <summary>Ours alone, with the spread of single questions.</summary>
    public static int Run(IEnumerable<int> counts)
    {
        foreach (var count in counts)
        {
            var (points, queries) = Data(count);
            var index = Build(points);
            var hits = new Hit[10];
            Timing.Report($"nearest 10 of {count}", Queries, i => index.Nearest(queries[i], hits));
        }

        return 0;
    }

    /// <summary>Writes points.csv and queries.csv, so that peers are asked the same.</summary>
    public static int Write(string folder, int count)
    {
        var (points, queries) = Data(count);
        WriteCsv("points.csv", points);
        WriteCsv("queries.csv", queries);
        return 0;

        void WriteCsv(string name, Position[] positions) => File.WriteAllLines(
            Path.Combine(folder, name), positions.Select(position => string.Create(CultureInfo.InvariantCulture, $"{position.Lng:R},{position.Lat:R}")));
    }

    /// <summary>Ours and NetTopologySuite's in process: CPU microseconds a question, the best of the rounds.</summary>
    public static int Compare(string folder, int rounds)
    {
        var (points, queries) = (Read(Path.Combine(folder, "points.csv")), Read(Path.Combine(folder, "queries.csv")));
        var index = Build(points);
        var hits = new Hit[10];
        Report("ours", () => { foreach (var query in queries) { index.Nearest(query, hits); } });

        var tree = new STRtree<Point>();
        foreach (var point in points)
        {
            tree.Insert(new Envelope(point.Lng, point.Lng, point.Lat, point.Lat), new Point(point.Lng, point.Lat));
        }

        tree.Build();
        var distance = new ItemDistance();
        Report("nettopologysuite", () =>
        {
            foreach (var query in queries)
            {
                var from = new Point(query.Lng, query.Lat);
                tree.NearestNeighbour(from.EnvelopeInternal, from, distance, 10);
            }
        });
        return 0;

        void Report(string what, Action ask)
        {
            var best = double.PositiveInfinity;
            for (var round = 0; round <= rounds; round++)
            {
                var before = Environment.CpuUsage.TotalTime;
                for (var again = 0; again < Again; again++)
                {
                    ask();
                }

                var took = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / queries.Length / Again;
                best = round == 0 ? best : Math.Min(best, took); // the first warms
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {best:0.00}"));
        }
    }

    /// <summary>Builds several times and tells the best: the first pays for compiling.</summary>
    private static PointIndex Build(Position[] points)
    {
        var (best, index) = (double.PositiveInfinity, PointIndex.Build(points));
        for (var i = 0; i < 5; i++)
        {
            var began = Stopwatch.GetTimestamp();
            index = PointIndex.Build(points);
            best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        Console.Error.WriteLine($"build {points.Length}: {best:0} ms");
        return index;
    }

    private static Position[] Read(string file) => [.. File.ReadLines(file).Select(line => line.Split(','))
        .Select(parts => Position.At(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture)))];

    private static (Position[] Points, Position[] Queries) Data(int count)
    {
        var random = new Random(20261122);
        return (Clustered(random, count), Clustered(random, Queries));
    }

    private static Position[] Clustered(Random random, int count)
    {
        var centres = Enumerable.Range(0, 40).Select(_ => (Lng: 117.1 + (random.NextDouble() * 0.7), Lat: 39.7 + (random.NextDouble() * 0.55))).ToArray();
        return [.. Enumerable.Range(0, count).Select(_ => Around(random, centres[random.Next(centres.Length)]))];
    }

    private static Position Around(Random random, (double Lng, double Lat) centre)
    {
        var spread = 0.002 + (0.03 * random.NextDouble());
        var lng = centre.Lng + (spread * ((2 * random.NextDouble()) - 1));
        var lat = centre.Lat + (spread * ((2 * random.NextDouble()) - 1));
        return Position.TryCreate(lng, lat, out var position) ? position : throw new InvalidOperationException($"{lng}, {lat}");
    }

    private sealed class ItemDistance : IItemDistance<Envelope, Point>
    {
        public double Distance(IBoundable<Envelope, Point> item1, IBoundable<Envelope, Point> item2) => item1.Item.Coordinate.Distance(item2.Item.Coordinate);
    }
}
