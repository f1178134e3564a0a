namespace Jizhou.Public.Content;

/// <summary>All dated amounts of fines.</summary>
public sealed class PenaltyBook(IReadOnlyList<Penalty> all)
{
    /// <summary>The amounts, in the order of the file, past ones included.</summary>
    public IReadOnlyList<Penalty> All => all;

    /// <summary>
    /// The amounts that <c>{fine:REFERENCE}</c> means: <c>eco-code#1225</c> gives every amount of that article,
    /// <c>eco-code#1225/small-operators</c> only the one. Empty when there is none.
    /// </summary>
    public IReadOnlyList<Penalty> Find(string reference) =>
        [.. all.Where(p => p.Citation.Id == reference || p.Id == reference)];
}
