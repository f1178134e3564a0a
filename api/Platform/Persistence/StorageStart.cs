namespace Jizhou.Public.Api.Platform.Persistence;

/// <summary>The first hosted service: when it has started, the database is there and at this program's schema.</summary>
public sealed class StorageStart(IDatabaseStart start) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        start.ClaimForServer();
        return start.MigrateAsync(cancellationToken);
    }

    /// <summary>The same for a command, which may run beside a server.</summary>
    public Task PrepareForCommandAsync(CancellationToken cancellationToken) => start.MigrateAsync(cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
