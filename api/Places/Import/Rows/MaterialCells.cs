using Jizhou.Public.Api.Places.Import.Reading;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Rows;

/// <summary>Reads the materials of rows; the same list is read once.</summary>
internal sealed class MaterialCells(PlaceVocabulary vocabulary, ImportChoices choices, ImportQuestions questions, RowCells cells)
{
    private const int MostKept = 5000;
    private readonly MaterialWords _words = new(vocabulary);
    private readonly Dictionary<string, (IReadOnlyList<string> Codes, IReadOnlyList<string> Unknown)> _known = new(StringComparer.Ordinal);

    /// <summary>The codes; words that nobody knows are as somebody decided, or remarked upon, each with the nearest known one.</summary>
    public IReadOnlyList<string> Read(string text)
    {
        var (codes, unknown) = Split(text);
        foreach (var word in unknown)
        {
            var suggested = Ask(word);
            if (choices.Materials.TryGetValue(word, out var chosen))
            {
                codes = [.. codes.Concat(chosen.Where(code => vocabulary.Material(code) is not null)).Distinct(StringComparer.Ordinal)];
            }
            else
            {
                cells.Remark($"不认识的品类“{(word.Length > 40 ? word[..40] + "…" : word)}”没有记入{(suggested is null ? "" : $"，是不是“{suggested}”？")}");
            }
        }

        return codes;
    }

    /// <summary>Asks about the words of a list that nobody knows.</summary>
    public void AskAll(string text)
    {
        foreach (var word in Split(text).Unknown)
        {
            Ask(word);
        }
    }

    private (IReadOnlyList<string> Codes, IReadOnlyList<string> Unknown) Split(string text)
    {
        if (!_known.TryGetValue(text, out var read))
        {
            read = _words.Read(text);
            if (_known.Count < MostKept)
            {
                _known[text] = read;
            }
        }

        return read;
    }

    private string? Ask(string word)
    {
        var suggested = _words.Suggest(word);
        questions.Ask(QuestionAbout.Material, word, suggested is null ? null : _words.Read(suggested).Codes[0]);
        return suggested;
    }
}
