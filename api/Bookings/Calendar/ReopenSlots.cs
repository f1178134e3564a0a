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

                opened += isForgotten || isClosedByContent ? 1 : 0;
            }

            await desk.Audit.NoteAsync(tx, actor, CalendarActions.Reopened, CloseSlots.Subject(slots), $"恢复收运：{CloseSlots.Names(slots, desk.Bookings.Facts)}");
            return opened;
        },
        cancellationToken);
}
