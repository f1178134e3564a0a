using Jizhou.Public.Api.Sorting.Search;

namespace Jizhou.Public.Api.Sorting.Missing;

/// <summary>What the dictionary of today has beside words that were asked for in vain.</summary>
public static class NamesBeside
{
    private const int Most = 3;

    /// <summary>An item beside the words.</summary>
    /// <param name="Text">Its name.</param>
    /// <param name="Page">Its address on the portal.</param>
    public sealed record Name(string Text, string Page);

    /// <summary>What the words find now; null while they find nothing.</summary>
    public static Name? Now(SortingSnapshot snapshot, string words)
    {
        var hits = new SearchHit[1];
        return snapshot.Search.Find(words, hits) switch
        {
            0 => null,
            _ when hits[0].Item < 0 => new Name($"规则（{snapshot.RuleAnswers[hits[0].Name]!.CategoryName}）", snapshot.RuleAnswers[hits[0].Name]!.Page),
            _ => Of(snapshot, hits[0]),
        };
    }

    /// <summary>The items whose names look most like the words; may be none.</summary>
    public static IReadOnlyList<Name> Nearest(SortingSnapshot snapshot, string words)
    {
        var hits = new SearchHit[Most];
        return [.. hits.Take(snapshot.Search.Nearest(words, hits)).Select(hit => Of(snapshot, hit))];
    }

    private static Name Of(SortingSnapshot snapshot, SearchHit hit) => new(snapshot.Items[hit.Item].Name, snapshot.Items[hit.Item].Page);
}
