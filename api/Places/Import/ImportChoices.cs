namespace Jizhou.Public.Api.Places.Import;

/// <summary>What somebody decided about words of a file, by the words as the file writes them.</summary>
public sealed record ImportChoices
{
    /// <summary>Hours in the OpenStreetMap syntax for words about hours; null keeps the words, as hours that nobody could read.</summary>
    public IReadOnlyDictionary<string, string?> Hours { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Codes of materials for words that nobody knows; none leaves the word out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Materials { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Codes of kinds for words that nobody knows; blank refuses the rows.</summary>
    public IReadOnlyDictionary<string, string> Kinds { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>New places (their id) that are the same as another one (its id): on record, or also new in the file.</summary>
    public IReadOnlyDictionary<string, string> Same { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Nothing was decided.</summary>
    public static ImportChoices None { get; } = new();
}
