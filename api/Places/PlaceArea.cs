using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places;

/// <summary>Where listed places must be.</summary>
/// <param name="Township">Code of a township, or null for all.</param>
/// <param name="Village">Code of a village whose places come first, or null.</param>
/// <param name="Box">A box, or null.</param>
public sealed record PlaceArea(string? Township, string? Village, BoundingBox? Box)
{
    /// <summary>0 for places of the village (or of all, when none was chosen), 1 for the rest of its township, null for places elsewhere.</summary>
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

        return Village is null ? 0 : 1;
    }
}
