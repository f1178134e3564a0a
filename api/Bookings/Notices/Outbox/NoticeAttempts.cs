using System.Diagnostics.Metrics;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Api.Platform.Telemetry;

namespace Jizhou.Public.Api.Bookings.Notices.Outbox;

/// <summary>Counts attempts to hand messages over, by channel and outcome.</summary>
public static class NoticeAttempts
{
    private static readonly Counter<long> Attempts = PublicMeter.Meter.CreateCounter<long>("jizhou.outbox.attempts", "{attempt}", "Attempts to hand a message over, by channel and outcome.");

    /// <summary>Counts an attempt.</summary>
    public static void Count(string channel, DeliveryOutcome outcome) =>
        Attempts.Add(1, new KeyValuePair<string, object?>("channel", channel), new KeyValuePair<string, object?>("outcome", outcome.ToString().ToLowerInvariant()));
}
