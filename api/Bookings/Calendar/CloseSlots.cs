using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Holds;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>Closes windows of a day, or stops further bookings for them. What is booked stays where it is: they are moved by postponing the day.</summary>
public static class CloseSlots
{
    /// <summary>Closes or stops, at once and on every node; answers how many open bookings stand on the slots.</summary>
    public static Task<int> RunAsync(IReadOnlyList<SlotId> slots, ClosingKind kind, string reason, string words, Actor actor, CalendarDesk desk, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            async tx =>
            {
                await CloseAsync(tx, slots, new SlotClosing(kind, reason, words, desk.Bookings.Clock.Now));
                var booked = await OpenBookingsAsync(tx.Connection!, slots, tx);
                await desk.Audit.NoteAsync(tx, actor, CalendarActions.Closed, Subject(slots), $"{(kind == ClosingKind.Stopped ? "不再接受预约" : words)}：{Names(slots, desk.Bookings.Facts)}；已有预约 {booked} 个");
                return booked;
            },
            cancellationToken);

    /// <summary>
    /// Writes the decision. Times that somebody is just filling in the form for are given back when the slot is closed: confirming them then
    /// leads back to the dates. All hold rows are locked before any slot, which is the order everybody keeps.
    /// </summary>
    public static async Task CloseAsync(DbTransaction tx, IReadOnlyList<SlotId> slots, SlotClosing closing)
    {
        foreach (var slot in slots)
        {
            await CalendarStore.CloseAsync(tx, slot, closing);
        }

        if (closing.Kind == ClosingKind.Closed)
        {
            List<StoredHold> held = [];
            foreach (var slot in slots)
            {
                foreach (var hold in await HoldStore.HeldOnAsync(tx, slot))
                {
                    if (await HoldStore.ChangeAsync(tx, hold.Id, "expired", "held"))
                    {
                        held.Add(hold);
                    }
                }
            }

            foreach (var hold in held.OrderBy(hold => hold.Slot.ToString(), StringComparer.Ordinal))
            {
                await SlotStore.ReleaseAsync(tx, hold.Place);
            }
        }
    }

    /// <summary>How many open bookings stand on slots.</summary>
    public static async Task<int> OpenBookingsAsync(DbConnection connection, IReadOnlyList<SlotId> slots, DbTransaction? transaction = null)
    {
        var count = 0L;
        foreach (var slot in slots)
        {
            count += await connection.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM booking WHERE day = @day AND area = @Area AND part = @Window AND state IN ('booked', 'assigned', 'postponed')",
                new { day = SlotStore.Day(slot.Date), slot.Area, slot.Window }, transaction);
        }

        return (int)count;
    }

    /// <summary>The slots as the log names them.</summary>
    public static string Subject(IReadOnlyList<SlotId> slots) => slots.Count == 0 ? "" : $"{string.Join('、', slots.Select(slot => slot.Area).Distinct(StringComparer.Ordinal))} {slots[0].Date:yyyy-MM-dd}";

    /// <summary>The slots as people name them: 12月3日 北部山区片 上午、下午.</summary>
    public static string Names(IReadOnlyList<SlotId> slots, PickupFacts facts) => string.Join('；', slots.GroupBy(slot => (slot.Area, slot.Date)).Select(day =>
        $"{day.Key.Date:M月d日} {facts.Book.Area(day.Key.Area)?.Name ?? day.Key.Area} {string.Join('、', day.Select(slot => facts.Book.Rules.Window(slot.Window)?.Name ?? slot.Window))}"));
}
