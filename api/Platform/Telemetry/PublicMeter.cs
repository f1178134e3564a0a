using System.Diagnostics.Metrics;

namespace Jizhou.Public.Api.Platform.Telemetry;

/// <summary>The meter of what is ours; what the framework measures itself (requests, connections, garbage) goes out beside it. No tag ever names a person.</summary>
public static class PublicMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Jizhou.Public";

    /// <summary>The meter.</summary>
    public static readonly Meter Meter = new(Name);

    /// <summary>Units of work that wait for SQLite's writer.</summary>
    public static readonly UpDownCounter<long> WriteQueueLength = Meter.CreateUpDownCounter<long>("jizhou.write_queue.length", "{unit}", "Units of work that wait for the writer.");

    /// <summary>How long a unit waited for SQLite's writer.</summary>
    public static readonly Histogram<double> WriteQueueWait = Meter.CreateHistogram<double>("jizhou.write_queue.wait", "s", "How long a unit of work waited for the writer.");
}
