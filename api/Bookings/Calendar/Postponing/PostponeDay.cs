using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar.Postponing;

/// <summary>
/// Calls off windows of a day: closes them and starts moving their bookings to the next open days, in one transaction. From then on nobody can book
/// them, in any process; the moving itself is <see cref="PostponeRunner"/>'s, booking by booking.
/// </summary>
public static class PostponeDay
{
    /// <summary>Answers the number of the postponement of each area. Doing it again goes on with the same ones: bookings that moved stay where they are.</summary>
    public static Task<IReadOnlyList<long>> RunAsync(IReadOnlyList<SlotId> slots, string reason, string words, Actor actor, CalendarDesk desk, CancellationToken cancellationToken) =>
        desk.ChangeAsync<IReadOnlyList<long>>(
            async tx =>
            {
                var now = desk.Bookings.Clock.Now;
                await CloseSlots.CloseAsync(tx, slots, new SlotClosing(ClosingKind.Closed, reason, words, now));
                List<long> numbers = [];
                foreach (var day in slots.GroupBy(slot => (slot.Area, slot.Date)))
                {
                    List<SlotId> own = [.. day];
                    var number = await PostponementStore.StartAsync(tx, new Postponement(0, day.Key.Area, day.Key.Date, [.. own.Select(slot => slot.Window)], reason, words, false, actor.Name, now));
                    var booked = await CloseSlots.OpenBookingsAsync(tx.Connection!, own, tx);
                    await desk.Audit.NoteAsync(tx, actor, CalendarActions.Postponed, $"postponement {number}", $"{words}：{CloseSlots.Names(own, desk.Bookings.Facts)}；{booked} 个预约改期");
                    numbers.Add(number);
                }

                return numbers;
            },
            cancellationToken);
}
