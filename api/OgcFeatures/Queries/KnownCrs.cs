using Jizhou.Public.Content;

namespace Jizhou.Public.Api.OgcFeatures.Queries;

/// <summary>A coordinate reference system in which features can be asked for and answered; positions are stored in CRS84.</summary>
/// <param name="Uri">Its identifier.</param>
/// <param name="Name">What people call it.</param>
/// <param name="LatitudeFirst">Whether its first axis is latitude.</param>
/// <param name="IsMercator">Whether its coordinates are metres of the web maps' projection and not degrees.</param>
public sealed record KnownCrs(string Uri, string Name, bool LatitudeFirst, bool IsMercator)
{
    private const double EarthRadius = 6_378_137; // metres, the sphere of EPSG:3857

    public static readonly KnownCrs Crs84 = new("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "CRS84（WGS-84，经度在前）", LatitudeFirst: false, IsMercator: false);

    /// <summary>All of them, the usual one first. CGCS2000 (4490) and WGS-84 differ by centimetres: the same numbers serve both.</summary>
    public static readonly IReadOnlyList<KnownCrs> All =
    [
        Crs84,
        new("http://www.opengis.net/def/crs/EPSG/0/4326", "EPSG:4326（WGS-84，纬度在前）", LatitudeFirst: true, IsMercator: false),
        new("http://www.opengis.net/def/crs/EPSG/0/4490", "EPSG:4490（CGCS2000，纬度在前）", LatitudeFirst: true, IsMercator: false),
        new("http://www.opengis.net/def/crs/EPSG/0/3857", "EPSG:3857（网络墨卡托，米）", LatitudeFirst: false, IsMercator: true),
    ];

    /// <summary>The value of the header Content-Crs.</summary>
    public string Header { get; } = $"<{Uri}>";

    /// <summary>The system with an identifier, or null.</summary>
    public static KnownCrs? Find(string? uri) => All.FirstOrDefault(crs => crs.Uri == uri);

    /// <summary>A stored position as x (eastward) and y (northward) of this system, whatever the order of its axes.</summary>
    public (double X, double Y) Project(GeoPoint point) => !IsMercator
        ? (point.Lng, point.Lat)
        : (EarthRadius * double.DegreesToRadians(point.Lng), EarthRadius * Math.Asinh(Math.Tan(double.DegreesToRadians(point.Lat))));

    /// <summary>A stored position in the order of the axes.</summary>
    public (double First, double Second) Write(GeoPoint point)
    {
        var (x, y) = Project(point);
        return LatitudeFirst ? (y, x) : (x, y);
    }
}
