using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Platform.Persistence;

/// <summary>The first hosted service: when it has started, the database is there, at this program's schema, and its keys fit.</summary>
public sealed class StorageStart(IDatabaseStart start, RingOfDatabase ring) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        start.ClaimForServer();
        return PrepareAsync(cancellationToken);
    }

    /// <summary>The same for a command, which may run beside a server.</summary>
    public Task PrepareForCommandAsync(CancellationToken cancellationToken) => PrepareAsync(cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await start.MigrateAsync(cancellationToken);
        await ring.CheckAsync(cancellationToken);
    }
}
