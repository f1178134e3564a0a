using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Platform.Backups;

/// <summary>Writes a backup of PostgreSQL into the data folder before its schema changes, as SQLite keeps a copy of its file.</summary>
public sealed class PostgresBeforeMigration(IBackup backup, string dataFolder) : IBeforeMigration
{
    /// <inheritdoc />
    public async Task KeepAsync(int version, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(dataFolder);
        var path = Path.Combine(dataFolder, $"jizhou-before-{version:000}.backup");
        File.Delete(path);
        await backup.WriteAsync(path, cancellationToken);
    }
}
