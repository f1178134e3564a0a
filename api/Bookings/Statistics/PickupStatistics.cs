using System.Globalization;
using Jizhou.Public.Api.Platform.Counts;

namespace Jizhou.Public.Api.Bookings.Statistics;

/// <summary>One month of the pickup.</summary>
/// <param name="Month">2026-11.</param>
/// <param name="State"><c>complete</c>, <c>running</c> (this month) or <c>no-data</c>: a gap, which is not a zero.</param>
/// <param name="District">All townships together; null for a gap.</param>
/// <param name="Townships">The townships that have anything to tell, by code.</param>
/// <param name="Loads">What was loaded, by township, stream and centre.</param>
public sealed record PickupMonth(string Month, string State, PickupCounts? District, IReadOnlyList<TownshipCounts> Townships, IReadOnlyList<LoadCounts> Loads);

/// <summary>The counts of a month. Null stands for hidden: fewer than five, or what would give fewer than five away.</summary>
/// <param name="Asked">Bookings made in the month.</param>
/// <param name="MedianDays">Days from asking to the first date offered: half waited no longer.</param>
/// <param name="NinetiethDays">Nine in ten waited no longer.</param>
/// <param name="Collected">Pickups of the month where everything was taken.</param>
/// <param name="PartlyCollected">Where something was taken.</param>
/// <param name="NotCollected">Where nothing was taken, with the crew's reason.</param>
/// <param name="WithoutResult">Whose day is over without anybody having written a result down.</param>
/// <param name="Missed">Reported as missed.</param>
/// <param name="Postponed">Whose day was called off.</param>
public sealed record PickupCounts(long? Asked, int? MedianDays, int? NinetiethDays, long? Collected, long? PartlyCollected, long? NotCollected, long? WithoutResult,
    long? Missed, long? Postponed);

/// <summary>The counts of a township.</summary>
/// <param name="Code">9-digit code.</param>
/// <param name="Name">Name.</param>
/// <param name="Counts">The counts.</param>
public sealed record TownshipCounts(string Code, string Name, PickupCounts Counts);

/// <summary>What was loaded of one stream. Null stands for hidden.</summary>
/// <param name="Township">9-digit code; null for the whole district; empty for what rounds through several townships weighed as a whole.</param>
/// <param name="TownshipName">Name.</param>
/// <param name="Stream">Code of the stream.</param>
/// <param name="StreamName">Name.</param>
/// <param name="Centre">Code of the centre; null for all together, empty when nobody wrote down which, <c>several</c> when a round tipped it in several.</param>
/// <param name="CentreName">Name.</param>
/// <param name="Bookings">From how many bookings.</param>
/// <param name="CubicMetres">Volume, where measured.</param>
/// <param name="Kilograms">Weight, where weighed.</param>
public sealed record LoadCounts(string? Township, string TownshipName, string Stream, string StreamName, string? Centre, string CentreName, long? Bookings, decimal? CubicMetres, long? Kilograms);

/// <summary>Makes the public statistics from sums, and hides in each column what could point at a person. Pure.</summary>
public static class PickupStatistics
{
    private const string NobodyWrote = "没有写下送到哪里";
    private const string SeveralCentres = "一车分送几处";
    private const string SeveralTownships = "几个乡镇同一车，分不开";

    /// <summary>The months from the first that has data to this one, the newest first.</summary>
    /// <param name="rows">The sums.</param>
    /// <param name="facts">Names.</param>
    /// <param name="today">Today; its month is still running.</param>
    public static IReadOnlyList<PickupMonth> Of(StatisticsRows rows, PickupFacts facts, DateOnly today)
    {
        var known = rows.Counts.Concat(rows.Offers).Select(row => row.Month).Concat(rows.Loads.Select(load => load.Month)).ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0)
        {
            return [];
        }

        List<PickupMonth> months = [];
        var running = Name(today);
        var last = string.CompareOrdinal(known.Max(), running) > 0 ? known.Max()! : running; // a day called off may lie in a coming month
        for (var month = DateOnly.ParseExact(known.Min() + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture); string.CompareOrdinal(Name(month), last) <= 0; month = month.AddMonths(1))
        {
            var name = Name(month);
            var state = string.CompareOrdinal(name, running) >= 0 ? "running" : "complete";
            months.Add(known.Contains(name) ? Month(name, state, rows, facts) : new PickupMonth(name, "no-data", null, [], []));
        }

