using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Markdown;

/// <summary>What is remembered while one body is written: the numbered citations and the problems.</summary>
/// <param name="file">Path below the content folder.</param>
/// <param name="firstLine">The line of the file on which the body begins, from 1.</param>
/// <param name="legal">The documents that may be cited.</param>
/// <param name="penalties">The dated amounts of fines.</param>
/// <param name="pickup">The numbers of the pickup by key.</param>
public sealed class WritingNotes(string file, int firstLine, LegalLibrary legal, PenaltyBook penalties, IReadOnlyDictionary<string, string> pickup)
{
    private readonly List<Citation> _cited = [];
    private readonly List<ContentProblem> _problems = [];
    private int _tables;

    /// <summary>Citations in the order of their numbers.</summary>
    public IReadOnlyList<Citation> Cited => _cited;

    /// <summary>Problems so far.</summary>
    public IReadOnlyList<ContentProblem> Problems => _problems;

    /// <summary>The dated amounts of fines.</summary>
    public PenaltyBook Penalties => penalties;

    /// <summary>The numbers of the pickup by key.</summary>
    public IReadOnlyDictionary<string, string> PickupNumbers => pickup;

    /// <summary>A name for the next table that can scroll, so that those who listen can tell regions apart.</summary>
    public string NameTable() => $"表格 {++_tables}";

    /// <summary>The citation and its number in the foot list (from 1), or null and a problem when the library does not hold it.</summary>
    /// <param name="reference">As content writes it: <c>eco-code#998</c>.</param>
    /// <param name="line">Line within the body, from 0.</param>
    public (int Number, Citation Citation)? Cite(string reference, int line)
    {
        if (legal.Find(reference) is not { } citation)
        {
            var (what, mend) = legal.Complain(reference)!.Value;
            Report(line, what, mend);
            return null;
        }

        var index = _cited.FindIndex(known => known.Id == citation.Id);
        if (index < 0)
        {
            index = _cited.Count;
            _cited.Add(citation);
        }

        return (index + 1, citation);
    }

    /// <summary>Notes a problem on a line of the body, counted from 0.</summary>
    public void Report(int line, string what, string howToMend) =>
        _problems.Add(new ContentProblem(file, firstLine + line, what, howToMend));
}
