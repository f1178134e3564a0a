using System.Data.Common;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Platform.Persistence;

/// <summary>The two kinds of SQL the project speaks.</summary>
public enum Dialect
{
    /// <summary>The embedded default: one process, one writer.</summary>
    Sqlite,

    /// <summary>For several nodes.</summary>
    Postgres,
}

/// <summary>
/// The one seam between features and the database: features write Dapper calls against an open connection and
/// never see which server answers, except through <see cref="Dialect"/> where the SQL must differ.
/// </summary>
public interface IDatabase
{
    /// <summary>Which SQL this database speaks.</summary>
    Dialect Dialect { get; }

    /// <summary>
    /// Runs a read; several may run at the same time, each statement sees only finished writes. Refuses with
    /// <see cref="PlatformRefusals.StorageUnavailable"/> when the database is gone.
    /// </summary>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>
    /// Runs a unit of work in one transaction and answers only when it is durable. On SQLite all writes pass one
    /// queue with group commit; on PostgreSQL each is its own transaction. An exception rolls back this unit alone.
    /// The unit must not commit, roll back or write again from inside. Refuses with <see cref="PlatformRefusals.Busy"/>
    /// when the queue is full.
    /// </summary>
    Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken);
}

/// <summary>Short forms of <see cref="IDatabase"/>.</summary>
public static class DatabaseExtensions
{
    /// <summary>A unit of work that answers nothing.</summary>
    public static Task WriteAsync(this IDatabase database, Func<DbTransaction, Task> write, CancellationToken cancellationToken)
        => database.WriteAsync(
            async transaction =>
            {
                await write(transaction);
                return true;
            },
            cancellationToken);

    /// <summary>The open connection of a transaction that has not ended.</summary>
    public static DbConnection Open(this DbTransaction transaction)
        => transaction.Connection ?? throw new InvalidOperationException("The transaction has ended: a unit of work must not commit or roll back itself.");
}
