namespace Jizhou.Public.Api.Platform.Persistence.Sqlite;

/// <summary>The folder that holds the embedded database.</summary>
/// <param name="Path">Full path.</param>
public sealed record SqliteFolder(string Path)
{
    /// <summary>The database file.</summary>
    public string File => System.IO.Path.Combine(Path, "jizhou.db");

    /// <summary>Held open by the one server of this folder.</summary>
    public string LockFile => System.IO.Path.Combine(Path, "server.lock");

    /// <summary>Where the copy goes that is taken before a migration to <paramref name="version"/>.</summary>
    public string BackupBefore(int version) => System.IO.Path.Combine(Path, $"jizhou-before-{version:000}.db");
}
