using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Telemetry;

namespace Jizhou.Public.Api.Platform.Caching;

/// <summary>How long ago the snapshots were last known to be those of the database: a metric, and ready while it is a matter of seconds.</summary>
public sealed class SnapshotAge(ChangeFeed feed) : IGauge, IReadyCheck
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10); // the feed looks every second

    /// <inheritdoc />
    public string Name => "jizhou.snapshot.age";

    /// <inheritdoc />
    public string Unit => "s";

    /// <inheritdoc />
    public string Description => "Seconds since the snapshots were last known to be those of the database.";

    /// <inheritdoc />
    public string Part => "snapshot";

    /// <inheritdoc />
    public Task<double?> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<double?>(feed.SinceLastLook.TotalSeconds);

    /// <inheritdoc />
    public Task<string?> WhyNotAsync(CancellationToken cancellationToken)
        => Task.FromResult(feed.SinceLastLook > Most ? $"may be old: no look for changes for {feed.SinceLastLook.TotalSeconds:0} seconds" : null);
}
