namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>
/// Counts failed look-ups by client and by reference within the last hour, in this process; several processes count each for itself. A look-up is counted
/// before it is answered and given back when it was right: a hundred guesses sent at once get no further than ten. A reference that does not exist counts
/// like one that does, so that the limit tells nothing either.
/// </summary>
public sealed class FailedLookups(TimeProvider time, int perClient, int perReference)
{
    private const int MostKept = 100_000;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private readonly Dictionary<string, LinkedList<DateTimeOffset>> _failures = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Counts a look-up as failed, until <see cref="GiveBack"/>; how long to wait when client or reference has none left.</summary>
    public TimeSpan? Take(string client, string reference)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var byClient = WaitOf(ClientKey(client), perClient, now);
            var byReference = WaitOf(ReferenceKey(reference), perReference, now);
            if (byClient is not null || byReference is not null)
            {
                return byReference is null || byClient > byReference ? byClient : byReference;
            }

            Note(ClientKey(client), now);
            Note(ReferenceKey(reference), now);
            if (_failures.Count > MostKept)
            {
                Forget(now);
            }

            return null;
        }
    }

    /// <summary>The look-up was right, or was never answered: it no longer counts.</summary>
    public void GiveBack(string client, string reference)
    {
        lock (_lock)
        {
            foreach (var key in (string[])[ClientKey(client), ReferenceKey(reference)])
            {
                if (_failures.TryGetValue(key, out var failures) && failures.Count > 0)
                {
                    failures.RemoveLast();
                }
            }
        }
    }

    private static string ClientKey(string client) => "client " + client;

    private static string ReferenceKey(string reference) => "reference " + reference;

    private void Note(string key, DateTimeOffset now)
    {
        if (!_failures.TryGetValue(key, out var failures))
        {
            failures = [];
            _failures.Add(key, failures);
        }

        failures.AddLast(now);
    }

    private TimeSpan? WaitOf(string key, int most, DateTimeOffset now)
    {
        if (!_failures.TryGetValue(key, out var failures))
        {
            return null;
        }

        while (failures.First is { Value: var at } && at <= now - Window)
        {
            failures.RemoveFirst();
        }

        return failures.Count >= most ? failures.First!.Value + Window - now : null; // never more than the most
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var key in _failures.Where(f => f.Value.Last is not { Value: var at } || at <= now - Window).Select(f => f.Key).ToList())
        {
            _failures.Remove(key);
        }
    }
}
