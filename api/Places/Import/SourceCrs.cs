using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>
/// A coordinate system a file may use. It is named by the file or by whoever imports it, never guessed: a wrong guess between
/// WGS-84 and GCJ-02 puts every place some 500 m away.
/// </summary>
/// <param name="Code">The name we write.</param>
/// <param name="Datum">How its degrees are shifted.</param>
/// <param name="IsMercator">Whether its numbers are metres of web maps (EPSG:3857).</param>
public sealed record SourceCrs(string Code, Crs Datum, bool IsMercator)
{
    /// <summary>What may be given, for messages.</summary>
    public const string Known = "wgs84（EPSG:4326）、cgcs2000（EPSG:4490）、3857、gcj02（高德、腾讯）、bd09（百度）";

    private const double MercatorRadius = 6_378_137;

    /// <summary>Reads a name; refuses every other coordinate system by its name.</summary>
    public static SourceCrs Parse(string name)
    {
        var plain = name.ToLowerInvariant().Replace("urn:ogc:def:crs:", "", StringComparison.Ordinal).Replace("http://www.opengis.net/def/crs/", "", StringComparison.Ordinal)
            .Replace("::", ":", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace("/0/", ":", StringComparison.Ordinal).Trim();
        return plain switch
        {
            "wgs84" or "4326" or "epsg:4326" or "ogc:1.3:crs84" or "ogc:crs84" or "crs84" => new("wgs84", Crs.Wgs84, false),
            "cgcs2000" or "4490" or "epsg:4490" => new("cgcs2000", Crs.Wgs84, false), // differs from WGS-84 by centimetres
            "3857" or "epsg:3857" or "epsg:900913" => new("3857", Crs.Wgs84, true),
            "gcj02" => new("gcj02", Crs.Gcj02, false),
            "bd09" or "bd09ll" => new("bd09", Crs.Bd09, false),
            _ => throw new ImportFailedException($"不支持坐标系“{name}”，没有导入。支持的有：{Known}。请先用 GIS 软件转换。"),
        };
    }

    /// <summary>A pair of numbers as a stored position; false when it is not on the earth.</summary>
    public bool TryRead(double x, double y, out Position position)
    {
        if (IsMercator)
        {
            var lng = x / MercatorRadius * 180 / Math.PI;
            var lat = ((2 * Math.Atan(Math.Exp(y / MercatorRadius))) - (Math.PI / 2)) * 180 / Math.PI;
            return Position.TryCreate(Math.Round(lng, 7), Math.Round(lat, 7), out position) && Math.Abs(lat) < 85.06;
        }

        var read = ChinaDatum.TryToWgs84(x, y, Datum, out position);
        return read && (Datum == Crs.Wgs84 || Position.TryCreate(Math.Round(position.Lng, 7), Math.Round(position.Lat, 7), out position));
    }
}
