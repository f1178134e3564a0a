using Dapper;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Telemetry;

namespace Jizhou.Public.Api.Platform.Backups;

/// <summary>How old the last backup is; nothing when there was never one.</summary>
public sealed class BackupAge(IDatabase database, TimeProvider time) : IGauge
{
    /// <inheritdoc />
    public string Name => "jizhou.backup.age";

    /// <inheritdoc />
    public string Unit => "s";

    /// <inheritdoc />
    public string Description => "Seconds since the last backup was made.";

    /// <inheritdoc />
    public async Task<double?> ReadAsync(CancellationToken cancellationToken)
    {
        var last = await database.ReadAsync(connection => connection.ExecuteScalarAsync<long?>("SELECT MAX(at) FROM backup_made"), cancellationToken);
        return last is { } at ? (time.GetUtcNow().ToUnixTimeMilliseconds() - at) / 1000.0 : null;
    }
}
