using System.Data.Common;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>What everybody who changes the calendar needs at hand.</summary>
/// <param name="Bookings">Facts, database, clock.</param>
/// <param name="Feed">Tells every node.</param>
/// <param name="Audit">Who did what.</param>
public sealed record CalendarDesk(BookingDesk Bookings, IChangeFeed Feed, AuditLog Audit)
{
    /// <summary>
    /// Changes the calendar in one transaction: bookings wait at the fence, the facts are those in force, and afterwards this node has the
    /// new ones and the others follow; none of them books by the old ones.
    /// </summary>
    public Task<T> ChangeAsync<T>(Func<DbTransaction, Task<T>> change, CancellationToken cancellationToken) => Feed.ChangeAsync(
        CalendarStore.Topic,
        async tx =>
        {
            await CalendarFence.CloseAsync(tx, Bookings.Database.Dialect, Bookings.Facts);
            return await change(tx);
        },
        cancellationToken);
}
