using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Telemetry;

namespace Jizhou.Public.Api.Bookings.Notices.Outbox;

/// <summary>How long the oldest message that is due has waited; 0 when none waits. Calls are not counted: people ring when they are at work.</summary>
public sealed class OutboxAge(IDatabase database, JizhouClock clock) : IGauge
{
    /// <inheritdoc />
    public string Name => "jizhou.outbox.age";

    /// <inheritdoc />
    public string Unit => "s";

    /// <inheritdoc />
    public string Description => "Seconds that the oldest due message has waited to be sent.";

    /// <inheritdoc />
    public async Task<double?> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now.ToUnixTimeMilliseconds();
        var oldest = await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long?>("SELECT MIN(due_at) FROM notice WHERE state = 'waiting' AND channel <> 'call' AND due_at <= @now", new { now }), cancellationToken);
        return oldest is { } due ? (now - due) / 1000.0 : 0;
    }
}

/// <summary>How many messages were given up and wait for an operator.</summary>
public sealed class DeadLetters(IDatabase database) : IGauge
{
    /// <inheritdoc />
    public string Name => "jizhou.outbox.dead";

    /// <inheritdoc />
    public string Unit => "{message}";

    /// <inheritdoc />
    public string Description => "Messages that were given up and wait for an operator.";

    /// <inheritdoc />
    public async Task<double?> ReadAsync(CancellationToken cancellationToken)
        => await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM notice WHERE state = 'dead'"), cancellationToken);
}
