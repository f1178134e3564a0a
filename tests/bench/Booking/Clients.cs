using System.Diagnostics;

namespace Jizhou.Public.Bench.Booking;

/// <summary>What some clients got done, and how long they waited.</summary>
/// <param name="Rate">Done a second.</param>
/// <param name="MedianMilliseconds">Half waited no longer.</param>
/// <param name="P99Milliseconds">99 of a hundred waited no longer.</param>
/// <param name="CpuMicroseconds">CPU of this process for one.</param>
/// <param name="KiloBytes">Allocated for one.</param>
internal sealed record Pace(double Rate, double MedianMilliseconds, double P99Milliseconds, double CpuMicroseconds, double KiloBytes)
{
    public override string ToString() => $"{Rate:0} a second, median {MedianMilliseconds:0.0} ms, p99 {P99Milliseconds:0.0} ms, {CpuMicroseconds:0} µs CPU and {KiloBytes:0.0} kB of this process each";
}

/// <summary>Clients that each do one thing after the other, without a pause.</summary>
internal static class Clients
{
    public const int Count = 32;

    /// <summary>Runs them: first warm, then measured. <paramref name="once"/> gets the client and a number that it never gets twice.</summary>
    public static async Task<Pace> MeasureAsync(string what, int seconds, Func<int, int, Task> once)
    {
        var next = new int[Count];
        await ForAsync(Math.Max(2, seconds / 2), _ => { });
        List<double> took = [];
        using var process = Process.GetCurrentProcess();
        var (cpu, bytes, began) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        await ForAsync(seconds, milliseconds =>
        {
            lock (took)
            {
                took.Add(milliseconds);
            }
        });
        var elapsed = Stopwatch.GetElapsedTime(began).TotalSeconds;
        process.Refresh();
        took.Sort();
        var pace = new Pace(took.Count / elapsed, took[took.Count / 2], took[(int)(took.Count * 0.99)],
            (process.TotalProcessorTime - cpu).TotalMicroseconds / took.Count, (GC.GetTotalAllocatedBytes() - bytes) / 1000.0 / took.Count);
        Console.WriteLine($"{what}: {pace}");
        return pace;

        Task ForAsync(int length, Action<double> note) => Task.WhenAll(Enumerable.Range(0, Count).Select(client => Task.Run(async () =>
        {
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed.TotalSeconds < length)
            {
                var start = Stopwatch.GetTimestamp();
                await once(client, next[client]++);
                note(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        })));
    }
}
