using System.Data.Common;
using System.Globalization;
using Dapper;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Bookings.Statistics;

/// <summary>Counts, in the transaction of a change, what could not be told from the bookings later: the first date offered, and days that were called off.</summary>
public sealed class NoteStatistics(PickupFacts facts) : IBookingObserver
{
    private static readonly IReadOnlyDictionary<SlotId, Taken> Nothing = new Dictionary<SlotId, Taken>();

    /// <inheritdoc />
    public Task NoteAsync(DbTransaction transaction, BookingChange change) => change switch
    {
        { What: "booked" } => NoteOfferAsync(transaction, change),

        // One that already waits for a day was counted when its day was called off.
        { What: "postponed", Before: { State: not BookingState.Postponed } before } => transaction.Connection!.ExecuteAsync("""
            INSERT INTO booking_called_off (month, township, bookings) VALUES (@month, @township, 1)
            ON CONFLICT (month, township) DO UPDATE SET bookings = booking_called_off.bookings + 1
            """, new { month = Month(before.Slot.Date), township = Township(before) }, transaction),
        _ => Task.CompletedTask,
    };

    private async Task NoteOfferAsync(DbTransaction transaction, BookingChange change)
    {
        var (book, holidays, booking) = (facts.Book, facts.Holidays, change.After);
        if (book.Area(booking.Slot.Area) is not { } area || book.Class(booking.Class) is not { } booker)
        {
            return; // content changed under the hold: there is nothing to compare with
        }

        var wish = new SlotWish(booker, [.. booking.Services.Select(book.Service).OfType<Jizhou.Public.Content.Bulky.PickupService>()]);
        var asked = change.At.ToOffset(JizhouClock.Offset);
        var today = DateOnly.FromDateTime(asked.DateTime);
        var days = FirstOffer.Days(book, area, wish, holidays, Nothing, asked, booking.Slot.Date, booking.Litres);
        if (today.AddDays(days) < booking.Slot.Date)
        {
            // Something earlier was taken, or was passed over: only then the slots must be asked.
            var taken = await SlotStore.TakenAsync(transaction.Connection!, area.Code, today, booking.Slot.Date, transaction);
            days = FirstOffer.Days(book, area, wish, holidays, taken, asked, booking.Slot.Date, booking.Litres);
        }

        await transaction.Connection!.ExecuteAsync("""
            INSERT INTO booking_offer (month, township, days, bookings) VALUES (@month, @township, @days, 1)
            ON CONFLICT (month, township, days) DO UPDATE SET bookings = booking_offer.bookings + 1
            """, new { month = Month(today), township = Township(booking), days }, transaction);
    }

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Township(StoredBooking booking) => booking.Village[..9];
}
