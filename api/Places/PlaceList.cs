namespace Jizhou.Public.Api.Places;

/// <summary>Takes a page of places in the order (rank, name, id), all ordinal.</summary>
internal static class PlaceList
{
    /// <summary>At most <paramref name="count"/> places that stand later than the cursor.</summary>
    public static List<(int Rank, PlaceEntry Entry)> Take(
        PlaceSnapshot snapshot, PlaceArea area, PlaceFilter filter, (int Rank, string Name, string Id)? after, int count)
    {
        List<(int Rank, PlaceEntry Entry)> page = [];
        for (var rank = after?.Rank ?? 0; rank <= 1 && page.Count < count; rank++)
        {
            foreach (var entry in snapshot.ByName)
            {
                if (page.Count == count)
                {
                    break;
                }

                if (area.RankOf(entry) == rank && IsLater(rank, entry, after) && filter.Accepts(entry))
                {
                    page.Add((rank, entry));
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
