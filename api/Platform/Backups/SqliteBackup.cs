using System.IO.Compression;
using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence.Sqlite;
using Jizhou.Public.Api.Platform.Security;
using Microsoft.Data.Sqlite;

namespace Jizhou.Public.Api.Platform.Backups;

/// <summary>Backups of the embedded database, by SQLite's own online backup: readers and the writer go on.</summary>
public sealed class SqliteBackup(SqliteFolder folder, KeyFolder keys, TimeProvider time) : IBackup
{
    private const string EntryName = "jizhou.db";

    /// <inheritdoc />
    public string Provider => "sqlite";

    private string Aside => Path.Combine(folder.Path, "jizhou-before-restore.db");

    /// <inheritdoc />
    public async Task<(long Bytes, string Sha256)> WriteAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(folder.File))
        {
            throw new StartFailedException($"数据文件夹 {folder.Path} 里没有数据库，没有备份。", "There is no database here: name its folder with --Storage:DataFolder FOLDER.");
        }

        var ring = KeyRingFile.Load(keys);
        var copy = path + ".copy";
        try
        {
            await using (BackupFile.Create(copy))
            {
                // made first, so that nobody but its owner may ever read it
            }

            var schema = await CopyAsync(copy, cancellationToken);
            return await BackupFile.WriteAsync(
                path,
                add => add(EntryName, async entry =>
                {
                    await using var file = File.OpenRead(copy);
                    await file.CopyToAsync(entry, cancellationToken);
                }),
                sha256 => new BackupManifest(1, Provider, schema, time.GetUtcNow().ToOffset(JizhouClock.Offset), ring.Fingerprint, [.. ring.DataKeys.Keys.Select(id => (int)id).Order()], sha256));
        }
        catch (SqliteException failure)
        {
            throw new StartFailedException($"备份没有写成：{failure.Message}。", "Mend: see that there is room for a copy of the database beside the file, then try again.", failure);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <inheritdoc />
    public async Task<string?> RestoreAsync(ZipArchive zip, BackupManifest manifest, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder.Path);
        using var claim = Claim();
        var incoming = Path.Combine(folder.Path, "jizhou-incoming.db");
        await using (var file = BackupFile.Create(incoming))
        {
            await using var entry = await BackupFile.Data(zip).Single(e => e.FullName == EntryName).OpenAsync(cancellationToken);
            await entry.CopyToAsync(file, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        await CheckAsync(incoming);
        var had = File.Exists(folder.File);
        if (had)
        {
            await SetAsideAsync();
        }

        File.Move(incoming, folder.File);
        return had ? $"原来的数据库留在 {Aside}；确认无误后请删除它（the old database is kept there: delete it when all is well）。" : null;
    }

    private static async Task CheckAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync();
        if (await connection.ExecuteScalarAsync<string>("PRAGMA integrity_check") != "ok")
        {
            throw new StartFailedException("备份里的数据库不完好，没有恢复。", "The database inside the backup is damaged: take another one.");
        }
    }

    private async Task<IReadOnlyList<int>> CopyAsync(string to, CancellationToken cancellationToken)
    {
        await using var source = new SqliteConnection($"Data Source={folder.File};Mode=ReadWrite;Pooling=false");
        await source.OpenAsync(cancellationToken);
        await using var target = new SqliteConnection($"Data Source={to};Pooling=false");
        await target.OpenAsync(cancellationToken);
        source.BackupDatabase(target);
        await target.ExecuteAsync("PRAGMA journal_mode=DELETE"); // one file, no log beside it
        return [.. await target.QueryAsync<int>("SELECT version FROM schema_version ORDER BY version")];
    }

    // What stands in the log is written into the file first: it is all that is kept.
    private async Task SetAsideAsync()
    {
        await using (var connection = new SqliteConnection($"Data Source={folder.File};Pooling=false"))
        {
            await connection.OpenAsync();
            await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE");
        }

        File.Move(folder.File, Aside, overwrite: true);
    }

    private FileStream Claim()
    {
        try
        {
            return new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure)
        {
            throw new StartFailedException($"一个服务正在使用数据文件夹 {folder.Path}，没有恢复。", "A server uses this data folder: stop it first.", failure);
        }
    }
}
