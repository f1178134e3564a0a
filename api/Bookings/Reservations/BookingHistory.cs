using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Calendar;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>One thing that happened to a booking, as its resident reads it.</summary>
/// <param name="At">When.</param>
/// <param name="What">booked, amended, cancelled, assigned, unassigned, postponed, collected, partly-collected, not-collected, missed-reported or discrepancy.</param>
/// <param name="By">resident, phone, agent, crew, dispatcher or job.</param>
/// <param name="Slot">For when it was booked afterwards.</param>
/// <param name="Reason">Code of why; null when none was given.</param>
/// <param name="ReasonText">The reason in words.</param>
/// <param name="Advice">What can be done now; null when there is nothing to say.</param>
public sealed record HistoryEntry(DateTimeOffset At, string What, string By, SlotView Slot, string? Reason, string? ReasonText, string? Advice);

/// <summary>The history of a booking. It holds no personal data.</summary>
public static class BookingHistory
{
    /// <summary>The entries, the oldest first.</summary>
    public static async Task<IReadOnlyList<HistoryEntry>> ReadAsync(DbConnection connection, string reference, PickupFacts facts)
    {
        var rows = await connection.QueryAsync<Row>("""
            SELECT at AS At, what AS What, by_whom AS By, slot AS Slot, reason AS Reason FROM booking_history WHERE reference = @reference ORDER BY sequence
            """, new { reference });
        return [.. rows.Select(row => Entry(row, facts))];
    }

    /// <summary>A reason in words, and what can be done; a reason that content does not know is told as it was written.</summary>
    public static (string? Text, string? Advice) Words(string? reason, PickupFacts facts) =>
        facts.Book.Rounds.Reason(reason) is { } known ? (known.Name, known.Advice) : (ClosingReasons.NameOf(reason) ?? reason, null);

    private static HistoryEntry Entry(Row row, PickupFacts facts)
    {
        var (text, advice) = Words(row.Reason, facts);
        var slot = SlotId.TryParse(row.Slot, out var id) ? id : throw new InvalidDataException($"broken slot id {row.Slot}");
        return new HistoryEntry(DateTimeOffset.FromUnixTimeMilliseconds(row.At).ToOffset(JizhouClock.Offset), row.What, row.By, SlotView.Of(slot, facts), row.Reason, text, advice);
    }

    private sealed record Row(long At, string What, string By, string Slot, string? Reason);
}
