namespace Jizhou.Public.Api.Bookings.Rounds.Planning;

/// <summary>In which order a round visits the villages of an area. Villages that nobody put in order follow by their code.</summary>
public sealed class VillageOrder
{
    private readonly Dictionary<string, int> _ranks;

    /// <summary>The order; a village given twice counts where it stands first.</summary>
    public VillageOrder(IEnumerable<string> villages)
    {
        Villages = [.. villages.Distinct(StringComparer.Ordinal)];
        _ranks = Villages.Index().ToDictionary(v => v.Item, v => v.Index, StringComparer.Ordinal);
    }

    /// <summary>The villages that somebody put in order.</summary>
    public IReadOnlyList<string> Villages { get; }

    /// <summary>The place of a village; those without one share the last.</summary>
    public int Rank(string village) => _ranks.GetValueOrDefault(village, int.MaxValue);

    /// <summary>Bookings in the order of driving: window, village, street, label.</summary>
    public IReadOnlyList<PlanBooking> Sort(IEnumerable<PlanBooking> bookings, IReadOnlyList<string> windows) => [.. bookings
        .OrderBy(b => WindowRank(b.Window, windows)).ThenBy(b => Rank(b.Village)).ThenBy(b => b.Village, StringComparer.Ordinal)
        .ThenBy(b => b.Address, NaturalOrder.Instance).ThenBy(b => b.Label, NaturalOrder.Instance).ThenBy(b => b.Reference, StringComparer.Ordinal)];

    /// <summary>
    /// The order after a round was driven in another one: the villages it saw stand in its order, on the places they had between them; all
    /// others keep theirs. Villages that had no place are put behind the one they came after (in front, if they came first).
    /// </summary>
    public VillageOrder LearnFrom(IEnumerable<string> driven)
    {
        string[] seen = [.. driven.Distinct(StringComparer.Ordinal)];
        var known = new Queue<string>(seen.Where(_ranks.ContainsKey));
        List<string> order = [.. Villages.Select(v => seen.Contains(v, StringComparer.Ordinal) ? known.Dequeue() : v)];
        for (var i = 0; i < seen.Length; i++)
        {
            if (!_ranks.ContainsKey(seen[i]))
            {
                order.Insert(i == 0 ? 0 : order.IndexOf(seen[i - 1]) + 1, seen[i]);
            }
        }

        return new VillageOrder(order);
    }

    /// <summary>The place of a window; an unknown one is last.</summary>
    public static int WindowRank(string window, IReadOnlyList<string> windows)
    {
        for (var i = 0; i < windows.Count; i++)
        {
            if (windows[i] == window)
            {
                return i;
            }
        }

        return windows.Count;
    }
}
