using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Telemetry;

namespace Jizhou.Public.Api.Bookings.Notices.Outbox;

/// <summary>A figure of the outbox for whoever measures, counted by the statement that the console reads too: both always say the same.</summary>
public sealed class OutboxGauge(IDatabase database, JizhouClock clock, string name, string unit, string description, Func<OutboxFigures, DateTimeOffset, double> figure) : IGauge
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public string Unit => unit;

    /// <inheritdoc />
    public string Description => description;

    /// <inheritdoc />
    public async Task<double?> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return figure(await database.ReadAsync(connection => OutboxStore.CountAsync(connection, now), cancellationToken), now);
    }
}
