using System.Data.Common;
using Jizhou.Public.Api.Bookings.Calendar.Postponing;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>Opens windows again that were closed or stopped, also where content closes the day.</summary>
public static class ReopenSlots
{
    /// <summary>Opens them at once and on every node; answers how many were not open before.</summary>
    public static Task<int> RunAsync(IReadOnlyList<SlotId> slots, Actor actor, CalendarDesk desk, CancellationToken cancellationToken) => desk.ChangeAsync(
        async tx =>
        {
            var opened = 0;
            foreach (var slot in slots)
            {
                var isForgotten = await CalendarStore.ReopenAsync(tx, slot);
                var isClosedByContent = desk.Bookings.Facts.Book.Rules.ClosedDays.ContainsKey(slot.Date);
                if (isClosedByContent)
                {
                    await CalendarStore.CloseAsync(tx, slot, new SlotClosing(ClosingKind.Open, ClosingReasons.Reopened, "", desk.Bookings.Clock.Now));
                }

                await ReturnWaitingAsync(tx, slot, desk.Bookings);
                opened += isForgotten || isClosedByContent ? 1 : 0;
            }

            await desk.Audit.NoteAsync(tx, actor, CalendarActions.Reopened, CloseSlots.Subject(slots), $"恢复收运：{CloseSlots.Names(slots, desk.Bookings.Facts)}");
            return opened;
        },
        cancellationToken);

    // Those that were called off and found no other day have one again: their own, whose place they kept.
    private static async Task ReturnWaitingAsync(DbTransaction tx, SlotId slot, BookingDesk desk)
    {
        foreach (var reference in await PostponementStore.BookingsOnAsync(tx.Connection!, [slot]))
        {
            var now = desk.Clock.Now;
            if (await BookingStore.LockAsync(tx, desk.Database.Dialect, reference) is { } booking
                && await BookingStore.ChangeStateAsync(tx, booking, [BookingState.Postponed], BookingState.Booked, "dispatcher", now, null) is { } returned)
            {
                await desk.Changes.NoteAsync(tx, new BookingChange(booking, returned, "amended", "dispatcher", now, ClosingReasons.Reopened));
            }
        }
    }
}
