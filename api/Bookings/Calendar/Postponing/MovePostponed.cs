using System.Data.Common;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar.Postponing;

/// <summary>
/// Moves one booking of a called-off day. Every try is one transaction that moves it, or finds that there is nothing to move, or leaves everything as
/// it was: after a crash nothing is half done, and running again moves nothing twice.
/// </summary>
public static class MovePostponed
{
    /// <summary>What became of a booking.</summary>
    public enum End
    {
        /// <summary>It has a new day.</summary>
        Moved,

        /// <summary>No day has room: it waits, in state postponed.</summary>
        Waits,

        /// <summary>There was nothing to move: cancelled, amended, collected or moved by somebody else meanwhile, or the day is open again.</summary>
        Gone,
    }

    /// <summary>Moves it to the first slot with room. Between two bookings nothing is locked.</summary>
    public static async Task<End> RunAsync(string reference, Postponement postponement, RoomLedger ledger, BookingDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.Database.ReadAsync(c => BookingStore.FindAsync(c, reference), cancellationToken) is not { } booking)
        {
            return End.Gone;
        }

        var wish = PostponePlan.WishOf(booking, desk.Facts);
        foreach (var slot in NextSlots.After(booking.Slot, wish, desk.Facts.Book, desk.Facts.Holidays, desk.Clock.Now))
        {
            var place = booking.Place with { Slot = slot };
            if (!ledger.Fits(place))
            {
                continue;
            }

            var end = await desk.Database.WriteAsync(tx => TryAsync(tx, booking, slot, postponement, desk), cancellationToken);
            if (end == End.Gone)
            {
                return End.Gone;
            }

            ledger.Take(place); // moved there, or somebody else was quicker: either way it counts
            if (end == End.Moved)
            {
                return End.Moved;
            }
        }

        return await desk.Database.WriteAsync(tx => WaitAsync(tx, booking, postponement, desk), cancellationToken);
    }

    // Null when the slot has no room after all.
    private static async Task<End?> TryAsync(DbTransaction tx, StoredBooking booking, SlotId slot, Postponement postponement, BookingDesk desk)
    {
        if (await StillThereAsync(tx, booking, desk) is not { } found)
        {
            return End.Gone;
        }

        if (SlotCalendar.WhyNot(slot, PostponePlan.WishOf(found, desk.Facts), WithoutHorizon(desk.Facts.Book), desk.Facts.Holidays, desk.Clock.Now) is not null)
        {
            return null; // closed since the plan was made
        }

        if (await MoveBooking.PostponeToAsync(tx, found.Reference, slot, "dispatcher", postponement.Reason, desk) is null)
        {
            return null;
        }

        await PostponementStore.NoteMoveAsync(tx, postponement.Number, found.Reference, found.Slot, slot, desk.Clock.Now);
        return End.Moved;
    }

    private static async Task<End> WaitAsync(DbTransaction tx, StoredBooking booking, Postponement postponement, BookingDesk desk)
    {
        if (await StillThereAsync(tx, booking, desk) is not { } found)
        {
            return End.Gone;
        }

        var now = desk.Clock.Now;
        if (await BookingStore.ChangeStateAsync(tx, found, [BookingState.Booked, BookingState.Assigned], BookingState.Postponed, "dispatcher", now, postponement.Reason) is { } waiting)
        {
            await desk.Changes.NoteAsync(tx, new BookingChange(found, waiting, "postponed", "dispatcher", now, postponement.Reason));
            await PostponementStore.NoteMoveAsync(tx, postponement.Number, found.Reference, found.Slot, null, now);
        }

        return End.Waits;
    }

    // Fence first, then the address, then the booking: the order everybody keeps.
    private static async Task<StoredBooking?> StillThereAsync(DbTransaction tx, StoredBooking booking, BookingDesk desk)
    {
        await CalendarFence.PassAsync(tx, desk.Database.Dialect, desk.Facts);
        await Gate.PassAsync(tx, desk.Database.Dialect, "address " + booking.AddressKey);
        return await BookingStore.LockAsync(tx, desk.Database.Dialect, booking.Reference) is { } found && found.Slot == booking.Slot && BookingState.IsOpen(found.State)
            && desk.Facts.Book.Area(found.Slot.Area)?.ClosingOn(found.Slot.Date, found.Slot.Window) is { Kind: ClosingKind.Closed } ? found : null;
    }

    private static BulkyBook WithoutHorizon(BulkyBook book) => book with { Rules = book.Rules with { HorizonDays = 2 * 366 } };
}
