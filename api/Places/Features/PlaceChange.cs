namespace Jizhou.Public.Api.Places.Features;

/// <summary>One entry of the list of changes.</summary>
/// <param name="Number">Its number, greater than that of every earlier one.</param>
/// <param name="Place">Id of the place.</param>
/// <param name="Effect">added, changed or removed.</param>
/// <param name="At">When, in milliseconds since 1970.</param>
public sealed record PlaceChange(long Number, string Place, string Effect, long At)
{
    /// <summary>What can have happened.</summary>
    public static readonly IReadOnlyList<string> Effects = ["added", "changed", "removed"];

    /// <summary>When, with the time of Jizhou.</summary>
    public DateTimeOffset Moment => DateTimeOffset.FromUnixTimeMilliseconds(At).ToOffset(TimeSpan.FromHours(8));
}
