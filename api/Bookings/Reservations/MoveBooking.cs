using System.Data.Common;
using Jizhou.Public.Api.Bookings.Slots;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>Moves a booking to another slot of its area without its resident asking: a day was called off. For a resident's wish see <see cref="AmendBooking"/>.</summary>
public static class MoveBooking
{
    /// <summary>
    /// Takes the new slot and gives back the old one together; the moved booking, or null when the new slot has no room or the booking is no longer open.
    /// The caller rolls back on null only if it has written something itself: nothing was taken then (a label's number may be left out). Notes the change as <c>postponed</c>.
    /// </summary>
    /// <param name="tx">The transaction; it has passed the gate of the booking's address.</param>
    /// <param name="reference">The booking.</param>
    /// <param name="to">A slot of the same area that the calendar offers.</param>
    /// <param name="by">dispatcher or job.</param>
    /// <param name="reason">Code of why the day was called off.</param>
    /// <param name="desk">What decides.</param>
    public static async Task<StoredBooking?> PostponeToAsync(DbTransaction tx, string reference, SlotId to, string by, string? reason, BookingDesk desk)
    {
        var now = desk.Clock.Now;
        if (await BookingStore.LockAsync(tx, desk.Database.Dialect, reference) is not { } booking || !BookingState.IsOpen(booking.State) || to.Area != booking.Slot.Area)
        {
            return null;
        }

        var moved = await OntoAsync(tx, booking, to, by, desk) with
        {
            PostponedFrom = booking.PostponedFrom ?? booking.Slot.Date,
            Reason = reason,
            Sequence = booking.Sequence + 1,
        };
        await SlotStore.LockEarlierAsync(tx, desk.Database.Dialect, booking.Place, to);
        if (!await SlotStore.TakeAsync(tx, booking.Place with { Slot = to }, desk.Facts.RoomOf(to)))
        {
            return null;
        }

        await SlotStore.ReleaseAsync(tx, booking.Place);
        if (!await BookingStore.ChangeAsync(tx, booking, moved, now))
        {
            throw new InvalidOperationException($"the locked booking {booking.Label} changed");
        }

        await desk.Changes.NoteAsync(tx, new BookingChange(booking, moved, "postponed", by, now, reason));
        return moved;
    }

    /// <summary>The booking as it stands on another slot: booked again, with a label of its new day. Takes nothing and writes nothing but the label's number.</summary>
    internal static async Task<StoredBooking> OntoAsync(DbTransaction tx, StoredBooking booking, SlotId slot, string by, BookingDesk desk) => booking with
    {
        Slot = slot,
        State = BookingState.Booked,
        StateBy = by,
        Reason = null,
        MissedAt = null, // a report belongs to the day it was made for
        Label = slot.Date == booking.Slot.Date ? booking.Label : await LabelAsync(tx, booking, slot.Date, desk),
    };

    private static async Task<string> LabelAsync(DbTransaction tx, StoredBooking booking, DateOnly date, BookingDesk desk) =>
        desk.Facts.Village(booking.Village) is { } village
            ? ConfirmBooking.LabelOf(village, date, await BookingStore.NextLabelAsync(tx, village.Township.Code, date))
            : booking.Label;
}
