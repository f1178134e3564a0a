using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>
/// Keeps bookings and changes of the calendar apart, in every process: whoever takes a slot passes the fence first, and then decides by
/// the calendar as it is now; whoever changes the calendar closes it, so that nobody decides by the old one any more once the change is
/// committed. On PostgreSQL an advisory lock, shared by those who pass; on SQLite one writer is enough.
/// </summary>
public static class CalendarFence
{
    private const string PassLock = $"SELECT pg_advisory_xact_lock_shared(hashtextextended('{CalendarStore.Topic}', 0))";

    /// <summary>Passes the fence: afterwards <paramref name="facts"/> hold what is committed. Call it before any other lock, and decide after it.</summary>
    public static async Task PassAsync(DbTransaction transaction, Dialect dialect, PickupFacts facts)
    {
        if (dialect == Dialect.Postgres)
        {
            await transaction.Open().ExecuteAsync(PassLock, transaction: transaction);
        }

        await RenewAsync(transaction, facts);
    }

    /// <summary>The same within a batch. Once it has run, <c>RenewAsync</c> with the answer brings the facts up to what is committed; only then decide.</summary>
    public static Answer<long> Pass(Batch batch, Dialect dialect)
    {
        if (dialect == Dialect.Postgres)
        {
            batch.Ask(PassLock, _ => true, false);
        }

        return CalendarStore.Version(batch);
    }

    /// <summary>Brings the facts up to a version that was read behind the fence.</summary>
    public static async Task RenewAsync(DbTransaction transaction, PickupFacts facts, Answer<long> version)
    {
        if (version.Value != facts.CalendarVersion)
        {
            facts.Replace(await CalendarStore.ReadAsync(transaction.Open(), transaction));
        }
    }

    /// <summary>Closes the fence until the transaction ends. Call it first in a transaction that changes the calendar.</summary>
    public static async Task CloseAsync(DbTransaction transaction, Dialect dialect, PickupFacts facts)
    {
        await Gate.PassAsync(transaction, dialect, CalendarStore.Topic);
        await RenewAsync(transaction, facts);
    }

    private static async Task RenewAsync(DbTransaction transaction, PickupFacts facts)
    {
        if (await CalendarStore.VersionAsync(transaction.Open(), transaction) != facts.CalendarVersion)
        {
            facts.Replace(await CalendarStore.ReadAsync(transaction.Open(), transaction));
        }
    }
}
