using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Npgsql;

namespace Jizhou.Public.Api.Platform.Persistence.Postgres;

/// <summary>Migrates PostgreSQL under an advisory lock: of several nodes that start together, one does it.</summary>
public sealed class PostgresStart(PostgresDatabase database) : IDatabaseStart
{
    private const long MigrationLock = 120_119; // the district's code, so that it collides with nobody else's lock

    /// <summary>Several servers may share one PostgreSQL: nothing to claim.</summary>
    public void ClaimForServer()
    {
    }

    /// <inheritdoc />
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
            await connection.ExecuteAsync("SELECT pg_advisory_lock(@MigrationLock)", new { MigrationLock });
            foreach (var script in await Migration.PendingAsync(connection, SchemaScripts.Of(Dialect.Postgres)))
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await Migration.ApplyAsync(transaction, script);
                await transaction.CommitAsync(cancellationToken);
            }

            await connection.ExecuteAsync("SELECT pg_advisory_unlock(@MigrationLock)", new { MigrationLock });
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
        {
            throw new StartFailedException(
                $"无法启动：连不上 PostgreSQL 或不能建表（{failure.Message}）。",
                "Mend: check Storage:ConnectionString, and that the server runs and lets this user create tables.",
                failure);
        }
    }
}
