using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Villages;

namespace Jizhou.Public.Api.Places;

/// <summary>Where listed places must be, and what they are ordered around.</summary>
/// <param name="Township">Code of the village's township; null without a village.</param>
/// <param name="Village">Code of a village whose places come first, or null.</param>
/// <param name="Box">A box, or null.</param>
public sealed record PlaceArea(string? Township, string? Village, BoundingBox? Box)
{
    /// <summary>How many ranks there are.</summary>
    public const int Ranks = 3;

    /// <summary>A village to start from: it leaves no place out; null for none.</summary>
    public NearVillage? Near { get; init; }

    /// <summary>
    /// With a village: 0 for its places, 1 for the rest of its township. Near a village the same, and 2 for the rest of the
    /// district. Else 0 for all. Null for places elsewhere.
    /// </summary>
    public int? RankOf(PlaceEntry entry)
    {
        var place = entry.Place;
        if (Box is { } box && (entry.Position is not { } position || !box.Contains(position)))
        {
            return null;
        }

        if (Village is not null && place.Village == Village)
        {
            return 0;
        }

        if (Township is not null && place.Township != Township)
        {
            return null;
        }

        return Near?.RankOf(entry) ?? (Village is null ? 0 : 1);
    }
}
