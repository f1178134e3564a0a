using System.Data.Common;
using System.Globalization;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>A slot as the console draws it.</summary>
/// <param name="Slot">Area, date and window.</param>
/// <param name="Window">The window.</param>
/// <param name="Capacity">What it takes.</param>
/// <param name="Taken">What is taken, holds included.</param>
/// <param name="Closing">What operators decided; null when nothing.</param>
/// <param name="Bookings">Open bookings on it.</param>
/// <param name="Waiting">Of these, called off and without a new day.</param>
public sealed record SlotLoad(SlotId Slot, PickupWindow Window, SlotCapacity Capacity, Taken Taken, SlotClosing? Closing, int Bookings, int Waiting)
{
    /// <summary>The fuller of the two dimensions, in percent; never above 100.</summary>
    public int Percent => (int)Math.Min(100, Math.Max(100L * Taken.Stops / Capacity.Stops, 100L * Taken.Litres / Capacity.Litres));

    /// <summary>Does no truck go out?</summary>
    public bool IsClosed => Closing?.Kind == ClosingKind.Closed;

    /// <summary>Does it take no more bookings, while what is booked is collected?</summary>
    public bool IsStopped => Closing?.Kind == ClosingKind.Stopped;
}

/// <summary>A day with its slots.</summary>
/// <param name="Day">What the day is.</param>
/// <param name="Slots">One a window, in the order of the day.</param>
public sealed record DayLoad(AreaDay Day, IReadOnlyList<SlotLoad> Slots);

/// <summary>Reads what is booked of an area, day by day.</summary>
public static class AreaMonth
{
    /// <summary>The days from one to another, both included.</summary>
    public static async Task<IReadOnlyList<DayLoad>> ReadAsync(DbConnection connection, PickupFacts facts, ServiceArea area, DateOnly from, DateOnly to)
    {
        var taken = await SlotStore.TakenAsync(connection, area.Code, from, to);
        var bookings = (await connection.QueryAsync<(string Slot, long All, long Waiting)>("""
            SELECT slot, COUNT(*), SUM(CASE WHEN state = 'postponed' THEN 1 ELSE 0 END) FROM booking
            WHERE area = @Code AND day >= @from AND day <= @to AND state IN ('booked', 'assigned', 'postponed') GROUP BY slot
            """, new { area.Code, from = SlotStore.Day(from), to = SlotStore.Day(to) })).ToDictionary(row => row.Slot, StringComparer.Ordinal);
        var (book, holidays) = (facts.Book, facts.Holidays);
        return [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(i => from.AddDays(i)).Select(date => new DayLoad(
            AreaDay.Of(book.Rules, area, holidays, date),
            [.. book.Rules.Windows.Select(window =>
            {
                var slot = new SlotId(area.Code, date, window.Code);
                var (_, all, waiting) = bookings.GetValueOrDefault(slot.ToString());
                return new SlotLoad(slot, window, area.CapacityOn(date, window.Code), taken.GetValueOrDefault(slot), area.ClosingOn(date, window.Code), (int)all, (int)waiting);
            })]))];
    }

    /// <summary>The days among some on which open bookings stand, with their number.</summary>
    public static async Task<IReadOnlyList<(DateOnly Date, int Bookings)>> BookedOnAsync(DbConnection connection, IReadOnlyCollection<DateOnly> days)
    {
        if (days.Count == 0)
        {
            return [];
        }

        var rows = await connection.QueryAsync<(string Day, long Count)>(
            "SELECT day, COUNT(*) FROM booking WHERE day >= @from AND day <= @to AND state IN ('booked', 'assigned') GROUP BY day ORDER BY day",
            new { from = SlotStore.Day(days.Min()), to = SlotStore.Day(days.Max()) });
        return [.. rows.Select(row => (DateOnly.ParseExact(row.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), (int)row.Count)).Where(row => days.Contains(row.Item1))];
    }
}
