namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>Finds names that sound the same, differ by a slip or two, or hold the query's characters in its order.</summary>
internal static class FuzzyMatch
{
    /// <summary>Longest text it looks for; a longer one is a question, not a name.</summary>
    public const int LongestText = 16;

    private const int ShortestForReplacement = 3;

    /// <summary>Adds every item with such a name.</summary>
    public static void Add(NameTable names, ReadOnlySpan<char> text, Finds finds)
    {
        Count(names, text, finds);
        if (text.Length is 0 or > LongestText)
        {
            return;
        }

        AddSoundingAlike(names, text, finds);
        var different = Different(text);
        var slips = EditDistance.Allowed(text.Length);
        foreach (var name in finds.Touched)
        {
            if (finds.SharedBy(name) >= different - slips)
            {
                Compare(names, name, text, slips, finds.SharedBy(name) == different, finds);
            }
        }
    }

    /// <summary>Writes the items whose names share most characters with the text last counted, most alike first.</summary>
    public static int Nearest(NameTable names, ReadOnlySpan<char> text, Finds finds, Span<SearchHit> hits)
    {
        var different = Different(text);
        foreach (var name in finds.Touched)
        {
            // Dice's coefficient in per mille, turned round so that the most alike come first.
            var alike = 2000 * finds.SharedBy(name) / (different + names.Characters[name]);
            finds.Add(names.Item[name], name, MatchKind.Fuzzy, (uint)(1000 - Math.Min(alike, 1000)));
        }

        return finds.Best(hits);
    }

    /// <summary>Counts, for every name, how many of the text's different characters it holds.</summary>
    public static void Count(NameTable names, ReadOnlySpan<char> text, Finds finds)
    {
        finds.ForgetShared();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[..i].Contains(text[i]))
            {
                continue;
            }

            foreach (var name in names.NamesWith(text[i]))
            {
                finds.Share(name);
            }
        }
    }

    private static void Compare(NameTable names, int name, ReadOnlySpan<char> text, int slips, bool holdsAll, Finds finds)
    {
        var candidate = names.Text[name];
        var distance = EditDistance.Within(text, candidate, slips);
        var extra = Math.Abs(candidate.Length - text.Length);
        var replaced = text.Length < ShortestForReplacement && candidate.Length <= text.Length;
        if (distance <= slips && !replaced)
        {
            var reason = distance <= 1 ? Rank.OneSlip : Rank.TwoSlips;
            finds.Add(names.Item[name], name, MatchKind.Fuzzy, Rank.Of(reason, names.Source[name], extra, 0));
        }
        else if (holdsAll && text.Length >= ShortestForReplacement && InOrder(text, candidate))
        {
            finds.Add(names.Item[name], name, MatchKind.Fuzzy, Rank.Of(Rank.InOrder, names.Source[name], extra, 0));
        }
    }

    /// <summary>Adds the items whose name sounds like the text; were there any? Homophones are the commonest slip of pinyin keyboards: 床店 for 床垫.</summary>
    public static bool AddSoundingAlike(NameTable names, ReadOnlySpan<char> text, Finds finds)
    {
        if (text.Length is 0 or > LongestText)
        {
            return false;
        }

        Span<char> letters = stackalloc char[LongestText * 6];
        var length = 0;
        foreach (var character in text)
        {
            if (names.SyllableOf(character) is not { } syllable || syllable.Length > letters.Length - length)
            {
                return false;
            }

            syllable.CopyTo(letters[length..]);
            length += syllable.Length;
        }

        foreach (var (name, _) in names.ByPinyin.BeginningWith(letters[..length]))
        {
            if (names.Pinyin[name].Length == length && names.Text[name].Length == text.Length)
            {
                finds.Add(names.Item[name], name, MatchKind.Fuzzy, Rank.Of(Rank.SoundsAlike, names.Source[name], 0, 0));
            }
        }

        return finds.Count > 0;
    }

    private static bool InOrder(ReadOnlySpan<char> text, string candidate)
    {
        var next = 0;
        foreach (var character in candidate)
        {
            if (next < text.Length && text[next] == character)
            {
                next++;
            }
        }

        return next == text.Length;
    }

    private static int Different(ReadOnlySpan<char> text)
    {
        var different = 0;
        for (var i = 0; i < text.Length; i++)
        {
            different += text[..i].Contains(text[i]) ? 0 : 1;
        }

        return different;
    }
}
