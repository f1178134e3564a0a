using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Geo;

/// <summary>From the content's plain numbers to checked positions.</summary>
public static class Outline
{
    /// <summary>The district of a geography that has an outline.</summary>
    public static District Of(Geography geo) =>
        new([[.. geo.Boundary.Select(point => Position.At(point.Lng, point.Lat))]]);
}
