namespace Jizhou.Public.Content;

/// <summary>The answer to "may this business hand out this product, on this day, in this area?".</summary>
/// <param name="Verdict">Out of <see cref="PlasticsWords.Verdicts"/>.</param>
/// <param name="Duties">Out of <see cref="PlasticsWords.Duties"/>, in that order.</param>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="Since">First day from which the verdict has held without a break; null when it is unknown.</param>
/// <param name="Exceptions">What is not meant.</param>
/// <param name="Alternatives">What to use instead.</param>
/// <param name="Penalties">What a breach may cost by the law of that day.</param>
/// <param name="Rules">The rules it comes from.</param>
/// <param name="Citations">What it rests on by the law of that day.</param>
public sealed record PlasticsAnswer(string Verdict, IReadOnlyList<string> Duties, string Reason, DateOnly? Since,
    IReadOnlyList<string> Exceptions, IReadOnlyList<string> Alternatives, IReadOnlyList<Penalty> Penalties,
    IReadOnlyList<PlasticsRule> Rules, IReadOnlyList<Citation> Citations)
{
    /// <summary>The verdict that nobody can give, with its reason.</summary>
    internal static PlasticsAnswer NotOnRecord(string reason) => new("unknown", [], reason, null, [], [], [], [], []);
}
