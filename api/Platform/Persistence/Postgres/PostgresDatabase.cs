using System.Data.Common;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Npgsql;

namespace Jizhou.Public.Api.Platform.Persistence.Postgres;

/// <summary>The database for several nodes: pooled connections, each unit of work its own transaction.</summary>
public sealed class PostgresDatabase(string connectionString) : IDatabase, IAsyncDisposable
{
    /// <summary>The pool; connections are opened at first use.</summary>
    public NpgsqlDataSource Source { get; } = Create(connectionString);

    /// <inheritdoc />
    public Dialect Dialect => Dialect.Postgres;

    /// <inheritdoc />
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
        => GuardedAsync(async () =>
        {
            await using var connection = await Source.OpenConnectionAsync(cancellationToken);
            return await read(connection);
        });

    /// <inheritdoc />
    public Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken)
        => GuardedAsync(async () =>
        {
            await using var connection = await Source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await write(transaction);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        });

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private static async Task<T> GuardedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NpgsqlException failure) when (failure.IsTransient || failure is not PostgresException || IsEnding(failure))
        {
            throw new RefusedException(PlatformRefusals.StorageGone(), failure);
        }
    }

    // What Npgsql calls passing holds a server that is being stopped, has crashed, starts or has no room on its disk (57P01 to 57P03, 53100), but not this.
    private static bool IsEnding(NpgsqlException failure) => failure.SqlState is PostgresErrorCodes.DatabaseDropped;

    // The text is not repeated: it may hold a password.
    private static NpgsqlDataSource Create(string connectionString)
    {
        try
        {
            // Statements are prepared by themselves once they have been seen, unless the string says otherwise (a pooler in between may not allow it). A connection
            // goes back to the pool as it is: nothing here sets anything on a connection that outlives its transaction.
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            settings.MaxAutoPrepare = settings.ShouldSerialize("Max Auto Prepare") ? settings.MaxAutoPrepare : 200;
            settings.AutoPrepareMinUsages = 2;
            settings.NoResetOnClose = true;
            return NpgsqlDataSource.Create(settings);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            throw new StartFailedException(
                "无法启动：Storage:Provider 是 postgres，但 Storage:ConnectionString 没有写或写得不对。",
                "Mend: set Storage:ConnectionString to \"Host=…;Database=…;Username=…;Password=…\".",
                failure);
        }
    }
}
