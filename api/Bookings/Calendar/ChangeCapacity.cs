using System.Data.Common;
using System.Globalization;
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

    /// <summary>A slot on which more is taken than was wanted, as a whole or of a service's share.</summary>
    /// <param name="Slot">The slot.</param>
    /// <param name="Taken">What is taken, with what is held while forms are filled in.</param>
    /// <param name="Shares">The services that would have more than their share of the new volume.</param>
    public sealed record Over(SlotId Slot, SlotAmount Taken, IReadOnlyList<OverShare> Shares)
    {
        /// <summary>The smallest capacity in which everything that is taken has its place.</summary>
        public SlotAmount Needed => Taken with { Litres = Math.Max(Taken.Litres, Shares.Select(share => share.NeededLitres).DefaultIfEmpty(0).Max()) };
    }

    /// <summary>A service that has more than its share.</summary>
    /// <param name="Service">The service.</param>
    /// <param name="Litres">What is taken of it.</param>
    /// <param name="MostLitres">Its share of the wanted volume.</param>
    public sealed record OverShare(PickupService Service, int Litres, int MostLitres)
    {
        /// <summary>The smallest volume of a slot of which it may fill so much.</summary>
        public int NeededLitres => (int)(((Litres * 100L) + Service.SharePercent - 1) / Service.SharePercent);
    }

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
                var kept = new SlotAmount(Math.Max(one.Needed.Stops, wish.Amount.Stops), Math.Max(one.Needed.Litres, wish.Amount.Litres));
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
        // A year ahead is more than anybody can book.
        var taken = await SlotStore.TakenAsync(tx.Connection!, wish.Area, desk.Clock.Today, desk.Clock.Today.AddDays(366), tx);
        var ownNumbers = desk.Facts.Book.Area(wish.Area)!.Changes.OnDates;
        return [.. taken.Where(one => one.Key.Window == wish.Window)
            .Where(one => wish.Date is { } date ? one.Key.Date == date : one.Key.Date.DayOfWeek == wish.Weekday && !ownNumbers.ContainsKey((one.Key.Date, wish.Window)))
            .Select(one => new Over(one.Key, new SlotAmount(one.Value.Stops, one.Value.Litres), OverShares(one.Value, wish.Amount, desk.Facts.Book)))
            .Where(over => over.Taken.Stops > wish.Amount.Stops || over.Taken.Litres > wish.Amount.Litres || over.Shares.Count > 0)
            .OrderBy(over => over.Slot.Date)];
    }

    private static List<OverShare> OverShares(Taken taken, SlotAmount wanted, BulkyBook book) => [.. book.Services
        .Select(service => new OverShare(service, taken.Shares?.GetValueOrDefault(service.Code) ?? 0, service.LitresOf(new SlotCapacity(wanted.Stops, wanted.Litres))))
        .Where(share => share.Litres > share.MostLitres)];

    private static string Summary(Wish wish, IReadOnlyList<Over> over) => string.Create(CultureInfo.InvariantCulture,
        $"{wish.Area} {wish.Day} {wish.Window} 每个时段 {wish.Amount.Stops} 户、{wish.Amount.Litres / 1000m:0.###} 立方米") + (over.Count == 0 ? "" : $"；{over.Count} 个时段已约满更多，改为停约");
}
