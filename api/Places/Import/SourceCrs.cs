using System.Globalization;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Import.Projections;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>
/// A coordinate system a file may use. It is named by the file or by whoever imports it, never guessed: a wrong guess between
/// WGS-84 and GCJ-02 puts every place some 500 m away.
/// </summary>
/// <param name="Code">The name we write.</param>
/// <param name="Datum">How its degrees are shifted.</param>
/// <param name="IsMercator">Whether its numbers are metres of web maps (EPSG:3857).</param>
public sealed partial record SourceCrs(string Code, Crs Datum, bool IsMercator)
{
    /// <summary>What may be given, for messages.</summary>
    public const string Known = "wgs84（EPSG:4326）、cgcs2000（EPSG:4490）、3857、gcj02（高德、腾讯）、bd09（百度），"
        + "或投影坐标的 EPSG 号：CGCS2000 4491–4554（东经 117° 三度带是 4548）、UTM 32601–32660 32701–32760 25828–25837、31466–31469、27700、2154";

    private const double MercatorRadius = 6_378_137;

    /// <summary>The projection when its numbers are metres of one.</summary>
    public ProjectedSystem? Projection { get; private init; }

    /// <summary>Whether the numbers are metres.</summary>
    public bool IsProjected => IsMercator || Projection is not null;

    /// <summary>Whether the first number is the northing, as Chinese and German surveyors write X and Y.</summary>
    public bool NorthFirst { get; private init; }

    /// <summary>Reads a name: <c>wgs84</c>, <c>EPSG:4548</c>, an OGC URN or address, 大地2000; refuses every other coordinate system by its name.</summary>
    public static SourceCrs Parse(string name)
    {
        var plain = Clean(name);
        return plain switch
        {
            "wgs84" or "4326" or "epsg:4326" or "ogc:1.3:crs84" or "ogc:crs84" or "crs84" or "gcswgs1984" => new("wgs84", Crs.Wgs84, false),
            "cgcs2000" or "4490" or "epsg:4490" or "国家2000" or "大地2000" or "2000国家大地坐标系" => new("cgcs2000", Crs.Wgs84, false), // differs from WGS-84 by centimetres
            "etrs89" or "4258" or "epsg:4258" => new("etrs89", Crs.Wgs84, false), // within a metre of WGS-84
            "3857" or "epsg:3857" or "epsg:900913" or "900913" => new("3857", Crs.Wgs84, true),
            "gcj02" or "高德" or "腾讯" or "火星坐标" => new("gcj02", Crs.Gcj02, false),
            "bd09" or "bd09ll" or "百度" => new("bd09", Crs.Bd09, false),
            _ => Projected(plain) ?? throw new ImportFailedException($"不支持坐标系“{(name.Length > 80 ? name[..80] + "…" : name)}”，没有导入。支持的有：{Known}。请先用 GIS 软件转换。"),
        };
    }

    /// <summary>Whether two names mean the same numbers.</summary>
    public bool Agrees(SourceCrs other) => (Datum, IsMercator, Projection?.Code) == (other.Datum, other.IsMercator, other.Projection?.Code);

    /// <summary>
    /// The same system with its two numbers the way round in which the file writes them: surveyors' X is north. It follows from the numbers, since
    /// only one way round can lie in the zone.
    /// </summary>
    public SourceCrs Facing(IReadOnlyList<(double X, double Y)> samples)
    {
        var turned = this with { NorthFirst = true };
        var (straight, other) = (samples.Count(pair => TryRead(pair.X, pair.Y, out _)), samples.Count(pair => turned.TryRead(pair.X, pair.Y, out _)));
        return Projection is not null && other > straight ? turned : this;
    }

    /// <summary>A pair of numbers as a stored position (rounded to 7 decimals, 1 cm, when it was converted); false when it is not on the earth or not in the zone.</summary>
    public bool TryRead(double x, double y, out Position position)
    {
        if (Projection is not null)
        {
            var inside = Projection.TryToWgs84(NorthFirst ? y : x, NorthFirst ? x : y, out var east, out var north);
            return Position.TryCreate(Math.Round(east, 7), Math.Round(north, 7), out position) && inside;
        }

        if (IsMercator)
        {
            var lng = x / MercatorRadius * 180 / Math.PI;
            var lat = ((2 * Math.Atan(Math.Exp(y / MercatorRadius))) - (Math.PI / 2)) * 180 / Math.PI;
            return Position.TryCreate(Math.Round(lng, 7), Math.Round(lat, 7), out position) && Math.Abs(lat) < 85.06;
        }

        var read = ChinaDatum.TryToWgs84(x, y, Datum, out position);
        return read && (Datum == Crs.Wgs84 || Position.TryCreate(Math.Round(position.Lng, 7), Math.Round(position.Lat, 7), out position));
    }

    private static SourceCrs? Projected(string plain)
    {
        var number = Number().Match(plain);
        var code = number.Success ? int.Parse(number.Groups["code"].Value, CultureInfo.InvariantCulture) : NamedZone(plain);
        return ProjectedSystem.Find(code) is { } system ? new($"EPSG:{code}", Crs.Wgs84, false) { Projection = system } : null;
    }

    /// <summary>The names that .prj files and exports write: CGCS2000_3_Degree_GK_CM_117E, …_Zone_39, WGS_1984_UTM_Zone_50N; 0 for others.</summary>
    private static int NamedZone(string plain)
    {
        if (GaussKruger().Match(plain) is { Success: true } gauss)
        {
            var (byZone, number) = (gauss.Groups["zone"].Success, int.Parse(gauss.Groups["number"].Value, CultureInfo.InvariantCulture));
            return (gauss.Groups["three"].Success, byZone) switch
            {
                (true, true) when number is >= 25 and <= 45 => 4513 + number - 25,
                (true, false) when number is >= 75 and <= 135 && number % 3 == 0 => 4534 + ((number - 75) / 3),
                (false, true) when number is >= 13 and <= 23 => 4491 + number - 13,
                (false, false) when number is >= 75 and <= 135 && (number - 75) % 6 == 0 => 4502 + ((number - 75) / 6),
                _ => 0,
            };
        }

        return Utm().Match(plain) is { Success: true } utm && int.Parse(utm.Groups["number"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 60 and var zone
            ? (utm.Groups["south"].Success ? 32700 : 32600) + zone
            : 0;
    }

    private static string Clean(string name) => name.Trim().ToLowerInvariant().Replace("urn:ogc:def:crs:", "", StringComparison.Ordinal)
        .Replace("http://www.opengis.net/def/crs/", "", StringComparison.Ordinal).Replace("https://www.opengis.net/def/crs/", "", StringComparison.Ordinal)
        .Replace("/0/", ":", StringComparison.Ordinal).Replace("::", ":", StringComparison.Ordinal).Replace('/', ':')
        .Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^(epsg:([\d.]*:)?)?(?<code>\d{4,5})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^cgcs2000:?(?<three>3degree)?(gk|gausskruger)(?<zone>zone)?(cm)?(?<number>\d{2,3})e?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GaussKruger();

    [GeneratedRegex(@"^wgs(19)?84:?utmzone(?<number>\d{1,2})(n|(?<south>s))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Utm();
}
