using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places.Villages;

/// <summary>
/// Takes a page of places around a village whose position is known: nearest first, and after them the places without a
/// position by (rank, name, id). The kind of cursor says in which of the two the page before ended.
/// </summary>
internal static class ListNearVillage
{
    /// <summary>At most <paramref name="count"/> places after a cursor; refuses a cursor of another list.</summary>
    public static bool TryTake(
        PlaceSnapshot snapshot, PlaceArea area, Position from, PlaceFilter filter, string? cursor, int count, out List<Listed> page, out Refusal? refusal)
    {
        (page, refusal) = ([], null);
        if (cursor is not null && PlaceCursor.TryRead(cursor, out int rank, out var name, out var last))
        {
            page = WithoutPosition(snapshot, area, filter, (rank, name, last), count);
            return true;
        }

        var after = Hit.BeforeAll;
        if (cursor is not null)
        {
            if (!PlaceCursor.TryRead(cursor, out double metres, out var id))
            {
                refusal = PlatformRefusals.NoCursor();
                return false;
            }

            after = new Hit(metres, snapshot.LastOrdinalUpTo(id));
        }

        Span<Hit> hits = stackalloc Hit[count];
        var found = snapshot.IndexFor(filter).Nearest(from, double.PositiveInfinity, after, new WithinArea(snapshot, filter, area), hits);
        foreach (var hit in hits[..found])
        {
            var entry = snapshot.Places[hit.Ordinal];
            page.Add(new Listed(entry, area.Near!.RankOf(entry), hit.Metres));
        }

        page.AddRange(WithoutPosition(snapshot, area, filter, null, count - found));
        return true;
    }

    private static List<Listed> WithoutPosition(
        PlaceSnapshot snapshot, PlaceArea area, PlaceFilter filter, (int Rank, string Name, string Id)? after, int count) =>
        PlaceList.Take(snapshot, area, filter, after, count, entry => entry.Position is null);

    private readonly struct WithinArea(PlaceSnapshot snapshot, PlaceFilter filter, PlaceArea area) : IPointFilter
    {
        public bool Accepts(int ordinal) => filter.Accepts(ordinal) && area.RankOf(snapshot.Places[ordinal]) is not null;
    }
}
