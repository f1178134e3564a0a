using System.Globalization;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace Jizhou.Public.Api.Places.Import.Projections;

/// <summary>
/// A projected coordinate system of the table systems.tsv (EPSG code and WKT, made with gdalsrsinfo and checked against gdaltransform). Numbers are
/// easting and northing in metres. ProjNet brings no table of its own; what the table lacks is refused by name.
/// </summary>
public sealed class ProjectedSystem
{
    private const double Million = 1_000_000;
    private static readonly Lazy<Dictionary<int, string>> Table = new(ReadTable);

    private readonly MathTransform _toWgs84;
    private readonly double _centralMeridian;
    private readonly double _falseEasting;
    private readonly bool _isGaussKruger;

    private ProjectedSystem(int code, string wkt)
    {
        var system = (ProjectedCoordinateSystem)new CoordinateSystemFactory().CreateFromWkt(wkt);
        (Code, Name) = (code, system.Name);
        _toWgs84 = new CoordinateTransformationFactory().CreateFromCoordinateSystems(system, GeographicCoordinateSystem.WGS84).MathTransform;
        _centralMeridian = Parameter(system, "central_meridian");
        _falseEasting = Parameter(system, "false_easting");
        _isGaussKruger = code is >= 4491 and <= 4554 or >= 31466 and <= 31469;
    }

    /// <summary>The EPSG code.</summary>
    public int Code { get; }

    /// <summary>The name in the EPSG register.</summary>
    public string Name { get; }

    /// <summary>All codes of the table.</summary>
    public static IReadOnlyCollection<int> Codes => Table.Value.Keys;

    /// <summary>The system with an EPSG code, or null when the table lacks it.</summary>
    public static ProjectedSystem? Find(int code) => Table.Value.TryGetValue(code, out var wkt) ? new(code, wkt) : null;

    /// <summary>Longitude and latitude in WGS-84 degrees; false when the numbers cannot be of this system (wrong zone, degrees instead of metres).</summary>
    public bool TryToWgs84(double easting, double northing, out double lng, out double lat)
    {
        (lng, lat) = (0, 0);
        if (!TryZone(ref easting))
        {
            return false;
        }

        (lng, lat) = _toWgs84.Transform(easting, northing);
        if (Code is >= 31466 and <= 31469 && double.IsFinite(lng) && double.IsFinite(lat))
        {
            var (east, north) = GermanShift.At(lng, lat);
            (lng, lat) = (lng + east, lat + north);
        }

        return double.IsFinite(lng) && double.IsFinite(lat) && IsNear(lng, lat, easting);
    }

    /// <summary>
    /// Chinese and German eastings carry the number of their zone in front (39,535,000 = zone 39) or leave it out, whatever the system's name says.
    /// It is put right where it agrees with the system; another zone's number is refused.
    /// </summary>
    private bool TryZone(ref double easting)
    {
        if (!_isGaussKruger)
        {
            return true;
        }

        var (given, own) = (Math.Floor(easting / Million), Math.Floor(_falseEasting / Million));
        if (own > 0)
        {
            easting += given < 1 ? own * Million : 0;
            return given < 1 || IsSame(given, own);
        }

        easting -= given * Million;
        return given < 1 || IsSame(given * 3, _centralMeridian) || IsSame((given * 6) - 3, _centralMeridian);
    }

    private static bool IsSame(double one, double other) => Math.Abs(one - other) < 1e-6; // zone numbers and whole degrees

    /// <summary>A transverse Mercator is used within a few degrees of its meridian, and all of the systems on the land they were made for.</summary>
    private bool IsNear(double lng, double lat, double easting) => Code switch
    {
        27700 => lng is > -10 and < 4 && lat is > 49 and < 62,
        2154 => lng is > -10 and < 12 && lat is > 40 and < 52,
        _ => Math.Abs(lng - _centralMeridian) < 7 && Math.Abs(easting % Million - 500_000) < 420_000 && lat is > -81 and < 85,
    };

    private static double Parameter(ProjectedCoordinateSystem system, string name) => system.Projection.GetParameter(name)?.Value ?? 0;

    /// <summary>The lines of a table that is part of the program, taken apart at tabs.</summary>
    internal static IEnumerable<string[]> Lines(string table)
    {
        using var stream = typeof(ProjectedSystem).Assembly.GetManifestResourceStream(table)
            ?? throw new InvalidOperationException($"The program was built without {table}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t'))];
    }

    private static Dictionary<int, string> ReadTable() =>
        Lines("Places/systems.tsv").ToDictionary(parts => int.Parse(parts[0], CultureInfo.InvariantCulture), parts => parts[1]);
}
