using System.Collections.Concurrent;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>
/// Counts failed look-ups by client and by reference within the last hour, in this process. A reference that does not exist counts like
/// one that does, so that the limit tells nothing either.
/// </summary>
public sealed class FailedLookups(TimeProvider time, int perClient, int perReference)
{
    private const int MostKept = 100_000;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _failures = new(StringComparer.Ordinal);

    /// <summary>How long this client must wait before it may ask for this reference; null when it may now.</summary>
    public TimeSpan? Wait(string client, string reference)
    {
        var now = time.GetUtcNow();
        var byClient = WaitOf("client " + client, perClient, now);
        var byReference = WaitOf("reference " + reference, perReference, now);
        return byClient > byReference || byReference is null ? byClient : byReference;
    }

    /// <summary>Notes a failure.</summary>
    public void Note(string client, string reference)
    {
        var now = time.GetUtcNow();
        foreach (var key in (string[])["client " + client, "reference " + reference])
        {
            var failures = _failures.GetOrAdd(key, _ => new Queue<DateTimeOffset>());
            lock (failures)
            {
                failures.Enqueue(now);
            }
        }

        if (_failures.Count > MostKept)
        {
            Forget(now);
        }
    }

    private TimeSpan? WaitOf(string key, int most, DateTimeOffset now)
    {
        if (!_failures.TryGetValue(key, out var failures))
        {
            return null;
        }

        lock (failures)
        {
            while (failures.Count > 0 && failures.Peek() <= now - Window)
            {
                failures.Dequeue();
            }

            return failures.Count >= most ? failures.ElementAt(failures.Count - most) + Window - now : null;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, failures) in _failures)
        {
            lock (failures)
            {
                if (failures.All(at => at <= now - Window))
                {
                    _failures.TryRemove(key, out _);
                }
            }
        }
    }
}
