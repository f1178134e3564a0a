namespace Jizhou.Public.Api.Platform.Counts;

/// <summary>
/// Hides counts that could point at a person. A count of 1 to 4 is not told; so that it cannot be computed from the total, the
/// smallest others are hidden with it until at least two counts are hidden and they hide at least 5 together. A total below 5 is not told either.
/// </summary>
public static class SmallCounts
{
    /// <summary>The smallest count that is told.</summary>
    public const int Least = 5;

    /// <summary>The counts in the same order, null where hidden; 0 is always told.</summary>
    public static IReadOnlyList<long?> Hide(IReadOnlyList<long> counts)
    {
        var hidden = new HashSet<int>(Enumerable.Range(0, counts.Count).Where(i => counts[i] is > 0 and < Least));
        var rest = new Queue<int>(Enumerable.Range(0, counts.Count).Where(i => counts[i] >= Least).OrderBy(i => counts[i]).ThenBy(i => i));
        while (hidden.Count > 0 && (hidden.Count < 2 || hidden.Sum(i => counts[i]) < Least) && rest.TryDequeue(out var next))
        {
            hidden.Add(next);
        }

        return [.. counts.Select((count, i) => hidden.Contains(i) ? (long?)null : count)];
    }

    /// <summary>The total, null where hidden.</summary>
    public static long? HideTotal(IReadOnlyList<long> counts) => counts.Sum() is var total && total is > 0 and < Least ? null : total;
}
