using Jizhou.Public.History.Recording;

namespace Jizhou.Public.History.Residents;

/// <summary>What all residents share: the slots they fight for, and what was acknowledged to any of them, so that several meet on one booking.</summary>
public sealed class Town(IReadOnlyList<string> slots)
{
    private const int Recent = 40;

    private readonly Lock _lock = new();
    private readonly List<HoldTry> _holds = [];
    private readonly List<Booking> _bookings = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<Confirmation> _uncertain = [];
    private int _numbers;

    /// <summary>Few, so that they fill up.</summary>
    public IReadOnlyList<string> Slots => slots;

    /// <summary>A number nobody else gets.</summary>
    public int Number() => Interlocked.Increment(ref _numbers);

    /// <summary>A slot that is held now.</summary>
    public void Add(HoldTry hold) => With(() => _holds.Add(hold));

    /// <summary>An acknowledged booking.</summary>
    public void Add(Booking booking) => With(() =>
    {
        if (_known.Add(booking.Reference))
        {
            _bookings.Add(booking);
        }
    });

    /// <summary>A confirmation whose fate is unknown.</summary>
    public void Add(Confirmation uncertain) => With(() => _uncertain.Add(uncertain));

    /// <summary>Takes a hold out, so that usually one resident goes on with it.</summary>
    public HoldTry? TakeHold(Random random, bool keep) => Pick(_holds, random, keep);

    /// <summary>A booking, often a fresh one, so that calls meet.</summary>
    public Booking? Booking(Random random) => Pick(_bookings, random, keep: true);

    /// <summary>Takes out a confirmation whose fate is unknown.</summary>
    public Confirmation? TakeUncertain(Random random) => Pick(_uncertain, random, keep: false);

    /// <summary>Every acknowledged booking.</summary>
    public IReadOnlyList<Booking> Bookings
    {
        get
        {
            lock (_lock)
            {
                return [.. _bookings];
            }
        }
    }

    /// <summary>Confirmations whose fate is still unknown.</summary>
    public IReadOnlyList<Confirmation> Uncertain
    {
        get
        {
            lock (_lock)
            {
                return [.. _uncertain];
            }
        }
    }

    private T? Pick<T>(List<T> list, Random random, bool keep)
        where T : class
    {
        lock (_lock)
        {
            if (list.Count == 0)
            {
                return null;
            }

            var from = random.Next(3) > 0 ? Math.Max(0, list.Count - Recent) : 0;
            var at = random.Next(from, list.Count);
            var picked = list[at];
            if (!keep)
            {
                list.RemoveAt(at);
            }

            return picked;
        }
    }

    private void With(Action change)
    {
        lock (_lock)
        {
            change();
        }
    }
}
