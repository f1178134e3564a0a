namespace Jizhou.Public.Content;

/// <summary>One line of data/places.csv: a place for demonstration, with what befell it.</summary>
/// <param name="Place">The place itself.</param>
/// <param name="RemovedBecause">Why it was removed; null while it stands.</param>
/// <param name="ReplacedBy">Id of the place that took over; null for none.</param>
/// <param name="Status">What the terminal last reported; null when it reports nothing.</param>
public sealed record SamplePlace(Place Place, string? RemovedBecause, string? ReplacedBy, SampleStatus? Status);

/// <summary>A report of a smart terminal, dated back from the moment the samples are loaded.</summary>
/// <param name="State">Code: ok, full or broken.</param>
/// <param name="MinutesBefore">How many minutes before loading it was sent.</param>
/// <param name="Fill">Fill in percent by material.</param>
public sealed record SampleStatus(string State, int MinutesBefore, IReadOnlyDictionary<string, int> Fill);
