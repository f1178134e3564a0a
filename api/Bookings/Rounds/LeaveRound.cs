using System.Data.Common;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Rounds;

/// <summary>Takes a booking out of its round when it moved, was amended or was called off, in the same transaction: no crew drives to a door where nobody waits.</summary>
public sealed class LeaveRound(IServiceProvider services) : IBookingObserver
{
    private static readonly string[] Leaving = ["amended", "cancelled", "postponed"];

    /// <inheritdoc />
    public async Task NoteAsync(DbTransaction transaction, BookingChange change, Batch writes)
    {
        if (!Leaving.Contains(change.What, StringComparer.Ordinal) || !await RoundStore.LeaveAsync(transaction, change.After.Reference, change.At))
        {
            return;
        }

        // It waits for a truck again. The door for changes itself is asked for late: it knows this observer.
        if (change.After.State == BookingState.Assigned
            && await BookingStore.ChangeStateAsync(transaction, change.After, [BookingState.Assigned], BookingState.Booked, "job", change.At, null) is { } open)
        {
            await services.GetRequiredService<BookingChanges>().NoteAsync(transaction, new BookingChange(change.After, open, "unassigned", "job", change.At, null));
        }
    }
}
