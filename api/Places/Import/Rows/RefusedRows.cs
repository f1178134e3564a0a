using Jizhou.Public.Api.Places.Import.Reading;

namespace Jizhou.Public.Api.Places.Import.Rows;

/// <summary>The refused rows of a file: the first of them whole, of the others the number and the reason, which is enough to write them back.</summary>
public sealed class RefusedRows
{
    private readonly SortedDictionary<int, string> _reasons = [];
    private readonly HashSet<ulong> _words = [];

    /// <summary>The refusals to show.</summary>
    public Listing<RefusedRow> Shown { get; } = new();

    /// <summary>What is written behind each refused row, by its number.</summary>
    public IReadOnlyDictionary<int, string> Reasons => _reasons;

    /// <summary>How many refusals there are; a row may have several.</summary>
    public int Count => Shown.Count;

    /// <summary>Adds a refusal; the words are what may name a place on record, which is then not taken for missing.</summary>
    public void Add(RefusedRow refused, IEnumerable<string> words)
    {
        Shown.Add(refused);
        var reason = refused.Column.Length == 0 ? refused.Reason : $"{refused.Column}“{refused.Value}”：{refused.Reason}";
        _reasons[refused.Row.Number] = _reasons.TryGetValue(refused.Row.Number, out var before) ? $"{before}；{reason}" : reason;
        foreach (var word in words.Where(word => word.Length > 0))
        {
            _words.Add(WordHash.Of(word));
        }
    }

    /// <summary>Whether a refused row has this word.</summary>
    public bool Names(ulong wordHash) => _words.Contains(wordHash);
}
