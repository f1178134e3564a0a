namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>Finds names that are, begin with or hold the query.</summary>
internal static class DirectMatch
{
    /// <summary>Adds every item with such a name; <paramref name="traditional"/> changes the reason given. Was there a name that is the query?</summary>
    public static bool Add(NameTable names, ReadOnlySpan<char> query, bool traditional, Finds finds)
    {
        var whole = false;
        foreach (var name in Rarest(names, query))
        {
            var text = names.Text[name];
            var place = text.AsSpan().IndexOf(query);
            if (place >= 0)
            {
                var extra = text.Length - query.Length;
                var rank = Rank.Of(Rank.Choose(Rank.Whole, Rank.Beginning, Rank.Inside, extra, place), names.Source[name], extra, place);
                finds.Add(names.Item[name], name, Reason(names.Source[name], traditional), rank);
                whole |= extra == 0;
            }
        }

        return whole;
    }

    /// <summary>The reason that a name of this source gives.</summary>
    public static MatchKind Reason(NameSource source, bool traditional)
    {
        if (traditional)
        {
            return MatchKind.Traditional;
        }

        return source == NameSource.Alias ? MatchKind.Alias : MatchKind.Name;
    }

    // Only names that hold the query's rarest character can hold the query.
    private static ReadOnlySpan<int> Rarest(NameTable names, ReadOnlySpan<char> query)
    {
        var fewest = names.NamesWith(query[0]);
        foreach (var character in query[1..])
        {
            var some = names.NamesWith(character);
            if (some.Length < fewest.Length)
            {
                fewest = some;
            }
        }

        return fewest;
    }
}
