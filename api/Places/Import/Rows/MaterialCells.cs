using Jizhou.Public.Api.Places.Import.Reading;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Rows;

/// <summary>Reads the materials of rows; the same list is read once.</summary>
internal sealed class MaterialCells(PlaceVocabulary vocabulary, RowCells cells)
{
    private const int MostKept = 5000;
    private readonly MaterialWords _words = new(vocabulary);
    private readonly Dictionary<string, (IReadOnlyList<string> Codes, IReadOnlyList<string> Unknown)> _known = new(StringComparer.Ordinal);

    /// <summary>The codes; words that nobody knows are remarked upon, each with the nearest known one.</summary>
    public IReadOnlyList<string> Read(string text)
    {
        if (!_known.TryGetValue(text, out var read))
        {
            read = _words.Read(text);
            if (_known.Count < MostKept)
            {
                _known[text] = read;
            }
        }

        foreach (var word in read.Unknown)
        {
            cells.Remark($"不认识的品类“{(word.Length > 40 ? word[..40] + "…" : word)}”没有记入{(_words.Suggest(word) is { } near ? $"，是不是“{near}”？" : "")}");
        }

        return read.Codes;
    }
}
