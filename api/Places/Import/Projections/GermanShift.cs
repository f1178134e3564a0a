using System.Globalization;

namespace Jizhou.Public.Api.Places.Import.Projections;

/// <summary>
/// What has to be added to positions of Germany's old survey (DHDN) behind the shift by seven parameters, which is up to 3 m wrong: a grid of a
/// quarter degree, german-shift.tsv, taken off BETA2007 by way of gdaltransform, and read between its points.
/// </summary>
internal static class GermanShift
{
    private const double Unit = 1e-8;
    private static readonly Lazy<Dictionary<(int X, int Y), (double Lng, double Lat)>> Grid = new(Read);

    /// <summary>The correction at a position in degrees; none outside the grid.</summary>
    public static (double Lng, double Lat) At(double lng, double lat)
    {
        var (x, y) = ((int)Math.Floor(lng * 4), (int)Math.Floor(lat * 4));
        var (right, up) = ((lng * 4) - x, (lat * 4) - y);
        var (sumLng, sumLat) = (0.0, 0.0);
        foreach (var (dx, dy, weight) in new[] { (0, 0, (1 - right) * (1 - up)), (1, 0, right * (1 - up)), (0, 1, (1 - right) * up), (1, 1, right * up) })
        {
            var node = Grid.Value.GetValueOrDefault((x + dx, y + dy));
            sumLng += weight * node.Lng;
            sumLat += weight * node.Lat;
        }

        return (sumLng, sumLat);
    }

    private static Dictionary<(int X, int Y), (double Lng, double Lat)> Read() => ProjectedSystem.Lines("Places/german-shift.tsv").ToDictionary(
        parts => ((int)(Number(parts[0]) * 4), (int)(Number(parts[1]) * 4)), parts => (Number(parts[2]) * Unit, Number(parts[3]) * Unit));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
