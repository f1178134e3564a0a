using System.Globalization;
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
        PlaceSnapshot snapshot, PlaceFilterRequest asked, DateTimeOffset now, out PlaceFilter filter, out Refusal? refusal)
    {
        filter = default;
        refusal = asked.Match is null or "any" or "all" ? null : PlaceRefusals.NotOneOf("match", asked.Match, "any、all");
        if (refusal is not null)
        {
            return false;
        }

        var words = snapshot.Words;
        if (!TryBits(asked.Material, words.MaterialBit, PlaceRefusals.NoMaterial, out var materialBits, out refusal)
            || !TryBits(asked.Kind, words.KindBit, PlaceRefusals.NoKind, out var kindBits, out refusal)
            || !TryBits(asked.Township, words.TownshipBit, code => PlaceRefusals.NoTownship(code, words.Geo), out var townshipBits, out refusal))
        {
            return false;
        }

        filter = new PlaceFilter(snapshot, materialBits, asked.Match == "all", kindBits, asked.OpenNow == true ? now : null, townshipBits);
        return true;
    }

    /// <summary>Where a list by distance continues; refuses what is no cursor of such a list.</summary>
    public static bool TryAfter(PlaceSnapshot snapshot, string cursor, out Hit after)
    {
        var isRead = PlaceCursor.TryRead(cursor, out var metres, out var id);
        after = isRead ? new Hit(metres, snapshot.LastOrdinalUpTo(id)) : Hit.BeforeAll;
        return isRead;
    }

    private static bool TryBits(string[]? codes, Func<string, int?> bitOf, Func<string, Refusal> refuse, out ulong bits, out Refusal? refusal)
    {
        (bits, refusal) = (0, null);
        foreach (var code in codes ?? [])
        {
            if (bitOf(code) is not { } bit)
            {
                refusal = refuse(code);
                return false;
            }

            bits |= 1UL << bit;
        }

        return true;
    }

    /// <summary>Reads west,south,east,north in WGS-84 degrees.</summary>
    public static bool TryBox(string text, out BoundingBox box)
    {
        box = default;
        var parts = text.Split(',');
        Span<double> edges = stackalloc double[4];
        for (var i = 0; i < parts.Length; i++)
        {
            if (i == 4 || !double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out edges[i]))
            {
                return false;
            }
        }

        return parts.Length == 4 && BoundingBox.TryCreate(edges[0], edges[1], edges[2], edges[3], out box);
    }
}
