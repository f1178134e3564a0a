using System.Data.Common;
using Jizhou.Public.Api.Bookings.Reservations;

namespace Jizhou.Public.Api.Bookings;

/// <summary>Something that happened to a booking, inside the transaction in which it happened.</summary>
/// <param name="Before">The booking before; null for a new one.</param>
/// <param name="After">The booking as it is now. Its sequence is the change's number in the history.</param>
/// <param name="What">booked, amended, cancelled, assigned, unassigned, postponed, collected, partly-collected, not-collected, missed-reported or discrepancy.</param>
/// <param name="By">resident, phone, agent, crew, dispatcher or job.</param>
/// <param name="At">When it happened.</param>
/// <param name="Reason">Code of why; null when none is given.</param>
public sealed record BookingChange(StoredBooking? Before, StoredBooking After, string What, string By, DateTimeOffset At, string? Reason);

/// <summary>Learns of every change of a booking in its transaction: what it writes is kept exactly when the change is.</summary>
public interface IBookingObserver
{
    /// <summary>Writes what follows from the change. An exception undoes the change as well.</summary>
    Task NoteAsync(DbTransaction transaction, BookingChange change);
}

/// <summary>The one door through which changes of bookings go: history first, then everybody who must know.</summary>
public sealed class BookingChanges(IEnumerable<IBookingObserver> observers)
{
    private readonly IReadOnlyList<IBookingObserver> _observers = [.. observers];

    /// <summary>Notes a change that was made in this transaction.</summary>
    public async Task NoteAsync(DbTransaction transaction, BookingChange change)
    {
        await BookingStore.NoteAsync(transaction, change);
        foreach (var observer in _observers)
        {
            await observer.NoteAsync(transaction, change);
        }
    }
}
