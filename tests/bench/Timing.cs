using System.Diagnostics;

namespace Jizhou.Public.Bench;

/// <summary>Times many single calls: mean, median and p99 in microseconds, and bytes allocated a call.</summary>
internal static class Timing
{
    public static void Report(string what, int calls, Action<int> call)
    {
        for (var i = 0; i < calls; i++)
        {
            call(i); // warm: tiered compilation settles before anything is counted
        }

        var took = new double[calls];
        var best = double.PositiveInfinity;
        long bytes = 0;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var round0 = Stopwatch.GetTimestamp();
            for (var i = 0; i < calls; i++)
            {
                call(i);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(round0).TotalMicroseconds / calls);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        for (var i = 0; i < calls; i++)
        {
            var began = Stopwatch.GetTimestamp();
            call(i);
            took[i] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }

        Array.Sort(took);
        Console.WriteLine($"{what}: mean {best:0.00} µs, median {took[calls / 2]:0.00} µs, p99 {took[(int)(calls * 0.99)]:0.00} µs, {(double)bytes / calls:0} B a call");
    }
}
