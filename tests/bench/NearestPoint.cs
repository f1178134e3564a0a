using System.Diagnostics;
using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Bench;

/// <summary>The ten nearest of many clustered points, in process; seeded, so that every run asks the same.</summary>
internal static class NearestPoint
{
    private const int Queries = 10_000;

    public static int Run(IEnumerable<int> counts)
    {
        foreach (var count in counts)
        {
            var random = new Random(20261122);
            var points = Clustered(random, count);
            var began = Stopwatch.GetTimestamp();
            var index = PointIndex.Build(points);
            Console.WriteLine($"build {count}: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms");
            var queries = Clustered(random, Queries);
            var hits = new Hit[10];
            Timing.Report($"nearest 10 of {count}", Queries, i => index.Nearest(queries[i], hits));
        }

        return 0;
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
}
