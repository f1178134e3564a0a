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

    /// <summary>The amounts that the references below a key mean; unknown ones become problems.</summary>
    internal IReadOnlyList<Penalty> Read(YamlMap map, string key)
    {
        foreach (var unknown in map.Texts(key).Where(reference => Find(reference).Count == 0))
        {
            map.Report(key, $"unknown fine \"{unknown}\"", "use a citation, or citation/key, of data/legal/penalties.yaml");
        }

        return [.. map.Texts(key).SelectMany(Find)];
    }
}
