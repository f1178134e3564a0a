using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>What the search knows beside the names; all of it is data.</summary>
/// <param name="QuestionWords">Words around the thing asked about.</param>
/// <param name="Rules">Rules for what no name fits, in the order of the file.</param>
/// <param name="Readings">How everyday characters are read.</param>
public sealed record SearchKnowledge(IReadOnlyList<string> QuestionWords, IReadOnlyList<SortingRule> Rules, IReadOnlyDictionary<char, string> Readings)
{
    /// <summary>Code of the category of each item, by its position.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Names only.</summary>
    public static SearchKnowledge None { get; } = new([], [], new Dictionary<char, string>());
}
