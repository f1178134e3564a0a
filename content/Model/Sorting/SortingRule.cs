namespace Jizhou.Public.Content;

/// <summary>
/// How a thing is judged that the dictionary does not know: by its last word, by what it is made of, by its state. Such an answer is probable at best.
/// </summary>
/// <param name="Id">Kebab code, stable: the rule's place on its page.</param>
/// <param name="Say">The rule as people read it.</param>
/// <param name="With">The thing holds one of these words; empty when the ending alone decides.</param>
/// <param name="Ends">The thing ends in one of these words.</param>
/// <param name="Category">Code of the category; null for an exception, which keeps other rules from answering.</param>
/// <param name="Goes">Code of the way it is handed over; null when its category says it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Prepare">What to do first; null when nothing.</param>
public sealed record SortingRule(string Id, string Say, IReadOnlyList<string> With, IReadOnlyList<string> Ends, string? Category, string? Goes,
    string Reason, string? Prepare)
{
    /// <summary>The rule changes what the dictionary says of a thing only if that is one of these categories; empty for any.</summary>
    public IReadOnlyList<string> From { get; init; } = [];
}
