using Jizhou.Public.History.Recording;

namespace Jizhou.Public.History.Residents;

/// <summary>Somebody at the console who calls off days, closes them and opens them again while everybody books. The seed decides what; the calls of all others decide when.</summary>
public sealed class Operator(ConsoleWire console, Town town, CallLog log, int seed)
{
    private readonly Random _random = new(seed);
    private (Kind Kind, IReadOnlyList<string> Slots)? _shut;

    /// <summary>Decides one thing after another until told to stop.</summary>
    public async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (await PauseAsync(_random.Next(30, 120), cancellationToken))
        {
            if (_shut is { } shut)
            {
                // An answer that was lost is asked for again: the same decision twice is one.
                _shut = await console.DecideAsync(Kind.Reopen, shut.Slots) is { Outcome: Outcome.Done } ? null : shut;
                continue;
            }

            var (kind, slots) = (_random.Next(3) == 0 ? Kind.Close : Kind.Postpone, Choose());
            if (await console.DecideAsync(kind, slots) is { Outcome: not Outcome.Refused })
            {
                _shut = (kind, slots);
            }
        }
    }

    /// <summary>Says once more what is called off, after everything was put right: then its bookings move at once, also those a crash left.</summary>
    public async Task SettleAsync()
    {
        for (var attempt = 0; attempt < 20 && _shut is { } shut && await console.DecideAsync(shut.Kind, shut.Slots) is not { Outcome: Outcome.Done }; attempt++)
        {
            await Task.Delay(500);
        }
    }

    // A window, or all windows of its day.
    private IReadOnlyList<string> Choose()
    {
        var slot = town.Slots[_random.Next(town.Slots.Count)];
        var day = slot[..slot.LastIndexOf('.')];
        return _random.Next(3) == 0 ? [.. town.Slots.Where(other => other.StartsWith(day, StringComparison.Ordinal))] : [slot];
    }

    private async Task<bool> PauseAsync(int calls, CancellationToken cancellationToken)
    {
        for (var until = log.Count + calls; log.Count < until && !cancellationToken.IsCancellationRequested;)
        {
            await Task.Delay(10, CancellationToken.None);
        }

        return !cancellationToken.IsCancellationRequested;
    }
}
