namespace Jizhou.Public.Api.Places.Import;

/// <summary>Words of a file about which somebody should decide, because they were translated or nobody knows them.</summary>
public sealed class ImportQuestions
{
    private const int MostAsked = 5000; // a column of free text is no question

    private readonly Dictionary<(QuestionAbout About, string Words), ImportQuestion> _all = [];

    /// <summary>All of them, hours first, the most frequent first.</summary>
    public IReadOnlyList<ImportQuestion> All =>
        [.. _all.Values.OrderBy(question => question.About).ThenByDescending(question => question.Rows).ThenBy(question => question.Words, StringComparer.Ordinal)];

    /// <summary>Those about which these choices say nothing.</summary>
    public IReadOnlyList<ImportQuestion> Open(ImportChoices choices) => [.. All.Where(question => question.About switch
    {
        QuestionAbout.Hours => !choices.Hours.ContainsKey(question.Words),
        QuestionAbout.Material => !choices.Materials.ContainsKey(question.Words),
        _ => !choices.Kinds.ContainsKey(question.Words),
    })];

    /// <summary>Counts one more row with these words.</summary>
    /// <param name="about">What they speak of.</param>
    /// <param name="words">As the file writes them.</param>
    /// <param name="suggestion">Hours in the OpenStreetMap syntax, or a code; null when there is none.</param>
    public void Ask(QuestionAbout about, string words, string? suggestion)
    {
        if (_all.TryGetValue((about, words), out var known))
        {
            _all[(about, words)] = known with { Rows = known.Rows + 1 };
        }
        else if (_all.Count < MostAsked)
        {
            _all[(about, words)] = new(about, words, suggestion, 1);
        }
    }
}

/// <summary>What words of a file speak of.</summary>
public enum QuestionAbout
{
    /// <summary>Opening hours.</summary>
    Hours,

    /// <summary>A material.</summary>
    Material,

    /// <summary>The kind of the place.</summary>
    Kind,
}

/// <summary>Words of a file about which somebody should decide.</summary>
/// <param name="About">What they speak of.</param>
/// <param name="Words">As the file writes them.</param>
/// <param name="Suggestion">Hours in the OpenStreetMap syntax, or a code; null when there is none.</param>
/// <param name="Rows">How many rows hold them.</param>
public sealed record ImportQuestion(QuestionAbout About, string Words, string? Suggestion, int Rows);
