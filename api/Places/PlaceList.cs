namespace Jizhou.Public.Api.Places;

/// <summary>Takes a page of places in the order (rank, name, id), all ordinal.</summary>
internal static class PlaceList
{
    /// <summary>At most <paramref name="count"/> places that stand later than the cursor and pass <paramref name="more"/>.</summary>
    public static List<Listed> Take(
        PlaceSnapshot snapshot, PlaceArea area, PlaceFilter filter, (int Rank, string Name, string Id)? after, int count, Func<PlaceEntry, bool>? more = null)
    {
        List<Listed> page = [];
        for (var rank = after?.Rank ?? 0; rank < PlaceArea.Ranks && page.Count < count; rank++)
        {
            foreach (var entry in snapshot.ByName)
            {
                if (page.Count == count)
                {
                    break;
                }

                if (area.RankOf(entry) == rank && IsLater(rank, entry, after) && filter.Accepts(entry) && more?.Invoke(entry) != false)
                {
                    page.Add(new Listed(entry, rank, Metres: -1));
                }
            }
        }

        return page;
    }

    private static bool IsLater(int rank, PlaceEntry entry, (int Rank, string Name, string Id)? after)
    {
        if (after is not { } last || rank > last.Rank)
        {
            return true;
        }

        var byName = string.CompareOrdinal(entry.Place.Name, last.Name);
        return byName > 0 || (byName == 0 && string.CompareOrdinal(entry.Place.Id, last.Id) > 0);
    }
}
