using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>
/// Finds for each draft the place on record that it describes: by id; else among places of the same name and kind by address,
/// position and village; and when one is left on either side, that one, so that a moved or re-addressed place keeps its id.
/// </summary>
public static class MatchDrafts
{
    private static readonly Func<Draft, Place, bool>[] Likeness =
    [
        (draft, place) => draft.Position == place.Position && draft.Address == place.Address && draft.Village == place.Village && draft.Township == place.Township,
        (draft, place) => draft.Position is not null && draft.Position == place.Position,
        (draft, place) => draft.Address is not null && draft.Address == place.Address && draft.Township == place.Township,
        (draft, place) => draft.Village is not null && draft.Village == place.Village,
    ];

    /// <summary>The matches; drafts that are missing from it are new.</summary>
    public static IReadOnlyDictionary<Draft, Place> Of(IReadOnlyList<Draft> drafts, IReadOnlyList<Place> standing)
    {
        Dictionary<Draft, Place> found = [];
        var byId = standing.ToDictionary(place => place.Id, StringComparer.Ordinal);
        foreach (var draft in drafts.Where(draft => draft.Id is not null && byId.ContainsKey(draft.Id)))
        {
            found[draft] = byId[draft.Id!];
        }

        var taken = found.Values.Select(place => place.Id).ToHashSet(StringComparer.Ordinal);
        var groups = standing.Where(place => !taken.Contains(place.Id)).GroupBy(place => (place.Name, place.Kind)).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var group in drafts.Where(draft => !found.ContainsKey(draft) && draft.Id is null).GroupBy(draft => (draft.Name, draft.Kind)))
        {
            if (groups.TryGetValue(group.Key, out var places))
            {
                Match([.. group], places, found);
            }
        }

        return found;
    }

    private static void Match(List<Draft> drafts, List<Place> places, Dictionary<Draft, Place> found)
    {
        foreach (var alike in Likeness)
        {
            foreach (var draft in drafts.Where(draft => !found.ContainsKey(draft)).ToList())
            {
                if (places.Find(place => alike(draft, place)) is { } place)
                {
                    found[draft] = place;
                    places.Remove(place);
                }
            }
        }

        var left = drafts.Where(draft => !found.ContainsKey(draft)).ToList();
        if (left is [var last] && places is [var only] && (last.Township ?? only.Township) == (only.Township ?? last.Township))
        {
            found[last] = only;
        }
    }
}
