namespace Jizhou.Public.Api.Platform.Telemetry;

/// <summary>A value that is looked up now and then, because it stands in the database or in a clock.</summary>
public interface IGauge
{
    /// <summary>Name, e.g. <c>jizhou.backup.age</c>.</summary>
    string Name { get; }

    /// <summary>Unit, e.g. <c>s</c>.</summary>
    string Unit { get; }

    /// <summary>One English sentence.</summary>
    string Description { get; }

    /// <summary>The value now; null when there is none.</summary>
    Task<double?> ReadAsync(CancellationToken cancellationToken);
}
