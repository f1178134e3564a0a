using System.Data.Common;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings;

/// <summary>Something that happened to a booking, inside the transaction in which it happened.</summary>
/// <param name="Before">The booking before; null for a new one.</param>
/// <param name="After">The booking as it is now. Its sequence is the change's number in the history.</param>
/// <param name="What">booked, amended, cancelled, assigned, unassigned, postponed, collected, partly-collected, not-collected, missed-reported or discrepancy.</param>
/// <param name="By">resident, phone, agent, crew, dispatcher or job.</param>
/// <param name="At">When it happened.</param>
/// <param name="Reason">Code of why; null when none is given.</param>
public sealed record BookingChange(StoredBooking? Before, StoredBooking After, string What, string By, DateTimeOffset At, string? Reason)
{
    /// <summary>For a new booking, days from asking to the first date that had room, looked up before its transaction; null otherwise.</summary>
    public int? DaysToFirstOffer { get; init; }
}

/// <summary>Learns of every change of a booking in its transaction: what it writes is kept exactly when the change is.</summary>
public interface IBookingObserver
{
    /// <summary>Writes what follows from the change. An exception undoes the change as well.</summary>
    /// <param name="transaction">For what must be read or decided now.</param>
    /// <param name="change">What happened.</param>
    /// <param name="writes">For what only has to be written: it goes to the database together with the change.</param>
    Task NoteAsync(DbTransaction transaction, BookingChange change, Batch writes);
}

/// <summary>The one door through which changes of bookings go: history first, then everybody who must know.</summary>
public sealed class BookingChanges(IEnumerable<IBookingObserver> observers)
{
    private readonly IReadOnlyList<IBookingObserver> _observers = [.. observers];

    /// <summary>Notes a change that was made in this transaction.</summary>
    public Task NoteAsync(DbTransaction transaction, BookingChange change) => NoteAsync(transaction, change, new Batch(transaction));

    /// <summary>The same, together with writes of the change itself that wait in a batch; runs it.</summary>
    public async Task NoteAsync(DbTransaction transaction, BookingChange change, Batch writes)
    {
        BookingStore.Note(writes, change);
        foreach (var observer in _observers)
        {
            await observer.NoteAsync(transaction, change, writes);
        }

        await writes.RunAsync();
    }
}
