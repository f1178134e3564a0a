using Dapper;
using Microsoft.Data.Sqlite;

namespace Jizhou.Public.Api.Platform.Persistence.Sqlite;

/// <summary>How connections to the embedded database are opened.</summary>
public static class SqliteConnections
{
    /// <summary>For the one writer: not pooled, because it lives as long as the program.</summary>
    public static string Writing(SqliteFolder folder) => new SqliteConnectionStringBuilder
    {
        DataSource = folder.File,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Pooling = false,
        ForeignKeys = true,
    }.ToString();

    /// <summary>For readers: pooled and unable to write.</summary>
    public static string Reading(SqliteFolder folder) => new SqliteConnectionStringBuilder
    {
        DataSource = folder.File,
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = true,
    }.ToString();

    /// <summary>
    /// Write-ahead log, so that readers never wait; FULL, so that an acknowledged write survives a power cut. What a group of 32 units touches must fit into the cache
    /// (32 MiB) and its savepoints into memory, or SQLite writes it twice; the log is emptied every 4,000 pages (16 MiB), a thousand are little more than one group.
    /// </summary>
    public static Task PrepareWriterAsync(SqliteConnection connection)
        => connection.ExecuteAsync("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=4000;");
}
