using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>A small drawing of the district's outline with one point, for pages without scripts. It orients; it draws no border.</summary>
public sealed class DistrictPicture
{
    private const double Width = 320;
    private const double Margin = 12;
    private const double LeastStep = 1.6; // units between two corners of the drawn outline
    private const double ScaleKilometres = 10;
    private const double KilometresPerDegree = 111.195; // of latitude, on the sphere that distances are computed on

    private readonly BoundingBox _box;
    private readonly double _perDegree;
    private readonly double _narrowing;
    private readonly double _height;
    private readonly string _outline;
    private readonly string _note;

    /// <summary>Takes the outline, and the approval number of maps where the owner has one.</summary>
    public DistrictPicture(Geography geo, IConfiguration configuration)
    {
        var ring = geo.Boundary.Select(point => Position.At(point.Lng, point.Lat)).ToList();
        _box = BoundingBox.Around(ring);
        _narrowing = Math.Cos((_box.SouthWest.Lat + _box.NorthEast.Lat) / 2 / 180 * Math.PI);
        _perDegree = (Width - (2 * Margin)) / ((_box.NorthEast.Lng - _box.SouthWest.Lng) * _narrowing);
        _height = ((_box.NorthEast.Lat - _box.SouthWest.Lat) * _perDegree) + (2 * Margin);
        _outline = Draw(ring);
        _note = MapNote.Of(configuration);
    }

    /// <summary>The figure with the place on it.</summary>
    public string With(Position position, string name, bool illustrative)
    {
        var (x, y) = Project(position);
        var inside = x >= 0 && x <= Width && y >= 0 && y <= _height;
        var dot = inside ? $"<circle class=\"dot\" cx=\"{Text(x)}\" cy=\"{Text(y)}\" r=\"7\"/>" : "";
        var bar = ScaleKilometres / KilometresPerDegree * _perDegree;
        var foot = _height - 6;
        var label = $"{name}在蓟州区轮廓上的大致位置{(inside ? "" : "（在区外，没有画出）")}";
        return $"<figure class=\"minimap\"><svg viewBox=\"0 0 {Text(Width)} {Text(_height)}\" role=\"img\" aria-label=\"{PageTemplate.Escape(label)}\">"
            + $"<path class=\"outline\" d=\"{_outline}\"/>{dot}"
            + $"<path class=\"bar\" d=\"M{Text(Margin)} {Text(foot - 5)}v5h{Text(bar)}v-5\"/></svg>"
            + $"<figcaption class=\"quiet\">{(illustrative ? "点的位置是示意，不是真实位置。" : "")}左下横线长 10 公里。轮廓{PageTemplate.Escape(_note)}。</figcaption></figure>";
    }

    private string Draw(List<Position> ring)
    {
        var path = new StringBuilder();
        var (lastX, lastY) = (double.MinValue, double.MinValue);
        foreach (var (x, y) in ring.Select(Project))
        {
            if (Math.Abs(x - lastX) + Math.Abs(y - lastY) < LeastStep)
            {
                continue;
            }

            path.Append(path.Length == 0 ? 'M' : 'L').Append(Text(x)).Append(' ').Append(Text(y));
            (lastX, lastY) = (x, y);
        }

        return path.Append('z').ToString();
    }

    private (double X, double Y) Project(Position at) => (
        ((at.Lng - _box.SouthWest.Lng) * _narrowing * _perDegree) + Margin,
        ((_box.NorthEast.Lat - at.Lat) * _perDegree) + Margin);

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
