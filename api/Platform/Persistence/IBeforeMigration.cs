namespace Jizhou.Public.Api.Platform.Persistence;

/// <summary>Keeps a copy of a database before its schema changes.</summary>
public interface IBeforeMigration
{
    /// <summary>Keeps it; refuses when it cannot, and then nothing is migrated.</summary>
    /// <param name="version">Number of the first script that will run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task KeepAsync(int version, CancellationToken cancellationToken);
}
