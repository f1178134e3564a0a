namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>Finds the names that stand inside a whole question: 「旧床垫怎么扔」 holds 床垫.</summary>
internal static class QuestionMatch
{
    private const int ShortestName = 2;

    private static readonly System.Buffers.SearchValues<char> BetweenWords = System.Buffers.SearchValues.Create("的了子儿类里上下能怎可会在放要没不还装过吗是有被用和跟与或往去交扔丢卖");

    /// <summary>
    /// Adds the item of each name inside the question, except names inside a longer one. Longer names come first:
    /// in 「塑料袋装的电池」 both are meant, in 「电动车电池」 only the battery of the vehicle.
    /// </summary>
    public static void Add(NameTable names, ReadOnlySpan<char> question, Finds finds)
    {
        var covered = 0;
        for (var place = 0; place < question.Length; place++)
        {
            var longest = LongestAt(names, question[place..]);
            if (longest < ShortestName || place + longest <= covered)
            {
                continue;
            }

            covered = place + longest;
            if (covered < question.Length && question[covered..].IndexOfAny(BetweenWords) < 0)
            {
                continue; // 鱼缸过滤网 is no fish tank: without a word of grammar after it, a name only says what kind of thing follows
            }

            foreach (var (name, _) in names.ByText.BeginningWith(question.Slice(place, longest)))
            {
                if (names.Text[name].Length == longest)
                {
                    finds.Add(names.Item[name], name, MatchKind.Question,
                        Rank.Of(Rank.Asked, NameSource.Name, EditDistance.LongestText - Math.Min(longest, EditDistance.LongestText), place));
                }
            }
        }
    }

    /// <summary>Where the longest name begins that a thing ends in, and its item; the thing's length and −1 when it ends in none.</summary>
    public static (int Place, int Item) KnownEnding(NameTable names, ReadOnlySpan<char> thing)
    {
        for (var place = 0; place <= thing.Length - ShortestName; place++)
        {
            var beginning = names.ByText.BeginningWith(thing[place..]);
            if (!beginning.IsEmpty && names.Text[beginning[0].Text].Length == thing.Length - place)
            {
                return (place, names.Item[beginning[0].Text]);
            }
        }

        return (thing.Length, -1);
    }

    /// <summary>Adds the items that the ending of a thing names, before all that a question only mentions.</summary>
    public static void AddEnding(NameTable names, ReadOnlySpan<char> ending, Finds finds)
    {
        if (ending.IsEmpty)
        {
            return;
        }

        foreach (var (name, _) in names.ByText.BeginningWith(ending))
        {
            if (names.Text[name].Length == ending.Length)
            {
                finds.Add(names.Item[name], name, MatchKind.Question, Rank.Of(Rank.AskedFor, names.Source[name], 0, 0));
            }
        }
    }

    /// <summary>Adds the items with a name that holds what is left of a question: 「农药怎么处理」 leaves 农药, held by 农药瓶.</summary>
    public static void AddCore(NameTable names, ReadOnlySpan<char> core, Finds finds)
    {
        foreach (var name in names.NamesWith(core[0]))
        {
            var place = names.Text[name].AsSpan().IndexOf(core);
            if (place >= 0)
            {
                var rank = Rank.Of(Rank.Asked, names.Source[name], names.Text[name].Length - core.Length, place);
                finds.Add(names.Item[name], name, MatchKind.Question, rank);
            }
        }
    }

    // The order makes all names that begin with a text one range, shortest first: growing the text narrows it.
    private static int LongestAt(NameTable names, ReadOnlySpan<char> rest)
    {
        var longest = 0;
        if (names.NamesWith(rest[0]).IsEmpty)
        {
            return 0;
        }

        for (var length = 1; length <= rest.Length; length++)
        {
            var range = names.ByText.BeginningWith(rest[..length]);
            if (range.IsEmpty)
            {
                break;
            }

            if (names.Text[range[0].Text].Length == length)
            {
                longest = length;
            }
        }

        return longest;
    }
}
