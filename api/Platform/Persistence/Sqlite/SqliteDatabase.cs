using System.Data.Common;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.Data.Sqlite;

namespace Jizhou.Public.Api.Platform.Persistence.Sqlite;

/// <summary>The embedded database: pooled readers and one <see cref="WriteQueue"/>.</summary>
public sealed class SqliteDatabase(SqliteFolder folder, int queueCapacity) : IDatabase, IAsyncDisposable
{
    private readonly string _reading = SqliteConnections.Reading(folder);
    private readonly WriteQueue _writes = new(folder, queueCapacity);

    /// <inheritdoc />
    public Dialect Dialect => Dialect.Sqlite;

    /// <inheritdoc />
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(_reading);
            await connection.OpenAsync(cancellationToken);
            return await read(connection);
        }
        catch (SqliteException failure) when (SqliteFaults.IsStorage(failure))
        {
            throw new RefusedException(PlatformRefusals.StorageGone(), failure);
        }
    }

    /// <inheritdoc />
    public Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken)
        => _writes.EnqueueAsync(write, cancellationToken);

    /// <summary>Finishes the writes that stand in the queue and closes every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writes.DisposeAsync();
        using var pooled = new SqliteConnection(_reading);
        SqliteConnection.ClearPool(pooled);
    }
}
