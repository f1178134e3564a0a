namespace Jizhou.Public.Api.Places;

/// <summary>A place that is no more: its address answers 410 with the reason.</summary>
/// <param name="Id">Its id, never given again.</param>
/// <param name="Name">Its last name.</param>
/// <param name="Reason">Why it was removed, in Chinese.</param>
/// <param name="ReplacedBy">Id of the place that took over, or null.</param>
/// <param name="RemovedAt">When it was removed.</param>
/// <param name="Sample">Whether it was invented for demonstration.</param>
public sealed record RemovedPlace(string Id, string Name, string Reason, string? ReplacedBy, DateTimeOffset RemovedAt, bool Sample);
