using System.Diagnostics.Metrics;
using Jizhou.Public.Api.Platform.Notices;

namespace Jizhou.Public.Api.Bookings.Notices.Outbox;

/// <summary>Figures of the outbox for whoever listens to the meter <c>Jizhou.Public</c>. The sender renews them; asking costs no database.</summary>
public sealed class OutboxMeter : IDisposable
{
    private readonly Meter _meter = new("Jizhou.Public");
    private readonly Counter<long> _attempts;
    private volatile OutboxFigures _figures = OutboxFigures.None;

    /// <summary>Makes the instruments.</summary>
    public OutboxMeter(TimeProvider time)
    {
        _meter.CreateObservableGauge("jizhou.notices.outbox.age", () => _figures.Age(time.GetUtcNow()).TotalSeconds, "s", "How long the oldest unsent message has been waiting.");
        _meter.CreateObservableGauge("jizhou.notices.due", () => _figures.Due, "{notice}", "Messages that should be out by now.");
        _meter.CreateObservableGauge("jizhou.notices.calls", () => _figures.Calls, "{notice}", "Residents to ring.");
        _meter.CreateObservableGauge("jizhou.notices.dead", () => _figures.Dead, "{notice}", "Dead letters.");
        _attempts = _meter.CreateCounter<long>("jizhou.notices.attempts", "{attempt}", "Attempts to hand a message over, by channel and outcome.");
    }

    /// <summary>Renews the figures.</summary>
    public void Set(OutboxFigures figures) => _figures = figures;

    /// <summary>Counts an attempt.</summary>
    public void Count(string channel, DeliveryOutcome outcome) =>
        _attempts.Add(1, new KeyValuePair<string, object?>("channel", channel), new KeyValuePair<string, object?>("outcome", outcome.ToString().ToLowerInvariant()));

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
