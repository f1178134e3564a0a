using System.Data.Common;
using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Notices;

/// <summary>Writes what must be told into the outbox, in the transaction of the change itself.</summary>
public sealed class NoteNotices(NoticePlan plan) : IBookingObserver
{
    /// <inheritdoc />
    public Task NoteAsync(DbTransaction transaction, BookingChange change, Batch writes)
    {
        if (change.What is "amended" or "cancelled" && NoticePlan.IsKnownToResident(change))
        {
            OutboxStore.DropCalls(writes, change.After.Reference, "居民自己改了", change.At);
        }

        OutboxStore.Insert(writes, plan.Of(change), change.At);
        return Task.CompletedTask;
    }
}
