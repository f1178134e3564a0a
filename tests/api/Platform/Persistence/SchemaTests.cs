using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Persistence.Postgres;
using Jizhou.Public.Api.Platform.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Jizhou.Public.ApiTests.Platform.Persistence;

/// <summary>The two dialects make the same tables; migration is repeatable, locked and forward only.</summary>
public sealed class SchemaTests(PostgresServer postgres) : IClassFixture<PostgresServer>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-schema-").FullName;

    [Fact]
    public void Both_dialects_have_the_same_scripts()
    {
        var sqlite = SchemaScripts.Of(Dialect.Sqlite).Select(script => script.Name).ToList();
        Assert.NotEmpty(sqlite);
        Assert.Equal(sqlite, SchemaScripts.Of(Dialect.Postgres).Select(script => script.Name));
        Assert.Equal(sqlite.Count, SchemaScripts.Of(Dialect.Sqlite).Select(script => script.Version).Distinct().Count());
    }

    [Fact]
    public async Task Both_dialects_make_the_same_tables()
    {
        var sqlite = await MigrateSqliteAsync();
        await using var lite = new SqliteConnection($"Data Source={sqlite.File};Pooling=false");
        var connectionString = await postgres.NewDatabaseAsync();
        await using var database = new PostgresDatabase(connectionString);
        await new PostgresStart(database).MigrateAsync(default);
        await using var great = new NpgsqlConnection(connectionString);

        var expected = (await SqliteColumnsAsync(lite)).ToList();
        Assert.Contains("change_feed.version integer required", expected);
        Assert.Equal(expected, await PostgresColumnsAsync(great));
        Assert.Equal(await SqliteIndexesAsync(lite), await PostgresIndexesAsync(great));
    }

    [Fact]
    public async Task Several_nodes_that_start_together_migrate_once()
    {
        var connectionString = await postgres.NewDatabaseAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var database = new PostgresDatabase(connectionString);
            await new PostgresStart(database).MigrateAsync(default);
        }));
        await using var connection = new NpgsqlConnection(connectionString);
        Assert.Equal(SchemaScripts.Of(Dialect.Postgres).Count, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM schema_version"));
    }

    [Fact]
    public async Task A_second_migration_does_nothing_and_a_later_one_keeps_a_copy()
    {
        var folder = await MigrateSqliteAsync();
        await MigrateSqliteAsync();
        var last = SchemaScripts.Of(Dialect.Sqlite)[^1];
        Assert.False(File.Exists(folder.BackupBefore(last.Version)));

        await using (var connection = new SqliteConnection($"Data Source={folder.File};Pooling=false"))
        {
            // As a database that was made before the platform's key ring came along.
            await connection.ExecuteAsync("DELETE FROM schema_version WHERE version = 2; DROP TABLE key_ring; INSERT INTO change_feed VALUES ('kept', 7)");
        }

        await MigrateSqliteAsync();
        await using var copy = new SqliteConnection($"Data Source={folder.BackupBefore(2)};Pooling=false;Mode=ReadOnly");
        Assert.Equal(7, await copy.ExecuteScalarAsync<int>("SELECT version FROM change_feed WHERE topic = 'kept'"));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_on_both()
    {
        var connectionString = await postgres.NewDatabaseAsync();
        await using var database = new PostgresDatabase(connectionString);
        await new PostgresStart(database).MigrateAsync(default);
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.ExecuteAsync("INSERT INTO schema_version VALUES (999, '999-future.sql')");
        var refusal = await Assert.ThrowsAsync<StartFailedException>(() => new PostgresStart(database).MigrateAsync(default));
        Assert.Contains("999", refusal.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<SqliteFolder> MigrateSqliteAsync()
    {
        var folder = new SqliteFolder(_folder);
        using var start = new SqliteStart(folder);
        await start.MigrateAsync(default);
        return folder;
    }

    private static async Task<IEnumerable<string>> SqliteColumnsAsync(SqliteConnection connection)
    {
        var rows = await connection.QueryAsync<(string Table, string Column, string Type, bool Required)>("""
            SELECT m.name, c.name, lower(c.type), c."notnull" OR c.pk > 0 FROM sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
            """);
        return rows.Select(row => Line(row.Table, row.Column, row.Type, row.Required)).Order(StringComparer.Ordinal);
    }

    private static async Task<IEnumerable<string>> PostgresColumnsAsync(NpgsqlConnection connection)
    {
        var rows = await connection.QueryAsync<(string Table, string Column, string Type, bool Required)>("""
            SELECT table_name, column_name, data_type, is_nullable = 'NO' FROM information_schema.columns WHERE table_schema = 'public'
            """);
        return rows.Select(row => Line(row.Table, row.Column, row.Type switch
        {
            "bigint" or "smallint" => "integer",
            "double precision" or "numeric" => "real",
            "bytea" => "blob",
            _ => row.Type,
        }, row.Required)).Order(StringComparer.Ordinal);
    }

    private static async Task<IEnumerable<string>> SqliteIndexesAsync(SqliteConnection connection)
        => (await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")).Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> PostgresIndexesAsync(NpgsqlConnection connection)
        => (await connection.QueryAsync<string>("""
            SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE '%\_pkey' AND indexname NOT LIKE '%\_key'
            """)).Order(StringComparer.Ordinal);

    private static string Line(string table, string column, string type, bool required)
        => $"{table}.{column} {type}{(required ? " required" : "")}";
}
