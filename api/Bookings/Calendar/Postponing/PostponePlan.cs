using System.Data.Common;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;

namespace Jizhou.Public.Api.Bookings.Calendar.Postponing;

/// <summary>Where the bookings of a day would go if it were called off now: on paper, nothing is written.</summary>
/// <param name="Bookings">How many open bookings stand on the slots.</param>
/// <param name="Assigned">Of these, how many are already in a truck's round.</param>
/// <param name="Targets">New slots with how many go there, in the order of the calendar.</param>
/// <param name="Without">How many find no day with room.</param>
public sealed record PostponePlan(int Bookings, int Assigned, IReadOnlyList<(SlotId Slot, int Bookings, int Litres)> Targets, int Without)
{
    /// <summary>The plan for slots of one area and day.</summary>
    public static async Task<PostponePlan> MakeAsync(DbConnection connection, IReadOnlyList<SlotId> slots, BookingDesk desk)
    {
        List<StoredBooking> bookings = [];
        foreach (var reference in await PostponementStore.BookingsOnAsync(connection, slots))
        {
            bookings.Add((await BookingStore.FindAsync(connection, reference))!);
        }

        var date = slots[0].Date;
        var ledger = await RoomLedger.ReadAsync(connection, desk.Facts, slots[0].Area, date, date.AddDays(2 * desk.Facts.Book.Rules.HorizonDays));
        return Of(bookings, ledger, desk.Facts, desk.Clock.Now);
    }

    /// <summary>The plan for bookings; pure. Who booked first chooses first.</summary>
    public static PostponePlan Of(IReadOnlyList<StoredBooking> bookings, RoomLedger ledger, PickupFacts facts, DateTimeOffset now)
    {
        Dictionary<SlotId, (int Bookings, int Litres)> targets = [];
        var without = 0;
        foreach (var booking in bookings.OrderBy(booking => booking.CreatedAt).ThenBy(booking => booking.Reference, StringComparer.Ordinal))
        {
            var to = NextSlots.After(booking.Slot, WishOf(booking, facts), facts.Book, facts.Holidays, now)
                .Select(slot => booking.Place with { Slot = slot }).FirstOrDefault(ledger.Fits);
            if (to is null)
            {
                without++;
                continue;
            }

            ledger.Take(to);
            var (count, litres) = targets.GetValueOrDefault(to.Slot);
            targets[to.Slot] = (count + 1, litres + booking.Litres);
        }

        var order = facts.Book.Rules.Windows.Select((window, index) => (window.Code, index)).ToDictionary(window => window.Code, window => window.index, StringComparer.Ordinal);
        return new PostponePlan(bookings.Count, bookings.Count(booking => booking.State == BookingState.Assigned),
            [.. targets.OrderBy(target => target.Key.Date).ThenBy(target => order.GetValueOrDefault(target.Key.Window)).Select(target => (target.Key, target.Value.Bookings, target.Value.Litres))], without);
    }

    /// <summary>What a stored booking asks of a day.</summary>
    public static SlotWish WishOf(StoredBooking booking, PickupFacts facts) => facts.WishOf(facts.Booker(booking.Class) ?? facts.Book.DefaultClass, booking.Shares);
}
