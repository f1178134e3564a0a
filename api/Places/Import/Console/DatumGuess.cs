using System.Globalization;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>Where a file's first points would lie if it were written in one coordinate system.</summary>
/// <param name="Code">What the form sends.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Points">The points; null for one that would not be on the earth.</param>
/// <param name="Inside">How many of them lie in the district.</param>
public sealed record DatumGuess(string Code, string Name, IReadOnlyList<Position?> Points, int Inside)
{
    private const int Shown = 3;

    private static readonly (string Code, string Name)[] Degrees =
        [("wgs84", "WGS-84 / CGCS2000（GPS 手持机、国家大地 2000）"), ("gcj02", "GCJ-02（高德、腾讯地图）"), ("bd09", "BD-09（百度地图）")];

    private static readonly (string Code, string Name)[] Metres =
        [("EPSG:4548", "CGCS2000 三度带，中央经线 117°（EPSG:4548）"), ("EPSG:4527", "CGCS2000 三度带，带号 39（EPSG:4527）"), ("3857", "网络地图的米制坐标（EPSG:3857）"), ("EPSG:32650", "UTM 50 带（EPSG:32650）")];

    /// <summary>The guesses for the numbers of a file: degrees, or metres when they cannot be degrees. Systems this program does not know are left out.</summary>
    public static IReadOnlyList<DatumGuess> Of(IReadOnlyList<(double X, double Y)> samples, Geography geo)
    {
        var first = samples.Where(pair => pair != (0, 0)).Take(Shown).ToList();
        var district = geo.Boundary.Count < 3 ? null : Outline.Of(geo);
        var systems = first.Exists(pair => Math.Abs(pair.X) > 180 || Math.Abs(pair.Y) > 180) ? Metres : Degrees;
        return [.. systems.Select(system => Of(system.Code, system.Name, first, district)).OfType<DatumGuess>()];
    }

    /// <summary>A link that shows the first point on a published map, for comparing it with the houses there.</summary>
    public string? MapLink()
    {
        if (Points.FirstOrDefault(point => point is not null) is not { } point)
        {
            return null;
        }

        var (lng, lat) = ChinaDatum.FromWgs84(point, Crs.Gcj02);
        return string.Create(CultureInfo.InvariantCulture, $"https://uri.amap.com/marker?position={lng:0.000000},{lat:0.000000}&coordinate=gaode");
    }

    private static DatumGuess? Of(string code, string name, List<(double X, double Y)> samples, District? district)
    {
        try
        {
            var crs = SourceCrs.Parse(code).Facing(samples);
            List<Position?> points = [.. samples.Select(pair => crs.TryRead(pair.X, pair.Y, out var position) ? position : (Position?)null)];
            return new(code, name, points, points.Count(point => point is { } at && district?.Contains(at) == true));
        }
        catch (ImportFailedException)
        {
            return null;
        }
    }
}
