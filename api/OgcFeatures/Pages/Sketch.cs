using System.Globalization;
using System.Text;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.OgcFeatures.Pages;

/// <summary>The district's outline and some points on a plane: degrees of longitude are as short as they are at its middle.</summary>
/// <param name="ViewBox">The part of the plane that is shown.</param>
/// <param name="Outline">The outline as an SVG path.</param>
/// <param name="Marks">The points that have a position.</param>
/// <param name="Labels">Their numbers, from 1 in the order given, as SVG elements; points close to each other share one.</param>
internal sealed record Sketch(string ViewBox, string Outline, IReadOnlyList<(string X, string Y)> Marks, IReadOnlyList<string> Labels)
{
    private const double Width = 360; // as wide as a small phone, so that letters keep their size there
    private const double Margin = 24;
    private const double Crowded = 18; // as high as a number

    /// <summary>Draws; null when there is no outline or none of the points has a position. Points outside the outline widen the picture.</summary>
    public static Sketch? Of(IReadOnlyList<GeoPoint> outline, IReadOnlyList<GeoPoint?> points)
    {
        var known = points.OfType<GeoPoint>().ToList();
        if (outline.Count == 0 || known.Count == 0)
        {
            return null;
        }

        GeoPoint[] all = [.. outline, .. known];
        var (west, east, south, north) = (all.Min(p => p.Lng), all.Max(p => p.Lng), all.Min(p => p.Lat), all.Max(p => p.Lat));
        var shrink = Math.Cos(double.DegreesToRadians((south + north) / 2));
        var scale = (Width - (2 * Margin)) / Math.Max((east - west) * shrink, 1e-9);
        (double X, double Y) Place(GeoPoint point) => (Margin + ((point.Lng - west) * shrink * scale), Margin + ((north - point.Lat) * scale));

        var path = new StringBuilder();
        foreach (var point in outline)
        {
            var (x, y) = Place(point);
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Text(x)).Append(' ').Append(Text(y));
        }

        var marks = points.Select((point, i) => (Number: i + 1, Point: point)).Where(one => one.Point is not null)
            .Select(one => (one.Number, At: Place(one.Point!.Value))).ToList();
        return new Sketch(
            $"0 0 {Text(Width)} {Text((2 * Margin) + ((north - south) * scale))}", path.Append('Z').ToString(),
            [.. marks.Select(mark => (Text(mark.At.X), Text(mark.At.Y)))], [.. Groups(marks).Select(Label)]);
    }

    /// <summary>Marks whose numbers would lie on top of each other share one.</summary>
    private static List<List<(int Number, (double X, double Y) At)>> Groups(List<(int Number, (double X, double Y) At)> marks)
    {
        List<List<(int Number, (double X, double Y) At)>> groups = [];
        foreach (var mark in marks)
        {
            var near = groups.Find(group => Math.Abs(group[0].At.X - mark.At.X) < Crowded && Math.Abs(group[0].At.Y - mark.At.Y) < Crowded);
            if (near is null)
            {
                groups.Add([mark]);
            }
            else
            {
                near.Add(mark);
            }
        }

        return groups;
    }

    /// <summary>1–6、9 beside a group, as an SVG element (which Razor cannot write: its own &lt;text&gt; is something else).</summary>
    private static string Label(List<(int Number, (double X, double Y) At)> group)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var number in group.Select(mark => mark.Number))
        {
            if (runs.Count > 0 && runs[^1].Last == number - 1)
            {
                runs[^1] = (runs[^1].First, number);
            }
            else
            {
                runs.Add((number, number));
            }
        }

        var left = group[0].At.X > Width / 2; // so that no number runs out of the picture
        var x = left ? group.Min(mark => mark.At.X) - 7 : group.Max(mark => mark.At.X) + 7;
        var words = string.Join("、", runs.Select(run => run.First == run.Last ? $"{run.First}" : $"{run.First}–{run.Last}"));
        return $"<text x=\"{Text(x)}\" y=\"{Text(group.Average(mark => mark.At.Y) + 6)}\" font-size=\"18\" fill=\"currentColor\" stroke=\"none\" text-anchor=\"{(left ? "end" : "start")}\">{words}</text>";
    }

    private static string Text(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
