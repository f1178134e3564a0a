namespace Jizhou.Public.Api.Places.Hours;

/// <summary>Whether a place is open at one moment, and what comes next. All instants carry +08:00.</summary>
/// <param name="State">Open, closed, always or unknown.</param>
/// <param name="ClosesAt">When it is open: the first moment it is not any more; null when none is known within 400 days.</param>
/// <param name="NextOpening">When it is not open: the next moment it opens; null when none is known within 400 days.</param>
/// <param name="Comment">What the hours say in words about this time, e.g. "按门铃".</param>
/// <param name="ValidUntil">Up to here (excluded) the same answer holds; never beyond midnight, because words say 今天.</param>
public sealed record OpenAnswer(OpenState State, DateTimeOffset? ClosesAt, DateTimeOffset? NextOpening, string? Comment, DateTimeOffset ValidUntil);
