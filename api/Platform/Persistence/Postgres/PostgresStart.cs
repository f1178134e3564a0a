using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Npgsql;

namespace Jizhou.Public.Api.Platform.Persistence.Postgres;

/// <summary>Migrates PostgreSQL under an advisory lock: of several nodes that start together, one does it.</summary>
public sealed class PostgresStart(PostgresDatabase database, IBeforeMigration? before = null) : IDatabaseStart
{
    /// <summary>Held while the schema is made, migrated or restored.</summary>
    public const long MigrationLock = 120_119; // the district's code, so that it collides with nobody else's lock

    /// <summary>Several servers may share one PostgreSQL: nothing to claim.</summary>
    public void ClaimForServer()
    {
    }

    /// <summary>PostgreSQL's own vacuum frees old rows; its log runs out by its own settings (see the runbook).</summary>
    public Task TidyAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
            await connection.ExecuteAsync("SELECT pg_advisory_lock(@MigrationLock)", new { MigrationLock });
            var pending = await Migration.PendingAsync(connection, SchemaScripts.Of(Dialect.Postgres));
            if (before is not null && pending.Count > 0 && await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM schema_version") > 0)
            {
                await before.KeepAsync(pending[0].Version, cancellationToken);
            }

            foreach (var script in pending)
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
