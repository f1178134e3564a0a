namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>Finds names by pinyin, whole or from any syllable on, by first letters, and by pinyin with one slip.</summary>
internal static class PinyinMatch
{
    private const int ShortestWithSlip = 4;

    /// <summary>Adds every item whose pinyin or initials go on with these Latin letters.</summary>
    public static void Add(NameTable names, ReadOnlySpan<char> letters, Finds finds)
    {
        foreach (var (name, place) in names.BySyllable.BeginningWith(letters))
        {
            var extra = names.Pinyin[name].Length - letters.Length;
            var reason = Rank.Choose(Rank.WholePinyin, Rank.PinyinBeginning, Rank.PinyinInside, extra, place);
            finds.Add(names.Item[name], name, MatchKind.Pinyin, Rank.Of(reason, names.Source[name], extra, place));
        }

        foreach (var (name, place) in names.ByInitial.BeginningWith(letters))
        {
            var extra = names.Initials[name].Length - letters.Length;
            var reason = Rank.Choose(Rank.WholeInitials, Rank.InitialsBeginning, Rank.InitialsInside, extra, place);
            finds.Add(names.Item[name], name, MatchKind.Initials, Rank.Of(reason, names.Source[name], extra, place));
        }
    }

    /// <summary>
    /// Adds items whose whole pinyin lies one slip away. One slip leaves the first or the second half of the letters as it is,
    /// so only pinyin that begins or ends with such a half is compared.
    /// </summary>
    public static void AddSlips(NameTable names, ReadOnlySpan<char> letters, Finds finds)
    {
        if (letters.Length is < ShortestWithSlip or > EditDistance.LongestText)
        {
            return;
        }

        var half = (letters.Length - 1) / 2;
        Span<char> ending = stackalloc char[letters.Length - half - 1];
        letters[(half + 1)..].CopyTo(ending);
        ending.Reverse();
        Compare(names, letters, names.ByPinyin.BeginningWith(letters[..half]), finds);
        Compare(names, letters, names.ByReversedPinyin.BeginningWith(ending), finds);
    }

    private static void Compare(NameTable names, ReadOnlySpan<char> letters, ReadOnlySpan<SortedStarts.Start> candidates, Finds finds)
    {
        foreach (var (name, _) in candidates)
        {
            if (EditDistance.Within(letters, names.Pinyin[name], 1) <= 1)
            {
                var extra = Math.Abs(names.Pinyin[name].Length - letters.Length);
                finds.Add(names.Item[name], name, MatchKind.Fuzzy, Rank.Of(Rank.OneSlip, names.Source[name], extra, 0));
            }
        }
    }
}
