namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>
/// The search over the item dictionary, built once and never changed; any number of threads may ask at the same time.
/// A search allocates nothing after a thread's first.
/// </summary>
public sealed class ItemSearch
{
    /// <summary>Longest query, in characters as written; the module refuses longer ones.</summary>
    public const int LongestQuery = 60;

    [ThreadStatic]
    private static Finds? _finds;
    private readonly NameTable _names;
    private readonly TextFold _fold;

    /// <summary>Builds the index over names that lead to items 0 … <paramref name="items"/> − 1.</summary>
    public ItemSearch(IReadOnlyList<SearchName> names, int items, TextFold fold) =>
        (_names, _fold) = (new NameTable(names, items, fold), fold);

    /// <summary>
    /// Writes the best matches, best first, and gives their number. Direct matches come alone; only without one are the
    /// names inside a question looked for, and only without those, slips of the pen.
    /// </summary>
    public int Find(ReadOnlySpan<char> query, Span<SearchHit> hits)
    {
        Span<char> buffer = stackalloc char[LongestQuery];
        var text = buffer[.._fold.Fold(query, buffer, out var traditional)];
        var finds = Begin(_names);
        if (text.IsEmpty)
        {
            return 0;
        }

        DirectMatch.Add(_names, text, traditional, finds);
        if (IsLatin(text))
        {
            PinyinMatch.Add(_names, text, finds);
            if (finds.Count == 0)
            {
                PinyinMatch.AddSlips(_names, text, finds);
            }
        }

        if (finds.Count == 0)
        {
            Understand(text, finds);
        }

        return finds.Best(hits);
    }

    /// <summary>Writes the items whose names look most like a query that found nothing; their number may be 0.</summary>
    public int Nearest(ReadOnlySpan<char> query, Span<SearchHit> hits)
    {
        Span<char> buffer = stackalloc char[LongestQuery];
        var text = Core(buffer[.._fold.Fold(query, buffer, out _)]);
        var finds = Begin(_names);
        FuzzyMatch.Count(_names, text, finds);
        return FuzzyMatch.Nearest(_names, text, finds, hits);
    }

    private void Understand(ReadOnlySpan<char> question, Finds finds)
    {
        QuestionMatch.Add(_names, question, finds);
        if (finds.Count > 0)
        {
            return;
        }

        var core = Core(question);
        if (core.Length >= 2 && core.Length < question.Length)
        {
            QuestionMatch.AddCore(_names, core, finds);
        }

        if (finds.Count == 0)
        {
            FuzzyMatch.Add(_names, core, finds);
        }
    }

    private static Finds Begin(NameTable names)
    {
        if (_finds is null || !_finds.Fits(names.Items, names.Count))
        {
            _finds = new Finds(names.Items, names.Count);
        }

        _finds.Begin();
        return _finds;
    }

    private static ReadOnlySpan<char> Core(ReadOnlySpan<char> question)
    {
        var core = QuestionWords.Strip(question);
        return core.IsEmpty ? question : core;
    }

    private static bool IsLatin(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                return false;
            }

            letters += char.IsAsciiLetter(character) ? 1 : 0;
        }

        return letters > 0;
    }
}
