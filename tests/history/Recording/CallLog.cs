using System.Collections.Concurrent;
using System.Diagnostics;

namespace Jizhou.Public.History.Recording;

/// <summary>Everything that was asked and answered, in the order of the asking, and what the servers' clocks showed.</summary>
public sealed class CallLog(TimeProvider time)
{
    private readonly ConcurrentQueue<Call> _calls = new();
    private readonly List<(long At, DateTimeOffset Real, TimeSpan Ahead)> _clock = [];
    private int _count;

    /// <summary>How many calls reached a server.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The calls so far.</summary>
    public IReadOnlyList<Call> Calls => [.. _calls];

    /// <summary>The steady clock.</summary>
    public static long Now => Stopwatch.GetTimestamp();

    /// <summary>Keeps a call that reached a server.</summary>
    public void Add(Call call)
    {
        _calls.Enqueue(call);
        Interlocked.Increment(ref _count);
    }

    /// <summary>Notes, before it takes effect, how far the servers' clocks will be ahead of ours.</summary>
    public void MoveClock(TimeSpan ahead)
    {
        lock (_clock)
        {
            _clock.Add((Now, time.GetUtcNow(), ahead));
        }
    }

    /// <summary>The first tick at which a server's clock may have shown this instant; for ever if it never did.</summary>
    public long FirstAt(DateTimeOffset instant)
    {
        lock (_clock)
        {
            for (var i = 0; i < _clock.Count; i++)
            {
                var (at, real, ahead) = _clock[i];
                var until = i + 1 < _clock.Count ? _clock[i + 1].At + 2 * Stopwatch.Frequency : long.MaxValue; // a process sees a move a second late
                var reached = instant - (real + ahead);
                var tick = reached <= TimeSpan.Zero ? at : at + (long)(reached.TotalSeconds * Stopwatch.Frequency);
                if (tick < until)
                {
                    return tick;
                }
            }

            return long.MaxValue;
        }
    }
}
