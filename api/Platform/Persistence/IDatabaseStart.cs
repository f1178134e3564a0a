namespace Jizhou.Public.Api.Platform.Persistence;

/// <summary>What a kind of database does before it is used: folders, locks, schema.</summary>
public interface IDatabaseStart
{
    /// <summary>Takes what only one server may hold. Refuses a second server with a start failure.</summary>
    void ClaimForServer();

    /// <summary>Creates the database if there is none and runs the scripts it lacks.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Takes out of the database's own log what was erased, as far as this kind of database lets us.</summary>
    Task TidyAsync(CancellationToken cancellationToken);
}
