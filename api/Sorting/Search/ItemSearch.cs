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
    private readonly QuestionWords _questionWords;
    private readonly RuleTable _rules;
    private readonly string[] _categories;

    /// <summary>Builds the index over names that lead to items 0 … <paramref name="items"/> − 1.</summary>
    public ItemSearch(IReadOnlyList<SearchName> names, int items, TextFold fold, SearchKnowledge? knowledge = null)
    {
        knowledge ??= SearchKnowledge.None;
        (_names, _fold) = (new NameTable(names, items, fold, knowledge.Readings), fold);
        (_questionWords, _rules) = (new QuestionWords(knowledge.QuestionWords.Select(fold.Fold)), new RuleTable(knowledge.Rules, fold));
        _categories = [.. knowledge.Categories];
    }

    /// <summary>
    /// Writes the best matches, best first, and gives their number. Direct matches come alone. Only without one is the query read as a
    /// question: the name that it ends in, or the rule that holds for it (its hit has item −1 and the rule's position as name), then other
    /// names in it, then slips of the pen.
    /// </summary>
    public int Find(ReadOnlySpan<char> query, Span<SearchHit> hits)
    {
        Span<char> buffer = stackalloc char[LongestQuery];
        var text = buffer[.._fold.Fold(query, buffer, out var traditional)];
        var finds = Begin(_names);
        if (text.IsEmpty || hits.IsEmpty)
        {
            return 0;
        }

        var whole = DirectMatch.Add(_names, text, traditional, finds);
        if (IsLatin(text))
        {
            PinyinMatch.Add(_names, text, finds);
            if (finds.Count == 0)
            {
                PinyinMatch.AddSlips(_names, text, finds);
            }
        }

        var rule = finds.Count == 0 ? Understand(text, finds) : RuleBefore(text, whole);
        if (rule < 0)
        {
            return finds.Best(hits);
        }

        hits[0] = new SearchHit(-1, MatchKind.Rule, rule);
        return 1 + finds.Best(hits[1..]);
    }

    /// <summary>Are these two the same name, apart from how they are written?</summary>
    public bool Same(string one, string other) => _fold.Fold(one) == _fold.Fold(other);

    /// <summary>The thing that a question is about, as the search reads it: 旧床垫怎么扔 → 床垫.</summary>
    public string ThingIn(ReadOnlySpan<char> query)
    {
        Span<char> buffer = stackalloc char[LongestQuery];
        return Core(buffer[.._fold.Fold(query, buffer, out _)]).ToString();
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

    // 香烟 is no 香烟盒: where names only begin with or hold the query, the rule for its last word is the better answer.
    private int RuleBefore(ReadOnlySpan<char> text, bool whole)
    {
        if (whole || IsLatin(text))
        {
            return -1;
        }

        var core = Core(text);
        var (known, _) = QuestionMatch.KnownEnding(_names, core);
        return known == core.Length ? _rules.Best(core, known, null) : -1;
    }

    // Chinese names end in what the thing is: a known name at the end is the answer, unless a word before it changes its state or stuff.
    private int Understand(ReadOnlySpan<char> question, Finds finds)
    {
        var core = Core(question);
        var (known, item) = QuestionMatch.KnownEnding(_names, core);
        var rule = _rules.Best(core, known, item < 0 || _categories.Length == 0 ? null : _categories[item]);
        if (rule >= 0 && known == core.Length && FuzzyMatch.AddSoundingAlike(_names, core, finds))
        {
            return -1;
        }

        QuestionMatch.Add(_names, core, finds);
        QuestionMatch.AddEnding(_names, core[known..], finds);
        if (rule >= 0 || finds.Count > 0)
        {
            return rule;
        }

        if (core.Length >= 2 && core.Length < question.Length)
        {
            QuestionMatch.AddCore(_names, core, finds);
        }

        if (finds.Count == 0)
        {
            FuzzyMatch.Add(_names, core, finds);
        }

        return -1;
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

    private ReadOnlySpan<char> Core(ReadOnlySpan<char> question)
    {
        var core = _questionWords.Strip(question);
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
