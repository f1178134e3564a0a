using System.Globalization;
using System.Text.RegularExpressions;

namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>Finds the two numbers of a position in cells: 117.41 and 40.05, 117,41, <c>POINT(117.41 40.05)</c>, <c>[117.41, 40.05]</c>, 117°24'36"E.</summary>
public static partial class PointWords
{
    // A blank before a comma: 117,41 40,05 has decimal commas.
    private static readonly char[][] Between = [[';', '；', '、', '|', '\t', '\n'], [' '], [',', '，']];

    /// <summary>The texts of easting and northing of a row, blank when there is none; what cannot be taken apart comes whole as the first.</summary>
    public static (string X, string Y) Pair(ColumnPlan columns, SourceRow row)
    {
        if (columns.Says("lng") && columns.Says("lat"))
        {
            var pair = (X: columns.Value(row, "lng")?.Trim() ?? "", Y: columns.Value(row, "lat")?.Trim() ?? "");
            if (pair.X.Length > 0 || pair.Y.Length > 0 || !columns.Says("position"))
            {
                return pair;
            }
        }

        if (columns.Says("position"))
        {
            return Split(columns.Value(row, "position") ?? "");
        }

        var (lat, lng) = columns.Says("latlng") ? Split(columns.Value(row, "latlng") ?? "") : ("", "");
        return lng.Length == 0 ? (lat, lng) : (lng, lat);
    }

    /// <summary>The two parts of one cell, in the order in which they stand there.</summary>
    public static (string First, string Second) Split(string cell)
    {
        var text = cell.Trim();
        if (Wkt().Match(text) is { Success: true } wkt)
        {
            return (wkt.Groups["x"].Value, wkt.Groups["y"].Value);
        }

        if (text.StartsWith('{') && JsonPair().Match(text) is { Success: true } json)
        {
            return (json.Groups["x"].Value, json.Groups["y"].Value);
        }

        var plain = text.Trim('[', ']', '(', ')', '（', '）');
        foreach (var between in Between)
        {
            var parts = plain.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length is 2 or 3)
            {
                return (parts[0].Trim(',', '，'), parts[1].Trim(',', '，'));
            }
        }

        return (text, "");
    }

    /// <summary>Reads 117.41, 117,41, full-width digits, 117.41°E and 117°24'36".</summary>
    public static bool TryNumber(string text, out double number)
    {
        var plain = WordMatch.HalfWidth(text).Trim().TrimStart('E', 'N', '东', '北', '经', '纬', ':').TrimEnd('°', 'E', 'N', '度', 'm', '米').Trim();
        plain = plain.Contains('.', StringComparison.Ordinal) ? plain : plain.Replace(',', '.');
        if (double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            return double.IsFinite(number);
        }

        var parts = Degrees().Match(plain);
        number = parts.Success ? Part(parts, "d") + (Part(parts, "m") / 60) + (Part(parts, "s") / 3600) : 0;
        return parts.Success && Part(parts, "m") < 60 && Part(parts, "s") < 60;
    }

    private static double Part(Match parts, string name) =>
        parts.Groups[name].Success ? double.Parse(parts.Groups[name].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(SRID=\d+;)?\s*POINT\s*(Z|M|ZM)?\s*\(\s*(?<x>-?[\d.eE+-]+)\s+(?<y>-?[\d.eE+-]+)(\s+-?[\d.eE+-]+)*\s*\)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Wkt();

    [GeneratedRegex(@"""coordinates""\s*:\s*\[\s*(?<x>-?[\d.eE+-]+)\s*,\s*(?<y>-?[\d.eE+-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JsonPair();

    [GeneratedRegex(@"^(?<d>\d{1,3})\s*[°度]\s*((?<m>\d{1,2}(\.\d+)?)\s*['′’分]\s*((?<s>\d{1,2}(\.\d+)?)\s*(""|″|''|”|秒))?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Degrees();
}
