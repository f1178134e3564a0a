using System.IO.Compression;
using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Persistence.Postgres;
using Jizhou.Public.Api.Platform.Security;
using Npgsql;

#pragma warning disable S2077 // the names are those of our own tables and columns, as the database tells them

namespace Jizhou.Public.Api.Platform.Backups;

/// <summary>
/// Backups of PostgreSQL: every table by COPY out of one snapshot, so that they agree with each other. Our own and not pg_dump, because it needs no
/// program of the server's version beside ours, and because one file with one manifest is restored by one command on both databases.
/// </summary>
public sealed class PostgresBackup(PostgresDatabase database, KeyFolder keys, TimeProvider time) : IBackup
{
    private const string AsideSchema = "before_restore";

    /// <inheritdoc />
    public string Provider => "postgres";

    /// <inheritdoc />
    public Task<(long Bytes, string Sha256)> WriteAsync(string path, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        await connection.ExecuteAsync("SET TRANSACTION READ ONLY");
        var tables = await TablesAsync(connection);
        if (!tables.Contains("schema_version", StringComparer.Ordinal))
        {
            throw new StartFailedException("这个数据库是空的，没有备份。", "There is nothing in this database: check Storage:ConnectionString.");
        }

        var ring = KeyRingFile.Load(keys);
        var schema = (await connection.QueryAsync<int>("SELECT version FROM schema_version ORDER BY version")).ToList();
        return await BackupFile.WriteAsync(
            path,
            async add =>
            {
                foreach (var table in tables)
                {
                    await add($"{table}.copy", entry => CopyOutAsync(connection, table, entry, cancellationToken));
                }
            },
            sha256 => new BackupManifest(1, Provider, schema, time.GetUtcNow().ToOffset(JizhouClock.Offset), ring.Fingerprint, [.. ring.DataKeys.Keys.Select(id => (int)id).Order()], sha256));
    });

    /// <inheritdoc />
    public Task<string?> RestoreAsync(ZipArchive zip, BackupManifest manifest, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@Lock)", new { Lock = PostgresStart.MigrationLock }); // a server that starts now waits
        var others = await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'");
        if (others > 0)
        {
            throw new StartFailedException($"还有 {others} 个连接在使用这个数据库，没有恢复。", "Servers are still connected to this database: stop them first.");
        }

        var had = await SetAsideAsync(connection);
        await connection.ExecuteAsync("CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)");
        foreach (var script in SchemaScripts.Of(Dialect.Postgres).Where(script => manifest.Schema.Contains(script.Version)))
        {
            await connection.ExecuteAsync(script.Sql);
        }

        var tables = await TablesAsync(connection);
        await connection.ExecuteAsync($"TRUNCATE {string.Join(", ", tables.Select(Quoted))}");
        foreach (var entry in BackupFile.Data(zip))
        {
            var table = tables.Single(name => $"{name}.copy" == entry.FullName);
            await CopyInAsync(connection, table, entry, cancellationToken);
        }

        await CountOnAsync(connection);
        await transaction.CommitAsync(cancellationToken);
        return had ? $"原来的表移到了模式 {AsideSchema}；确认无误后请删除：DROP SCHEMA {AsideSchema} CASCADE（the old tables are kept there: drop it when all is well）。" : null;
    });

    private static async Task<IReadOnlyList<string>> TablesAsync(NpgsqlConnection connection) =>
        [.. await connection.QueryAsync<string>("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name")];

    private static async Task<string> ColumnsAsync(NpgsqlConnection connection, string table) => string.Join(", ", (await connection.QueryAsync<string>(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = @table AND is_generated = 'NEVER' ORDER BY column_name", new { table })).Select(Quoted));

    private static async Task CopyOutAsync(NpgsqlConnection connection, string table, Stream entry, CancellationToken cancellationToken)
    {
        var columns = await ColumnsAsync(connection, table);
        await using var text = new StreamWriter(entry, leaveOpen: true) { NewLine = "\n" };
        await text.WriteLineAsync(columns);
        using var rows = await connection.BeginTextExportAsync($"COPY {Quoted(table)} ({columns}) TO STDOUT", cancellationToken);
        var piece = new char[1 << 15];
        while (await rows.ReadAsync(piece, cancellationToken) is var read and > 0)
        {
            await text.WriteAsync(piece.AsMemory(0, read), cancellationToken);
        }
    }

    private static async Task CopyInAsync(NpgsqlConnection connection, string table, ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        await using var stream = await entry.OpenAsync(cancellationToken);
        using var text = new StreamReader(stream);
        var columns = await text.ReadLineAsync(cancellationToken);
        await using var rows = await connection.BeginTextImportAsync($"COPY {Quoted(table)} ({columns}) FROM STDIN", cancellationToken);
        var piece = new char[1 << 15];
        while (await text.ReadAsync(piece, cancellationToken) is var read and > 0)
        {
            await rows.WriteAsync(piece.AsMemory(0, read), cancellationToken);
        }
    }

    // Numbers that the database gives out go on after the highest that came back.
    private static async Task CountOnAsync(NpgsqlConnection connection)
    {
        var counters = (await connection.QueryAsync<(string Table, string Column)>(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'YES'")).ToList();
        foreach (var (table, column) in counters)
        {
            await connection.ExecuteAsync(
                $"SELECT setval(pg_get_serial_sequence('public.{table}', '{column}'), COALESCE(MAX({Quoted(column)}), 0) + 1, false) FROM {Quoted(table)}");
        }
    }

    private static async Task<bool> SetAsideAsync(NpgsqlConnection connection)
    {
        var tables = await TablesAsync(connection);
        if (tables.Count == 0)
        {
            return false;
        }

        await connection.ExecuteAsync($"DROP SCHEMA IF EXISTS {AsideSchema} CASCADE; CREATE SCHEMA {AsideSchema}");
        foreach (var table in tables)
        {
            await connection.ExecuteAsync($"ALTER TABLE {Quoted(table)} SET SCHEMA {AsideSchema}");
        }

        return true;
    }

    // Names come from the database's own catalogue or our own scripts.
    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task<T> GuardedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NpgsqlException failure)
        {
            throw new StartFailedException($"PostgreSQL 没有答应（{failure.Message}）。", "Check Storage:ConnectionString, and that this user owns the database.", failure);
        }
    }
}
