namespace Jizhou.Public.Api.Places.Geo;

/// <summary>
/// Between WGS-84 and the two shifted datums of maps published in China, by the formula that circulates in public
/// (Krasovsky 1940 ellipsoid). "Outside China", where GCJ-02 equals WGS-84, is the rectangle most packages use:
/// longitude 72.004 to 137.8347, latitude 0.8293 to 55.8271, asked of the position in its own datum.
/// BD-09 is applied everywhere, as its makers do. The ways back are iterated: a round trip ends within 0.01 m.
/// </summary>
public static class ChinaDatum
{
    private const double SemiMajorAxis = 6_378_245.0;
    private const double EccentricitySquared = 0.00669342162296594323;
    private const double BaiduTwist = Math.PI * 3000 / 180;
    private const double Converged = 1e-10; // degrees, about 0.01 mm

    /// <summary>A stored position as <paramref name="crs"/> writes it.</summary>
    public static (double Lng, double Lat) FromWgs84(Position position, Crs crs) => crs switch
    {
        Crs.Gcj02 => Gcj02FromWgs84(position.Lng, position.Lat),
        Crs.Bd09 => Bd09FromWgs84(position.Lng, position.Lat),
        _ => (position.Lng, position.Lat),
    };

    /// <summary>What <paramref name="crs"/> writes as a position; refuses what is not on the earth before or after.</summary>
    public static bool TryToWgs84(double lng, double lat, Crs crs, out Position position)
    {
        var onEarth = Position.TryCreate(lng, lat, out position);
        if (!onEarth || crs == Crs.Wgs84)
        {
            return onEarth;
        }

        var (x, y) = crs == Crs.Gcj02
            ? Invert(Gcj02FromWgs84, lng, lat)
            : Invert(Bd09FromWgs84, lng, lat);
        return Position.TryCreate(x, y, out position);
    }

    private static (double Lng, double Lat) Gcj02FromWgs84(double lng, double lat)
    {
        if (lng < 72.004 || lng > 137.8347 || lat < 0.8293 || lat > 55.8271)
        {
            return (lng, lat);
        }

        var radLat = lat / 180 * Math.PI;
        var sine = Math.Sin(radLat);
        var magic = 1 - (EccentricitySquared * sine * sine);
        var root = Math.Sqrt(magic);
        var north = ShiftNorth(lng - 105, lat - 35) * 180 / (SemiMajorAxis * (1 - EccentricitySquared) / (magic * root) * Math.PI);
        var east = ShiftEast(lng - 105, lat - 35) * 180 / (SemiMajorAxis / root * Math.Cos(radLat) * Math.PI);
        return (lng + east, lat + north);
    }

    private static (double Lng, double Lat) Bd09FromWgs84(double lng, double lat)
    {
        var (x, y) = Gcj02FromWgs84(lng, lat);
        var length = Math.Sqrt((x * x) + (y * y)) + (0.00002 * Math.Sin(y * BaiduTwist));
        var angle = Math.Atan2(y, x) + (0.000003 * Math.Cos(x * BaiduTwist));
        return ((length * Math.Cos(angle)) + 0.0065, (length * Math.Sin(angle)) + 0.006);
    }

    private static double ShiftNorth(double x, double y) =>
        -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x))) + Ripple(x)
        + (((20 * Math.Sin(y * Math.PI)) + (40 * Math.Sin(y / 3 * Math.PI))) * 2 / 3)
        + (((160 * Math.Sin(y / 12 * Math.PI)) + (320 * Math.Sin(y * Math.PI / 30))) * 2 / 3);

    private static double ShiftEast(double x, double y) =>
        300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x))) + Ripple(x)
        + (((20 * Math.Sin(x * Math.PI)) + (40 * Math.Sin(x / 3 * Math.PI))) * 2 / 3)
        + (((150 * Math.Sin(x / 12 * Math.PI)) + (300 * Math.Sin(x / 30 * Math.PI))) * 2 / 3);

    private static double Ripple(double x) =>
        ((20 * Math.Sin(6 * x * Math.PI)) + (20 * Math.Sin(2 * x * Math.PI))) * 2 / 3;

    /// <summary>
    /// Walks back by the error of the way forth until it vanishes (it shrinks some thousandfold a step). At the rectangle's edge,
    /// where the shift jumps, it may not vanish: then the nearest try stands.
    /// </summary>
    private static (double Lng, double Lat) Invert(Func<double, double, (double Lng, double Lat)> forth, double lng, double lat)
    {
        var (x, y) = (lng, lat);
        for (var step = 0; step < 20; step++)
        {
            var (a, b) = forth(x, y);
            (x, y) = (x + lng - a, y + lat - b);
            if (Math.Abs(lng - a) < Converged && Math.Abs(lat - b) < Converged)
            {
                break;
            }
        }

        return (x, y);
    }
}
