using Microsoft.Data.Sqlite;

namespace Jizhou.Public.Api.Platform.Persistence.Sqlite;

/// <summary>Which SQLite errors are the disk's or the lock's fault and not the statement's.</summary>
public static class SqliteFaults
{
    /// <summary>Busy, locked, read-only, I/O error, full, cannot open: the client may try the same again later.</summary>
    public static bool IsStorage(SqliteException failure) => failure.SqliteErrorCode is 5 or 6 or 8 or 10 or 13 or 14;
}
