namespace Jizhou.Public.Api.Places.Geo;

/// <summary>
/// Distance over the sphere of the mean earth radius, by the haversine formula in doubles. This one definition orders every
/// list of places; the index and the test that sorts every point both come here.
/// </summary>
public static class GreatCircle
{
    /// <summary>Mean earth radius in metres (IUGG R1).</summary>
    public const double EarthRadius = 6_371_008.8;

    private const double RadiansPerDegree = Math.PI / 180;

    /// <summary>Unrounded metres between two positions.</summary>
    public static double Metres(Position from, Position to) => ToMetres(Haversine(
        Radians(from.Lng), Radians(from.Lat), Math.Cos(Radians(from.Lat)),
        Radians(to.Lng), Radians(to.Lat), Math.Cos(Radians(to.Lat))));

    /// <summary>Degrees as radians.</summary>
    internal static double Radians(double degrees) => degrees * RadiansPerDegree;

    /// <summary>The point of the unit sphere, x towards 0° E on the equator, and the cosine of its latitude.</summary>
    internal static (double X, double Y, double Z, double CosLat) Unit(double lng, double lat)
    {
        var cosLat = Math.Cos(lat);
        var (sinLng, cosLng) = Math.SinCos(lng);
        return (cosLat * cosLng, cosLat * sinLng, Math.Sin(lat), cosLat);
    }

    /// <summary>sin²(angle / 2) between two points, 0 to 1: a quarter of the squared chord through the unit sphere.</summary>
    internal static double Haversine(double lngA, double latA, double cosLatA, double lngB, double latB, double cosLatB)
    {
        var north = Math.Sin((latB - latA) / 2);
        var east = Math.Sin((lngB - lngA) / 2);
        return (north * north) + (cosLatA * cosLatB * (east * east));
    }

    /// <summary>Metres for a haversine; grows with it.</summary>
    internal static double ToMetres(double haversine) => 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));

    /// <summary>The haversine of a distance in metres; half the earth's circumference and more give 1.</summary>
    internal static double FromMetres(double metres)
    {
        var sine = Math.Sin(Math.Min(Math.PI / 2, metres / (2 * EarthRadius)));
        return sine * sine;
    }
}
