namespace Jizhou.Public.Api.Platform.Telemetry;

/// <summary>Metrics for whoever watches the service.</summary>
public static class TelemetryModule
{
    /// <summary>Registers the gauges, and the sending when <c>Telemetry:Otlp</c> is set.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Gauges>();
        if (SendMetrics.CollectorOf(builder.Configuration) is { } collector)
        {
            builder.Services.AddHostedService(_ => new SendMetrics(collector));
            builder.Services.AddHostedService(services => services.GetRequiredService<Gauges>());
        }
    }
}
