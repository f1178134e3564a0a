using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Platform.Telemetry;

/// <summary>Looks every gauge up every fifteen seconds, so that no export ever waits for the database.</summary>
public sealed partial class Gauges(IEnumerable<IGauge> gauges, ILogger<Gauges> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<string, double> _last = new(StringComparer.Ordinal);

    /// <summary>The last value of a gauge; null when there is none.</summary>
    public double? Last(string name) => _last.TryGetValue(name, out var value) ? value : null;

    /// <summary>Looks all of them up now.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var gauge in gauges)
        {
            try
            {
                if (await gauge.ReadAsync(cancellationToken) is { } value)
                {
                    _last[gauge.Name] = value;
                }
                else
                {
                    _last.TryRemove(gauge.Name, out _);
                }
            }
            catch (RefusedException refused)
            {
                NotRead(log, gauge.Name, refused.Refusal.Code);
            }
        }
    }

    /// <summary>Looks once more, for the last export.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await ReadAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var gauge in gauges)
        {
            PublicMeter.Meter.CreateObservableGauge(gauge.Name, () => Observe(gauge.Name), gauge.Unit, gauge.Description);
        }

        using var timer = new PeriodicTimer(Every);
        do
        {
            await ReadAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private IEnumerable<Measurement<double>> Observe(string name) => Last(name) is { } value ? [new(value)] : [];

    [LoggerMessage(1, LogLevel.Warning, "The gauge {Name} could not be read: {Code}")]
    private static partial void NotRead(ILogger log, string name, string code);
}