        months.Reverse();
        return months;
    }

    private static string Name(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static PickupMonth Month(string month, string state, StatisticsRows rows, PickupFacts facts)
    {
        var counts = rows.Counts.Where(row => row.Month == month).ToLookup(row => row.Township, StringComparer.Ordinal);
        var offers = rows.Offers.Where(row => row.Month == month).ToLookup(row => row.Township, StringComparer.Ordinal);
        string[] townships = [.. counts.Select(t => t.Key).Concat(offers.Select(t => t.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        long CountOf(string township, string what) => counts[township].Where(row => row.What == what).Sum(row => row.Bookings);
        Column Told(string what) => Column.Hiding([.. townships.Select(township => CountOf(township, what))]);
        var asked = Column.Hiding([.. townships.Select(township => offers[township].Sum(row => row.Bookings))]);
        var (all, partly, none, open, missed, postponed) =
            (Told("collected"), Told("partly-collected"), Told("not-collected"), Told("without-result"), Told("missed"), Told("postponed"));

        PickupCounts CountsAt(int i) => new(asked.Counts[i], Wait(asked.Counts[i], offers[townships[i]], 50), Wait(asked.Counts[i], offers[townships[i]], 90),
            all.Counts[i], partly.Counts[i], none.Counts[i], open.Counts[i], missed.Counts[i], postponed.Counts[i]);
        var district = new PickupCounts(asked.Total, Wait(asked.Total, offers.SelectMany(t => t), 50), Wait(asked.Total, offers.SelectMany(t => t), 90),
            all.Total, partly.Total, none.Total, open.Total, missed.Total, postponed.Total);
        return new PickupMonth(month, state, district,
            [.. townships.Select((code, i) => new TownshipCounts(code, facts.Geo.Township(code)?.Name ?? code, CountsAt(i)))],
            [.. rows.Loads.Where(load => load.Month == month).GroupBy(load => load.Stream, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(stream => Loads([.. stream], facts))]);
    }

    /// <summary>
    /// The percentile of waiting days by nearest rank: the smallest number of days that at least so many percent did not exceed; null when the count is hidden or nobody asked.
    /// </summary>
    public static int? Wait(long? told, IEnumerable<CountedBookings> offers, int percent)
    {
        var days = offers.Select(row => (Days: int.Parse(row.What, CultureInfo.InvariantCulture), row.Bookings)).OrderBy(row => row.Days).ToList();
        var rank = (long)Math.Ceiling(days.Sum(row => row.Bookings) * percent / 100m);
        foreach (var (day, bookings) in told is null or 0 ? [] : days)
        {
            rank -= bookings;
            if (rank <= 0)
            {
                return day;
            }
        }

        return null;
    }

    // One stream: its cells are township and centre; a volume is hidden with the number of bookings that it comes from.
    private static IEnumerable<LoadCounts> Loads(IReadOnlyList<CountedLoad> cells, PickupFacts facts)
    {
        var rounds = facts.Book.Rounds;
        var (code, name) = (cells[0].Stream, rounds.Stream(cells[0].Stream)?.Name ?? cells[0].Stream);
        var ordered = cells.OrderBy(cell => cell.Township, StringComparer.Ordinal).ThenBy(cell => cell.Centre, StringComparer.Ordinal).ToList();
        var told = Column.Hiding([.. ordered.Select(cell => cell.Bookings)]);
        yield return new LoadCounts(null, "全区", code, name, null, "合计", told.Total,
            told.Total is null ? null : Sum(cells, cell => cell.Litres) / 1000m, told.Total is null ? null : Sum(cells, cell => cell.Kilograms));
        foreach (var (cell, i) in ordered.Select((cell, i) => (cell, i)))
        {
            var hidden = told.Counts[i] is null;
            yield return new LoadCounts(cell.Township, cell.Township.Length == 0 ? SeveralTownships : facts.Geo.Township(cell.Township)?.Name ?? cell.Township, code, name, cell.Centre,
                cell.Centre switch { "" => NobodyWrote, "several" => SeveralCentres, _ => rounds.Centre(cell.Centre)?.Name ?? cell.Centre }, told.Counts[i], hidden ? null : cell.Litres / 1000m, hidden ? null : cell.Kilograms);
        }
    }

    // Null when nothing was measured at all: not known is not zero.
    private static long? Sum(IEnumerable<CountedLoad> cells, Func<CountedLoad, long?> amount) =>
        cells.Select(amount).OfType<long>().ToList() is { Count: > 0 } measured ? measured.Sum() : null;

    /// <summary>One measure over the townships, with what is hidden of it.</summary>
    private sealed record Column(IReadOnlyList<long?> Counts, long? Total)
    {
        public static Column Hiding(IReadOnlyList<long> counts) => new(SmallCounts.Hide(counts), SmallCounts.HideTotal(counts));
    }
}
