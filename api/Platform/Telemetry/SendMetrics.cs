using System.Reflection;
using Jizhou.Public.Api.Platform.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Jizhou.Public.Api.Platform.Telemetry;

/// <summary>
/// Sends the metrics by OTLP (HTTP, protobuf) to <c>Telemetry:Otlp</c>, every fifteen seconds and once more at the end. A collector that is away costs
/// nothing but its figures.
/// </summary>
public sealed class SendMetrics(Uri collector) : IHostedService, IDisposable
{
    private const int EveryMilliseconds = 15_000;

    private static readonly string[] Meters =
        [PublicMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Npgsql"];

    private MeterProvider? _provider;

    /// <summary>The collector's address for metrics; refuses what is no http address.</summary>
    public static Uri? CollectorOf(IConfiguration configuration)
    {
        var text = Settings.TelemetryOtlp.Of(configuration);
        return text.Length == 0 ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? new Uri(text.TrimEnd('/') + "/v1/metrics")
            : throw Settings.TelemetryOtlp.Wrong(configuration, "应为收集器的网址，例如 http://127.0.0.1:4318");
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _provider = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateDefault().AddService("jizhou-public", serviceVersion: typeof(SendMetrics).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion))
            .AddMeter(Meters)
            .AddOtlpExporter((exporter, reader) =>
            {
                exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                exporter.Endpoint = collector;
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = EveryMilliseconds;
            })
            .Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose(); // sends what was measured since the last time
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _provider?.Dispose();
        _provider = null;
    }
}
