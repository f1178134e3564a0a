namespace Jizhou.Public.History.Faults;

/// <summary>Something that goes wrong while residents book.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="HappenAsync">Lets it happen, and puts right what must be.</param>
public sealed record Fault(string Name, Func<Task> HappenAsync);
