using System.Data.Common;
using System.Globalization;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>Changes what a window takes, on one date or on every such weekday; never below what is taken.</summary>
public static class ChangeCapacity
{
    /// <summary>What is wanted.</summary>
    /// <param name="Area">Code of the area.</param>
    /// <param name="Date">The date; null for a weekday.</param>
    /// <param name="Weekday">The weekday, when no date is given.</param>
    /// <param name="Window">Code of the window.</param>
    /// <param name="Amount">What it shall take.</param>
    public sealed record Wish(string Area, DateOnly? Date, DayOfWeek Weekday, string Window, SlotAmount Amount)
    {
        /// <summary>How it stands in the database.</summary>
        public string Day => Date is { } date ? CalendarStore.DayKey(date) : CalendarStore.DayKey(Weekday);
    }

    /// <summary>A slot on which more is taken than was wanted.</summary>
    /// <param name="Slot">The slot.</param>
    /// <param name="Taken">What is taken, with what is held while forms are filled in.</param>
    public sealed record Over(SlotId Slot, SlotAmount Taken);

    /// <summary>
    /// Changes it at once and on every node. Where more is taken, nothing changes and the slots are answered; with <paramref name="stop"/> these
    /// keep what they have and take no more bookings, and the rest changes.
    /// </summary>
    public static Task<IReadOnlyList<Over>> RunAsync(Wish wish, bool stop, Actor actor, CalendarDesk desk, CancellationToken cancellationToken) => desk.ChangeAsync<IReadOnlyList<Over>>(
        async tx =>
        {
            var over = await OverAsync(tx, wish, desk.Bookings);
            if (over.Count > 0 && !stop)
            {
                return over;
            }

            var now = desk.Bookings.Clock.Now;
            if (wish.Date is null || over.Count == 0)
            {
                await CalendarStore.SetCapacityAsync(tx, wish.Area, wish.Day, wish.Window, wish.Amount, now);
            }

            foreach (var one in over)
            {
                var kept = new SlotAmount(Math.Max(one.Taken.Stops, wish.Amount.Stops), Math.Max(one.Taken.Litres, wish.Amount.Litres));
                await CalendarStore.SetCapacityAsync(tx, wish.Area, CalendarStore.DayKey(one.Slot.Date), wish.Window, kept, now);
                await CalendarStore.CloseAsync(tx, one.Slot, new SlotClosing(ClosingKind.Stopped, ClosingReasons.Stopped, StoppedWords, now));
            }

            await desk.Audit.NoteAsync(tx, actor, CalendarActions.CapacityChanged, $"{wish.Area} {wish.Day} {wish.Window}", Summary(wish, over));
            return over;
        },
        cancellationToken);

    /// <summary>Gives a date or weekday back what it ordinarily takes, under the same condition; answers the slots on which more is taken, and then nothing has changed.</summary>
    public static Task<IReadOnlyList<Over>> ForgetAsync(Wish wish, Actor actor, CalendarDesk desk, CancellationToken cancellationToken) => desk.ChangeAsync(
        async tx =>
        {
            var area = desk.Bookings.Facts.Book.Area(wish.Area)!;
            var weekday = area.Changes.OnWeekdays.GetValueOrDefault(((wish.Date?.DayOfWeek ?? wish.Weekday), wish.Window), new SlotAmount(area.Capacity.Stops, area.Capacity.Litres));
            var ordinary = wish with { Amount = wish.Date is null ? new SlotAmount(area.Capacity.Stops, area.Capacity.Litres) : weekday };
            var over = await OverAsync(tx, ordinary, desk.Bookings);
            if (over.Count == 0 && await CalendarStore.ForgetCapacityAsync(tx, wish.Area, wish.Day, wish.Window))
            {
                await desk.Audit.NoteAsync(tx, actor, CalendarActions.CapacityChanged, $"{wish.Area} {wish.Day} {wish.Window}", $"恢复平常的容量：{Summary(ordinary, [])}");
            }

            return over;
        },
        cancellationToken);

    /// <summary>What residents read of a slot that takes no more bookings.</summary>
    public const string StoppedWords = "这个时段不再接受新的预约";

    private static async Task<IReadOnlyList<Over>> OverAsync(DbTransaction tx, Wish wish, BookingDesk desk)
    {
        var today = SlotStore.Day(desk.Clock.Today);
        var rows = await tx.Connection!.QueryAsync<(string Slot, long Stops, long Litres)>("""
            SELECT slot, stops_taken, litres_taken FROM booking_slot
            WHERE area = @Area AND part = @Window AND day >= @today AND (stops_taken > @stops OR litres_taken > @litres) ORDER BY day
            """, new { wish.Area, wish.Window, today, stops = wish.Amount.Stops, litres = wish.Amount.Litres }, tx);
        var ownNumbers = desk.Facts.Book.Area(wish.Area)!.Changes.OnDates;
        return [.. rows.Select(row => new Over(SlotId.TryParse(row.Slot, out var slot) ? slot : default, new SlotAmount((int)row.Stops, (int)row.Litres)))
            .Where(one => wish.Date is { } date ? one.Slot.Date == date : one.Slot.Date.DayOfWeek == wish.Weekday && !ownNumbers.ContainsKey((one.Slot.Date, wish.Window)))];
    }

    private static string Summary(Wish wish, IReadOnlyList<Over> over) => string.Create(CultureInfo.InvariantCulture,
        $"{wish.Area} {wish.Day} {wish.Window} 每个时段 {wish.Amount.Stops} 户、{wish.Amount.Litres / 1000m:0.###} 立方米") + (over.Count == 0 ? "" : $"；{over.Count} 个时段已约满更多，改为停约");
}
