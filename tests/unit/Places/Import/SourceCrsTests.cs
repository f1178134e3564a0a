using System.Diagnostics;
using System.Globalization;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Api.Places.Import.Projections;

namespace Jizhou.Public.UnitTests.Places.Import;

/// <summary>Coordinate systems of files; the oracle is gdaltransform of gdal-bin.</summary>
public sealed class SourceCrsTests
{
    private const double MostMetres = 1;

    /// <summary>gdaltransform needs a process for each system: the kinds that stand alone and twenty drawn with a seed; all 200 with JIZHOU_ALL_SYSTEMS=1, as after make-systems.</summary>
    [Fact]
    public void Every_system_of_the_table_agrees_with_gdaltransform_to_a_metre()
    {
        Assert.Equal(200, ProjectedSystem.Codes.Count);
        Parallel.ForEach(Chosen(), new() { MaxDegreeOfParallelism = 4 }, AgreesWithGdal);
    }

    [Theory]
    [InlineData("EPSG:4548", "EPSG:4548")]
    [InlineData("urn:ogc:def:crs:EPSG::32650", "EPSG:32650")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4527", "EPSG:4527")]
    [InlineData("CGCS2000_3_Degree_GK_CM_117E", "EPSG:4548")]
    [InlineData("CGCS2000 / 3-degree Gauss-Kruger zone 39", "EPSG:4527")]
    [InlineData("CGCS2000_GK_Zone_20", "EPSG:4498")]
    [InlineData("CGCS2000 / Gauss-Kruger CM 117E", "EPSG:4509")]
    [InlineData("WGS_1984_UTM_Zone_50N", "EPSG:32650")]
    [InlineData("WGS 84 / UTM zone 32S", "EPSG:32732")]
    [InlineData("27700", "EPSG:27700")]
    [InlineData("CRS84", "wgs84")]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", "wgs84")]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "wgs84")]
    [InlineData("GCS_WGS_1984", "wgs84")]
    [InlineData("CGCS2000", "cgcs2000")]
    [InlineData("高德", "gcj02")]
    [InlineData("BD-09", "bd09")]
    [InlineData("EPSG:900913", "3857")]
    public void A_system_is_known_by_the_names_that_files_write(string name, string code) => Assert.Equal(code, SourceCrs.Parse(name).Code);

    [Theory]
    [InlineData("EPSG:2437")]
    [InlineData("Beijing 1954 / 3-degree Gauss-Kruger CM 117E")]
    [InlineData("Xian 1980")]
    [InlineData("EPSG:99999999999")]
    [InlineData("")]
    public void Any_other_is_refused_by_its_name(string name) =>
        Assert.Contains($"“{name}”", Assert.Throws<ImportFailedException>(() => SourceCrs.Parse(name)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("EPSG:4548", 39_535_000, true)] // 39 is the zone of 117° E
    [InlineData("EPSG:4548", 535_000, true)]
    [InlineData("EPSG:4548", 38_535_000, false)]
    [InlineData("EPSG:4527", 535_000, true)]
    [InlineData("EPSG:4527", 40_535_000, false)]
    [InlineData("EPSG:4509", 20_535_000, true)]
    [InlineData("EPSG:4548", 117.41, false)] // degrees
    public void The_number_of_the_zone_in_front_of_the_easting_must_agree(string code, double easting, bool fits)
    {
        Assert.Equal(fits, SourceCrs.Parse(code).TryRead(easting, 4_434_943, out var at));
        Assert.True(!fits || (Math.Abs(at.Lng - 117.41) < 0.01 && Math.Abs(at.Lat - 40.05) < 0.01));
    }

    [Fact]
    public void Which_of_two_numbers_is_north_follows_from_the_numbers()
    {
        var crs = SourceCrs.Parse("EPSG:4548");
        Assert.False(crs.Facing([(535_000, 4_434_943)]).NorthFirst);
        Assert.True(crs.Facing([(4_434_943, 535_000), (4_434_950, 39_535_010)]).NorthFirst);
        Assert.False(SourceCrs.Parse("wgs84").Facing([(40.05, 117.41)]).NorthFirst);
    }

    private static IEnumerable<int> Chosen()
    {
        if (Environment.GetEnvironmentVariable("JIZHOU_ALL_SYSTEMS") == "1")
        {
            return ProjectedSystem.Codes;
        }

        int[] always = [2154, 27700, 31466, 31467, 31468, 31469, 4498, 4509, 4527, 4548, 32650, 32732];
        var rest = ProjectedSystem.Codes.Except(always).ToArray();
        new Random(20_261_126).Shuffle(rest);
        return [.. always, .. rest.Take(20)];
    }

    private static void AgreesWithGdal(int code)
    {
        var system = ProjectedSystem.Find(code)!;
        var points = Points(code).ToList();
        var projected = Gdal("EPSG:4326", $"EPSG:{code}", points);
        for (var i = 0; i < points.Count; i++)
        {
            Assert.True(system.TryToWgs84(projected[i].X, projected[i].Y, out var lng, out var lat), $"EPSG:{code} {projected[i]}");
            var metres = GreatCircle.Metres(Position.At(lng, lat), Position.At(points[i].X, points[i].Y));
            Assert.True(metres < MostMetres, string.Create(CultureInfo.InvariantCulture, $"EPSG:{code} {points[i]}: {metres} m"));
        }
    }

    /// <summary>Points all over the land a system is made for.</summary>
    private static IEnumerable<(double X, double Y)> Points(int code)
    {
        var (west, east, south, north) = code switch
        {
            27700 => (-6.0, 1.5, 50.0, 58.5),
            2154 => (-4.0, 8.0, 42.5, 51.0),
            31466 => (6.1, 7.5, 49.5, 52.5),
            31467 => (7.6, 10.4, 47.8, 54.8),
            31468 => (10.6, 13.4, 47.9, 54.0),
            31469 => (13.6, 14.6, 51.0, 53.4),
            >= 4491 and <= 4512 => Around(75 + (6 * ((code - 4491) % 11)), 3, 18, 54),
            >= 4513 and <= 4554 => Around(75 + (3 * ((code - 4513) % 21)), 1.5, 18, 54),
            >= 25828 and <= 25837 => Around((6 * (code - 25800)) - 183, 3, 36, 70),
            >= 32701 => Around((6 * (code - 32700)) - 183, 2.9, -79, -1),
            _ => Around((6 * (code - 32600)) - 183, 2.9, 1, 83),
        };
        for (var i = 0; i <= 4; i++)
        {
            for (var j = 0; j <= 4; j++)
            {
                yield return (west + ((east - west) * i / 4), south + ((north - south) * j / 4));
            }
        }
    }

    private static (double West, double East, double South, double North) Around(double middle, double half, double south, double north) => (middle - half, middle + half, south, north);

    private static List<(double X, double Y)> Gdal(string from, string to, IReadOnlyList<(double X, double Y)> points)
    {
        var start = new ProcessStartInfo("gdaltransform", ["-s_srs", from, "-t_srs", to, "-output_xy"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        foreach (var (x, y) in points)
        {
            process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{x} {y}"));
        }

        process.StandardInput.Close();
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(points.Count, lines.Length);
        return [.. lines.Select(line => line.Split(' ')).Select(parts => (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture)))];
    }
}
