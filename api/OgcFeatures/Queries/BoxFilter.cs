using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Jizhou.Public.Api.Platform.Geodata;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.OgcFeatures.Queries;

/// <summary>
/// The parameter <c>bbox</c>, edges included. Points are compared in the system the box was given in: a client that sends back
/// coordinates it was given meets the same point. A box of degrees whose west is greater than its east crosses the date line.
/// </summary>
internal sealed record BoxFilter(KnownCrs Crs, double West, double South, double East, double North)
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private const string Wanted = " 4 个或 6 个数：两个角的坐标，顺序与 bbox-crs 的轴相同（不给 bbox-crs 就是 西,南,东,北），用英文逗号分开";

    /// <summary>Reads four numbers, or six with heights (which no feature has); refuses anything else.</summary>
    public static bool TryRead(string text, KnownCrs crs, [NotNullWhen(true)] out BoxFilter? box, out Refusal? refusal)
    {
        (box, refusal) = (null, null);
        var numbers = text.Split(',').Select(part =>
            double.TryParse(part, Plain, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.NaN).ToArray();
        if (numbers.Length is not (4 or 6) || numbers.Any(double.IsNaN) || (numbers.Length == 6 && numbers[2] > numbers[5]))
        {
            refusal = OgcRefusals.Invalid("bbox", text, Wanted);
            return false;
        }

        var upper = numbers.Length / 2;
        var read = crs.LatitudeFirst
            ? new BoxFilter(crs, numbers[1], numbers[0], numbers[upper + 1], numbers[upper])
            : new BoxFilter(crs, numbers[0], numbers[1], numbers[upper], numbers[upper + 1]);
        refusal = read.IsPossible ? null : OgcRefusals.Invalid("bbox", text, $"{crs.Name} 里可能的范围：南不大于北，度数在地球上（经纬度写反了？）");
        box = refusal is null ? read : null;
        return box is not null;
    }

    /// <summary>The features inside, where their set finds them quicker than one by one; null otherwise.</summary>
    public IList<int>? In(IFeatureSet features) => Crs.IsMercator || West > East ? null : features.Inside(West, South, East, North);

    /// <summary>Whether the point lies inside or on the edge.</summary>
    public bool Accepts(GeoPoint point)
    {
        var (x, y) = Crs.Project(point);
        if (y < South || y > North)
        {
            return false;
        }

        return West <= East ? x >= West && x <= East : x >= West || x <= East;
    }

    private bool IsPossible => South <= North
        && (Crs.IsMercator ? West <= East : Math.Abs(West) <= 180 && Math.Abs(East) <= 180 && Math.Abs(South) <= 90 && Math.Abs(North) <= 90);
}
