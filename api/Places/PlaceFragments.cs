using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places;

/// <summary>A place's JSON in UTF-8 pieces that are put together per answer; every piece but the head begins with a comma.</summary>
/// <param name="Head">The opening brace, id, name and kind.</param>
/// <param name="Positions">The position in each <see cref="Crs"/>.</param>
/// <param name="Tail">Township to sample: the rest that every list shows.</param>
/// <param name="Detail">What only the place's own address shows.</param>
internal sealed record PlaceFragments(byte[] Head, byte[][] Positions, byte[] Tail, byte[] Detail)
{
    /// <summary>Writes all pieces of a place.</summary>
    public static PlaceFragments Of(PlaceEntry entry, PlaceWords words) => new(
        PlaceJson.Head(entry, words),
        [.. Enum.GetValues<Crs>().Select(crs => PlaceJson.Position(entry, crs))],
        PlaceJson.Tail(entry, words),
        PlaceJson.Detail(entry, words));
}
