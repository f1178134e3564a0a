using System.Data.Common;

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

    /// <summary>Runs a read; several may run at the same time, none sees an unfinished write.</summary>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>
    /// Runs a unit of work in one transaction and answers only when it is durable. On SQLite all writes pass one
    /// queue with group commit; on PostgreSQL each is its own transaction. An exception rolls back this unit alone.
    /// </summary>
    Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken);
}
