using Jizhou.Public.History.Recording;

namespace Jizhou.Public.History.Residents;

/// <summary>One of many who do random things at once. The seed decides what; the machine decides when.</summary>
public sealed class Resident(Wire wire, Town town, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Does one thing after another until it is told to stop.</summary>
    public async Task LiveAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (!await ActAsync())
            {
                await Task.Delay(20, CancellationToken.None); // the server is away
            }
        }
    }

    private async Task<bool> ActAsync() => _random.Next(100) switch
    {
        < 27 => await HoldAsync(),
        < 55 => await ConfirmAsync(),
        < 60 => await ReplayAsync(),
        < 62 => await ReleaseAsync(),
        < 76 => await AmendAsync(),
        < 86 => await CancelAsync(),
        < 95 => await ReadAsync(),
        < 97 => await WrongLookUpAsync(),
        _ => await ListAsync(),
    };

    private async Task<bool> ListAsync()
    {
        await wire.SlotsAsync(Node());
        return true;
    }

    private async Task<bool> HoldAsync()
    {
        // Mostly an address of its own; some share a few doors, and some have no number at all.
        var (address, hasDoor) = _random.Next(20) switch
        {
            < 3 => ($"东街{_random.Next(1, 30)}号", true),
            3 => ("村口老槐树旁", false),
            _ => ($"西街{town.Number()}号", true),
        };
        var hold = new HoldTry(Slot(), address, hasDoor, Goods.AtRandom(_random));
        var call = await wire.HoldAsync(Node(), hold);
        if (call?.Outcome == Outcome.Done)
        {
            town.Add(hold);
        }

        return call is not null;
    }

    private async Task<bool> ConfirmAsync()
    {
        if (_random.Next(2) == 0 && town.TakeUncertain(_random) is { } uncertain)
        {
            return await SendAsync(uncertain, Kind.Replay); // what somebody does whose page stopped answering
        }

        if (town.TakeHold(_random, keep: _random.Next(20) == 0) is not { } hold)
        {
            return true;
        }

        var number = town.Number();
        var confirmation = new Confirmation(hold, $"history-{seed}-{number:00000000}", $"138{number:00000000}", _random.Next(2) == 0 ? null : "示例", Note());
        if (_random.Next(10) > 0)
        {
            return await SendAsync(confirmation, Kind.Confirm);
        }

        var both = await Task.WhenAll(SendAsync(confirmation, Kind.Confirm), SendAsync(confirmation, Kind.Confirm)); // pressed twice
        return both[0] || both[1];
    }

    private async Task<bool> SendAsync(Confirmation confirmation, Kind kind)
    {
        var call = await wire.ConfirmAsync(Node(), confirmation, kind);
        if (call is null or { Outcome: Outcome.Unknown } or { Code: "idempotency_key_in_flight" or "busy" })
        {
            town.Add(confirmation);
        }
        else if (call.Outcome == Outcome.Done)
        {
            town.Add(Wire.Booking(call));
        }

        return call is not null;
    }

    private async Task<bool> ReplayAsync()
        => town.Booking(_random) is not { } booking || await wire.ConfirmAsync(Node(), booking.From, Kind.Replay, otherBody: _random.Next(5) == 0) is not null;

    private async Task<bool> ReleaseAsync()
        => town.TakeHold(_random, keep: _random.Next(3) == 0) is not { } hold || await wire.ReleaseAsync(Node(), hold) is not null;

    private async Task<bool> AmendAsync()
    {
        if (town.Booking(_random) is not { } booking || !booking.TryUse())
        {
            return true;
        }

        var which = _random.Next(1, 8);
        var change = new Change((which & 1) > 0 ? Slot() : null, (which & 2) > 0 ? Goods.AtRandom(_random) : null, (which & 4) > 0 ? Note() ?? "" : null);
        return await wire.AmendAsync(Node(), booking, change) is not null;
    }

    private async Task<bool> CancelAsync()
        => town.Booking(_random) is not { } booking || !booking.TryUse() || await wire.CancelAsync(Node(), booking) is not null;

    private async Task<bool> ReadAsync()
        => town.Booking(_random) is not { } booking || !booking.TryUse()
            || (_random.Next(2) == 0 ? await wire.ReadAsync(Node(), booking) : await wire.LookUpAsync(Node(), booking)) is not null;

    private async Task<bool> WrongLookUpAsync()
        => town.Booking(_random) is not { } booking || await wire.LookUpAsync(Node(), booking, wrong: true) is not null;

    private int Node() => _random.Next(wire.Nodes);

    private string Slot() => town.Slots[_random.Next(town.Slots.Count)];

    private string? Note() => _random.Next(3) == 0 ? null : $"第{_random.Next(1000)}张";
}
