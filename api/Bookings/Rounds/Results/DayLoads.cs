namespace Jizhou.Public.Api.Bookings.Rounds.Results;

/// <summary>What went where on a day.</summary>
/// <param name="Stream">Code of the stream.</param>
/// <param name="Centre">Code of the centre; null where nobody told.</param>
/// <param name="Litres">Volume; null where nobody told any.</param>
/// <param name="Kilograms">Mass; null where nobody told any.</param>
/// <param name="Lines">How many entries it sums.</param>
public sealed record LoadSum(string Stream, string? Centre, long? Litres, long? Kilograms, int Lines);

/// <summary>
/// Sums a day's loads without counting anything twice: what a round tipped of a stream was weighed, so what its crew guessed at the stops for the same
/// stream does not count beside it.
/// </summary>
public static class DayLoads
{
    /// <summary>The lines that count.</summary>
    public static IReadOnlyList<LoadLine> Counted(IReadOnlyList<LoadLine> lines)
    {
        var weighed = lines.Where(l => l.IsTipped).Select(l => (l.Round, l.Stream)).ToHashSet();
        return [.. lines.Where(l => l.IsTipped || !weighed.Contains((l.Round, l.Stream)))];
    }

    /// <summary>Sums by stream and centre, in the order of their codes.</summary>
    public static IReadOnlyList<LoadSum> Sum(IReadOnlyList<LoadLine> lines) => [.. Counted(lines)
        .GroupBy(l => (l.Stream, l.Centre))
        .OrderBy(g => g.Key.Stream, StringComparer.Ordinal).ThenBy(g => g.Key.Centre ?? "~", StringComparer.Ordinal)
        .Select(g => new LoadSum(g.Key.Stream, g.Key.Centre, Total(g.Select(l => l.Litres)), Total(g.Select(l => l.Kilograms)), g.Count()))];

    // Nothing told is not nothing loaded.
    private static long? Total(IEnumerable<int?> amounts) => amounts.OfType<int>().ToList() is { Count: > 0 } told ? told.Sum(amount => (long)amount) : null;
}
