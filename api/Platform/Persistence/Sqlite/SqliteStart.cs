using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Microsoft.Data.Sqlite;

namespace Jizhou.Public.Api.Platform.Persistence.Sqlite;

/// <summary>Creates, locks and migrates the embedded database; every failure is told in one line.</summary>
public sealed class SqliteStart(SqliteFolder folder) : IDatabaseStart, IDisposable
{
    private const string Mend = "Mend: give this user read and write access to the folder, or choose another with --Storage:DataFolder FOLDER.";

    private FileStream? _lock;

    /// <inheritdoc />
    public void ClaimForServer()
    {
        CreateFolder();
        try
        {
            // FileShare.None is an advisory lock of the operating system: it ends with the process, even after kill -9.
            _lock = new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (failure.HResult == WouldBlock)
        {
            throw new StartFailedException(
                $"无法启动：另一个服务正在使用数据文件夹 {folder.Path}。",
                "Another server uses this data folder: stop it, or start with --Storage:DataFolder OTHER.",
                failure);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw Unusable(failure);
        }
    }

    /// <inheritdoc />
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        CreateFolder();
        try
        {
            await using var connection = new SqliteConnection(SqliteConnections.Writing(folder));
            await connection.OpenAsync(cancellationToken);
            await SqliteConnections.PrepareWriterAsync(connection);
            await MigrateAsync(connection);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is 11 or 26)
        {
            throw new StartFailedException(
                $"无法启动：{folder.File} 不是完好的数据库文件。",
                "The database file is damaged: restore a backup or move the file away.",
                failure);
        }
        catch (SqliteException failure)
        {
            throw Unusable(failure);
        }
    }

    /// <summary>Empties the write-ahead log into the file, where erased bytes are zeroed. A reader at that moment puts it off until the next time.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(SqliteConnections.Writing(folder));
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <inheritdoc />
    public void Dispose() => _lock?.Dispose();

    // EAGAIN as .NET reports it for a refused file lock on Linux; 0x80070020 is Windows' sharing violation.
    private static int WouldBlock => OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : 11;

    private async Task MigrateAsync(SqliteConnection connection)
    {
        var pending = await Migration.PendingAsync(connection, SchemaScripts.Of(Dialect.Sqlite));
        if (pending.Count > 0 && await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM schema_version") > 0)
        {
            var backup = folder.BackupBefore(pending[0].Version);
            File.Delete(backup);
            await connection.ExecuteAsync("VACUUM INTO @backup", new { backup });
        }

        foreach (var script in pending)
        {
            await using var transaction = connection.BeginTransaction(deferred: false);
            var known = await connection.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM schema_version WHERE version = @Version", new { script.Version }, transaction);
            if (known == 0)
            {
                await Migration.ApplyAsync(transaction, script);
            }

            await transaction.CommitAsync();
        }
    }

    private void CreateFolder()
    {
        try
        {
            Directory.CreateDirectory(folder.Path);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw Unusable(failure);
        }
    }

    private StartFailedException Unusable(Exception failure)
        => new($"无法启动：数据文件夹 {folder.Path} 不能读写（{failure.Message}）。", Mend, failure);
}
