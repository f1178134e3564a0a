using System.Diagnostics;
using Jizhou.Public.Api.Places;
using Jizhou.Public.Content;

namespace Jizhou.Public.Bench;

/// <summary>A new snapshot of many places, in process, while four readers search the old one without a pause.</summary>
internal static class Snapshots
{
    public static int Run(string content, int count)
    {
        var folder = ContentFolder.Load(content);
        var words = new PlaceWords(folder.Places, folder.Geo, folder.Calendar);
        var rows = Rows(folder, count);
        var current = new CurrentPlaces(words);
        current.Replace(rows, []);
        Console.WriteLine($"{count} places, {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB managed");
        using var stop = new CancellationTokenSource();
        var (searches, mixed) = (0L, 0L);
        foreach (var readers in (int[])[0, 4])
        {
            // On threads of their own: four loops that never end would hold the pool's threads, which no request does, and the build would wait for the pool.
            var tasks = Enumerable.Range(0, readers).Select(_ => Task.Factory.StartNew(() => Read(stop.Token), stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
            var took = Enumerable.Range(0, 7).Select(_ => Time(() => current.Replace(rows, []))).Order().ToArray();
            Console.WriteLine($"swap with {readers} readers: best {took[0]:0} ms, median {took[3]:0} ms; {searches} searches meanwhile, {mixed} mixed");
            var report = new Dictionary<string, TerminalStatus> { [rows[0].Place.Id] = new("full", new Dictionary<string, int>(), DateTimeOffset.UnixEpoch) };
            Console.WriteLine($"a terminal's report with {readers} readers: {Time(() => current.Report(report)):0.0} ms");
            stop.CancelAfter(readers == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.Zero);
            Task.WaitAll(tasks);
        }

        return mixed == 0 ? 0 : 1;

        void Read(CancellationToken token)
        {
            var hits = new Jizhou.Public.Api.Places.Geo.Hit[10];
            while (!token.IsCancellationRequested)
            {
                var snapshot = current.Snapshot;
                var filter = new PlaceFilter(snapshot, 0, false, 0, null);
                var found = snapshot.IndexFor(filter).Nearest(
                    Jizhou.Public.Api.Places.Geo.Position.At(117.4, 40), double.PositiveInfinity, Jizhou.Public.Api.Places.Geo.Hit.BeforeAll, filter, hits);
                Interlocked.Add(ref mixed, found == Math.Min(10, count) && hits[..found].All(hit => hit.Ordinal < snapshot.Places.Count) ? 0 : 1);
                Interlocked.Increment(ref searches);
            }
        }
    }

    internal static double Time(Action work)
    {
        var began = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>Invented places spread over the district, seeded.</summary>
    internal static List<PlaceRow> Rows(ContentFolder content, int count)
    {
        var random = new Random(20261122);
        var samples = content.SamplePlaces.Select(sample => sample.Place).ToArray();
        return [.. Enumerable.Range(0, count).Select(i => new PlaceRow(
            samples[i % samples.Length] with
            {
                Id = $"place-{i:0000000}", Name = $"示例·第{i}号点",
                Position = new GeoPoint(117.2 + (0.5 * random.NextDouble()), 39.8 + (0.4 * random.NextDouble())),
            },
            null))];
    }
}
