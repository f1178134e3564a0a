using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>Open bookings of a day on which no truck goes out: it was closed without postponing, became a holiday, or no day had room.</summary>
/// <param name="Area">Code of the area.</param>
/// <param name="Date">The day.</param>
/// <param name="Bookings">How many.</param>
public sealed record StrandedDay(string Area, DateOnly Date, int Bookings);

/// <summary>Finds stranded bookings and says so on the start page, so that nobody waits in vain.</summary>
public sealed class StrandedBookings(BookingDesk desk) : IConsoleWarnings
{
    /// <summary>The days from today on, and called-off days of the past whose bookings still wait.</summary>
    public static async Task<IReadOnlyList<StrandedDay>> FindAsync(DbConnection connection, PickupFacts facts, DateOnly today)
    {
        var rows = await connection.QueryAsync<(string Slot, string Services, string State, long Count)>("""
            SELECT slot, services, state, COUNT(*) FROM booking WHERE state = 'postponed' OR (state IN ('booked', 'assigned') AND day >= @today) GROUP BY slot, services, state
            """, new { today = SlotStore.Day(today) });
        return [.. rows.Select(row => (Slot: SlotId.TryParse(row.Slot, out var slot) ? slot : default, row.Services, row.State, row.Count))
            .Where(row => row.State == "postponed" || IsStranded(row.Slot, row.Services, facts))
            .GroupBy(row => (row.Slot.Area, row.Slot.Date)).OrderBy(day => day.Key.Date).ThenBy(day => day.Key.Area, StringComparer.Ordinal)
            .Select(day => new StrandedDay(day.Key.Area, day.Key.Date, (int)day.Sum(row => row.Count)))];
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<ConsoleWarning>> NowAsync(CancellationToken cancellationToken) =>
        [.. (await desk.Database.ReadAsync(c => FindAsync(c, desk.Facts, desk.Clock.Today), cancellationToken)).Select(day => new ConsoleWarning(
            $"{day.Date:M月d日} {desk.Facts.Book.Area(day.Area)?.Name ?? day.Area} 不收运，还有 {day.Bookings} 个预约在等新的日子。", Pages.EditDay.Address(day.Area, day.Date), "去看这一天", CalendarRoles.Postpone))];

    private static bool IsStranded(SlotId slot, string services, PickupFacts facts)
    {
        if (facts.Book.Area(slot.Area) is not { } area)
        {
            return true;
        }

        var decided = area.ClosingOn(slot.Date, slot.Window)?.Kind;
        return decided == ClosingKind.Closed || AreaDay.Of(facts.Book.Rules, area, facts.Holidays, slot.Date).Kind switch
        {
            AreaDayKind.Closed => decided != ClosingKind.Open,
            AreaDayKind.Holiday => !services.Split(',').All(code => facts.Book.Service(code)?.OnHolidays == true),
            AreaDayKind.NotCollected => true,
            _ => false,
        };
    }
}
