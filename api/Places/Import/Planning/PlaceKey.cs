using Jizhou.Public.Api.Places.Import.Reading;
using Jizhou.Public.Api.Places.Import.Rows;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Planning;

/// <summary>
/// What a place is recognised by, as hashes (0 for nothing) and its position (NaN for none): all that is held of a place, in 56 bytes, while a
/// million of them is compared. Few townships and villages exist, half a hash tells them apart.
/// </summary>
internal readonly record struct PlaceKey(ulong Id, ulong Name, ulong NameAndKind, ulong Address, double Lng, double Lat, uint Township, uint Village)
{
    /// <summary>Where it is, or null.</summary>
    public GeoPoint? Position => double.IsNaN(Lng) ? null : new GeoPoint(Lng, Lat);

    public static PlaceKey Of(Place place) => Of(place.Id, place);

    public static PlaceKey Of(Draft draft) => Of(draft.Id, draft.Says);

    /// <summary>
    /// The likenesses that make two places of one name and kind the same, the surest first; 0 where the place lacks what the likeness needs:
    /// everything; the position; address and township; the village.
    /// </summary>
    public ulong Likeness(int level) => level switch
    {
        0 => WordHash.Of(NameAndKind, WordHash.Of(Position), Address, Township, Village),
        1 => Position is null ? 0 : WordHash.Of(NameAndKind, WordHash.Of(Position)),
        2 => Address == 0 ? 0 : WordHash.Of(NameAndKind, Address, Township),
        _ => Village == 0 ? 0 : WordHash.Of(NameAndKind, Village),
    };

    private static PlaceKey Of(string? id, Place place) => new(
        WordHash.Of(id), WordHash.Of(place.Name), WordHash.Of(place.Name, place.Kind), WordHash.Of(place.Address), place.Position?.Lng ?? double.NaN,
        place.Position?.Lat ?? double.NaN, (uint)WordHash.Of(place.Township), (uint)WordHash.Of(place.Village));
}

/// <summary>A place on record while a file is compared with it.</summary>
internal readonly record struct RecordKey(PlaceKey Key, bool IsRemoved, bool IsSample, bool IsInScope);
