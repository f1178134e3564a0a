using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Sorting;

/// <summary>The rule by which a thing was judged that the dictionary does not know.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Say">The rule as people read it.</param>
/// <param name="Page">Where all rules stand.</param>
public sealed record RuleAnswer(string Id, string Say, string Page)
{
    /// <summary>Basis of every answer by a rule.</summary>
    public const string Basis = "R1";

    /// <summary>What a rule answers, still without the name of the thing asked about; null for an exception.</summary>
    public static ItemAnswer? Of(SortingRule rule, ContentFolder content)
    {
        var catalogue = content.Sorting;
        if (rule.Category is not { } code || catalogue.Category(code) is not { } category)
        {
            return null;
        }

        var basis = catalogue.Basis(Basis);
        var page = $"/sorting/rules/#{rule.Id}";
        var way = catalogue.Ways.GetValueOrDefault(rule.Goes ?? "");
        return new ItemAnswer($"rule-{rule.Id}", "", [], code, category.Name, Confidence.Probable, Basis, basis?.Name ?? Basis, rule.Reason, rule.Prepare, false,
            NextStep.Of(way, category), category.Citations, content.Sorting.Items.Max(i => i.CheckedOn), page)
        {
            Rule = new RuleAnswer(rule.Id, rule.Say, page),
        };
    }
}
