using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Platform.Backups;

/// <summary><c>-- backup FILE</c> and <c>-- restore FILE</c>. Neither migrates: a backup before an upgrade is of the old schema.</summary>
public static class BackupCommands
{
    /// <summary>How it is written.</summary>
    public const string BackupUsage = "backup FILE";

    /// <summary>How it is written.</summary>
    public const string RestoreUsage = "restore FILE";

    /// <summary>Writes a backup beside running servers.</summary>
    public static async Task<int> BackupAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var path = FileOf(words, BackupUsage);
        var (bytes, sha256) = await services.GetRequiredService<IBackup>().WriteAsync(path, cancellationToken);
        await NoteAsync(services, path, bytes, sha256, cancellationToken);
        Console.WriteLine($"已备份到 {path}，{bytes} 字节，SHA-256 {sha256}（backed up）。");
        Console.WriteLine($"密钥不在备份里：请另外备份 {services.GetRequiredService<KeyFolder>().Path}，并和备份分开存放（the keys are not in the backup: keep them apart）。");
        return 0;
    }

    /// <summary>Puts a backup in the place of the database, once it is sure that this program and these keys can read it.</summary>
    public static async Task<int> RestoreAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var path = FileOf(words, RestoreUsage);
        var backup = services.GetRequiredService<IBackup>();
        var (zip, manifest) = await BackupFile.OpenAsync(path);
        await using (zip)
        {
            CheckFits(manifest, backup.Provider);
            CheckKeys(manifest, services.GetRequiredService<KeyFolder>());
            var aside = await backup.RestoreAsync(zip, manifest, cancellationToken);
            Console.WriteLine($"已恢复 {manifest.At:yyyy-MM-dd HH:mm} 的备份（restored）。启动服务时会升到这个程序的版本。");
            Console.WriteLine("密钥不在备份里，用的是密钥文件夹里的密钥，和备份相符（the keys are not in the backup; those in the key folder fit it）。");
            Console.WriteLine("备份之后才到期、已删除的个人信息又回来了：启动后请运行一次 erase-expired（run erase-expired once）。");
            if (aside is not null)
            {
                Console.WriteLine(aside);
            }
        }

        return 0;
    }

    private static string FileOf(IReadOnlyList<string> words, string usage) => words is [{ Length: > 0 } path] && !path.StartsWith('-')
        ? Path.GetFullPath(path)
        : throw new StartFailedException("命令写得不对：应写一个文件名。", $"Usage: {usage}");

    private static void CheckFits(BackupManifest manifest, string provider)
    {
        if (manifest.Provider != provider)
        {
            throw new StartFailedException($"这是 {manifest.Provider} 的备份，现在设的是 {provider}，没有恢复。", $"Start with --Storage:Provider {manifest.Provider}.");
        }

        var known = SchemaScripts.Of(provider == "sqlite" ? Dialect.Sqlite : Dialect.Postgres).Select(script => script.Version).ToHashSet();
        if (manifest.Schema.Any(version => !known.Contains(version)))
        {
            throw new StartFailedException($"备份的版本（{manifest.Schema.Max():000}）比程序（{known.Max():000}）新，没有恢复。", "The backup was made by a newer program: restore it with that one.");
        }
    }

    private static void CheckKeys(BackupManifest manifest, KeyFolder folder)
    {
        var ring = KeyRingFile.Load(folder);
        if (ring.Fingerprint != manifest.Ring)
        {
            throw new StartFailedException($"密钥文件夹 {folder.Path} 里的密钥不属于这个备份，没有恢复。", "The keys do not belong to this backup: name the right folder with --Security:KeyFolder, or restore the keys from their own backup.");
        }

        if (manifest.Keys.Where(id => !ring.DataKeys.ContainsKey((ushort)id)).ToList() is [_, ..] missing)
        {
            throw new StartFailedException($"备份里的数据可能用了密钥 {string.Join("、", missing)}，密钥文件夹里已没有，没有恢复。", "A key that this backup may need was retired: put the older key file from its own backup back first.");
        }
    }

    // A database from before that script has no such table yet; the backup is good all the same.
    private static async Task NoteAsync(IServiceProvider services, string path, long bytes, string sha256, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<IDatabase>();
        var at = services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        if (await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM schema_version WHERE version = 105"), cancellationToken) > 0)
        {
            await database.WriteAsync(
                tx => tx.Open().ExecuteAsync("INSERT INTO backup_made (at, file, bytes, sha256) VALUES (@at, @file, @bytes, @sha256)", new { at, file = Path.GetFileName(path), bytes, sha256 }, tx), cancellationToken);
        }
    }
}
