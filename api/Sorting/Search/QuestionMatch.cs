namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>Finds the names that stand inside a whole question: 「旧床垫怎么扔」 holds 床垫.</summary>
internal static class QuestionMatch
{
    private const int ShortestName = 2;

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
