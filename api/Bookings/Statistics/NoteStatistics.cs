using System.Data.Common;
using System.Globalization;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Statistics;

/// <summary>Counts, in the transaction of a change, what could not be told from the bookings later: the first date offered, and days that were called off.</summary>
public sealed class NoteStatistics : IBookingObserver
{
    /// <inheritdoc />
    public Task NoteAsync(DbTransaction transaction, BookingChange change, Batch writes)
    {
        switch (change)
        {
            // Without days content changed under the hold: there is nothing to compare with.
            case { What: "booked", DaysToFirstOffer: { } days }:
                writes.Do("""
                    INSERT INTO booking_offer (month, township, days, bookings) VALUES (@month, @township, @days, 1)
                    ON CONFLICT (month, township, days) DO UPDATE SET bookings = booking_offer.bookings + 1
                    """, ("month", Month(DateOnly.FromDateTime(change.At.ToOffset(JizhouClock.Offset).DateTime))), ("township", Township(change.After)), ("days", days));
                break;

            // One that already waits for a day was counted when its day was called off.
            case { What: "postponed", Before: { State: not BookingState.Postponed } before }:
                writes.Do("""
                    INSERT INTO booking_called_off (month, township, bookings) VALUES (@month, @township, 1)
                    ON CONFLICT (month, township) DO UPDATE SET bookings = booking_called_off.bookings + 1
                    """, ("month", Month(before.Slot.Date)), ("township", Township(before)));
                break;
        }

        return Task.CompletedTask;
    }

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Township(StoredBooking booking) => booking.Village[..9];
}
