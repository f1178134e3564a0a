using System.Collections.Concurrent;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>What a request found of its client's window.</summary>
/// <param name="IsAllowed">Was there one left?</param>
/// <param name="Remaining">How many are left now.</param>
/// <param name="ResetSeconds">Seconds until all are there again, 1 or more.</param>
public readonly record struct WindowState(bool IsAllowed, int Remaining, int ResetSeconds);

/// <summary>
/// Counts what clients did within fixed windows. The framework's limiter keeps to itself how many are left, which clients are to be told; and it
/// counts by a clock that no test can set. Counted by the monotonic clock: setting the machine's time opens nothing.
/// </summary>
public sealed class ClientWindows(TimeProvider time)
{
    private const int MostKept = 100_000;
    private readonly ConcurrentDictionary<string, Window> _windows = new(StringComparer.Ordinal);

    /// <summary>Counts one more for a client, if there is one left.</summary>
    public WindowState Take(string client, ClientLimit limit)
    {
        var now = time.GetTimestamp();
        var window = _windows.GetOrAdd(client, _ => new Window(now));
        WindowState state;
        lock (window)
        {
            if (time.GetElapsedTime(window.Began, now) >= limit.Per)
            {
                (window.Began, window.Count) = (now, 0);
            }

            var isAllowed = window.Count < limit.Most;
            window.Count += isAllowed ? 1 : 0;
            var left = limit.Per - time.GetElapsedTime(window.Began, now);
            state = new WindowState(isAllowed, limit.Most - window.Count, Math.Max(1, (int)Math.Ceiling(left.TotalSeconds)));
        }

        if (_windows.Count > MostKept)
        {
            Forget(limit.Per, now);
        }

        return state;
    }

    private void Forget(TimeSpan per, long now)
    {
        foreach (var (client, window) in _windows)
        {
            if (time.GetElapsedTime(window.Began, now) >= per)
            {
                _windows.TryRemove(client, out _);
            }
        }
    }

    private sealed class Window(long began)
    {
        public long Began { get; set; } = began;

        public int Count { get; set; }
    }
}
