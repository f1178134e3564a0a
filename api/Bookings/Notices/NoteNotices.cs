using System.Data.Common;
using Jizhou.Public.Api.Bookings.Notices.Outbox;

namespace Jizhou.Public.Api.Bookings.Notices;

/// <summary>Writes what must be told into the outbox, in the transaction of the change itself.</summary>
public sealed class NoteNotices(NoticePlan plan) : IBookingObserver
{
    /// <inheritdoc />
    public async Task NoteAsync(DbTransaction transaction, BookingChange change)
    {
        if (change.What is "amended" or "cancelled" && NoticePlan.IsKnownToResident(change))
        {
            await OutboxStore.DropCallsAsync(transaction, change.After.Reference, "居民自己改了", change.At);
        }

        await OutboxStore.InsertAsync(transaction, plan.Of(change), change.At);
    }
}
