using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places;

/// <summary>Reads the filters that all lists of places share.</summary>
internal static class PlaceQuery
{
    /// <summary>The most places one answer holds; more is clamped.</summary>
    public const int MostPlaces = 100;

    /// <summary>How many places an answer may hold; refuses none and fewer.</summary>
    public static bool TryLimit(int? asked, int usual, out int limit, out Refusal? refusal)
    {
        limit = Math.Min(asked ?? usual, MostPlaces);
        refusal = limit > 0 ? null : PlaceRefusals.TooSmall("limit", limit, "1 到 100 的整数");
        return refusal is null;
    }

    /// <summary>The coordinate system, WGS-84 when none is named; refuses what is none of the three.</summary>
    public static bool TryCrs(string? code, out Crs crs, out Refusal? refusal)
    {
        crs = Crs.Wgs84;
        refusal = code is null || CrsCodes.TryParse(code, out crs) ? null : PlaceRefusals.NotOneOf("crs", code, "wgs84、gcj02、bd09");
        return refusal is null;
    }

    /// <summary>The filter; refuses codes nobody knows.</summary>
    public static bool TryFilter(
        PlaceSnapshot snapshot, string[]? materials, string? match, string[]? kinds, DateTimeOffset? openAt, out PlaceFilter filter, out Refusal? refusal)
    {
        filter = default;
        refusal = match is null or "any" or "all" ? null : PlaceRefusals.NotOneOf("match", match, "any、all");
        if (refusal is not null)
        {
            return false;
        }

        var (materialMask, kindMask) = (0UL, 0UL);
        foreach (var code in materials ?? [])
        {
            if (snapshot.Words.MaterialBit(code) is not { } bit)
            {
                refusal = PlaceRefusals.NoMaterial(code);
                return false;
            }

            materialMask |= 1UL << bit;
        }

        foreach (var code in kinds ?? [])
        {
            if (snapshot.Words.KindBit(code) is not { } bit)
            {
                refusal = PlaceRefusals.NoKind(code);
                return false;
            }

            kindMask |= 1UL << bit;
        }

        filter = new PlaceFilter(snapshot, materialMask, match == "all", kindMask, openAt);
        return true;
    }
}
