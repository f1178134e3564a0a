using System.IO.Compression;

namespace Jizhou.Public.Api.Platform.Backups;

/// <summary>What a kind of database knows about its own backup.</summary>
public interface IBackup
{
    /// <summary>sqlite or postgres.</summary>
    string Provider { get; }

    /// <summary>Writes a consistent copy while servers go on. Refuses when there is no database.</summary>
    Task<(long Bytes, string Sha256)> WriteAsync(string path, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a checked backup in the place of the database; what was there is kept aside. Refuses while a server uses it. Answers, as a sentence, where
    /// the old one is; null when there was none.
    /// </summary>
    Task<string?> RestoreAsync(ZipArchive zip, BackupManifest manifest, CancellationToken cancellationToken);
}
