using System.Globalization;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Import.Reading;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>Which coordinate system a file uses: as whoever imports it says, or as the file says itself; never guessed.</summary>
public static class ChooseCrs
{
    private static readonly string[] Shown = ["wgs84", "gcj02", "bd09", "3857"];

    /// <summary>
    /// The system, or null when no row has a position. Refuses a file that contradicts what was given, and one that says nothing while nothing
    /// was given: then the message shows where the first points would lie in each datum.
    /// </summary>
    public static SourceCrs? Of(SourceTable table, ColumnPlan columns, string? given, Geography geo, IReadOnlyList<(double X, double Y)> samples)
    {
        var named = table.Crs ?? columns.Crs;
        if (given is not null)
        {
            var chosen = SourceCrs.Parse(given);
            return named is null || SourceCrs.Parse(named) is var own && (own.Agrees(chosen) || chosen.IsProjected && !own.IsProjected && own.Code == "cgcs2000")
                ? chosen.Facing(samples)
                : throw new ImportFailedException($"文件自己写明坐标系是 {named}，而 --crs 给的是 {given}。请核对，去掉 --crs 或改正文件。");
        }

        if (named is not null)
        {
            return SourceCrs.Parse(named).Facing(samples);
        }

        return samples.Count == 0
            ? null
            : throw new CrsUnknownException(
                $"文件没有说明坐标系，不能猜。请问提供文件的人，再用 --crs 说明：{SourceCrs.Known}。前几个点在各坐标系下落在（WGS-84）：\n{string.Join('\n', samples.Take(3).Select(pair => Guess(pair, geo)))}", samples);
    }

    /// <summary>The numbers of the first rows that have a position, as they stand there; (0, 0) for a position that cannot be read.</summary>
    public static IEnumerable<(double X, double Y)> Samples(IEnumerable<SourceRow> rows, ColumnPlan columns)
    {
        foreach (var row in rows.Where(row => row.Broken is null))
        {
            var (x, y) = PointWords.Pair(columns, row);
            if (x.Length > 0 || y.Length > 0)
            {
                yield return PointWords.TryNumber(x, out var lng) && PointWords.TryNumber(y, out var lat) ? (lng, lat) : (0, 0);
            }
        }
    }

    private static string Guess((double X, double Y) pair, Geography geo)
    {
        var district = geo.Boundary.Count < 3 ? null : Outline.Of(geo);
        return string.Create(CultureInfo.InvariantCulture, $"  {pair.X} {pair.Y}：{string.Join("；", Shown.Select(code => Guess(pair, code, district)))}");
    }

    private static string Guess((double X, double Y) pair, string code, District? district)
    {
        if (!SourceCrs.Parse(code).TryRead(pair.X, pair.Y, out var at))
        {
            return $"{code} 不在地球上";
        }

        var where = district?.Contains(at) == true ? "区内" : "区外";
        return string.Create(CultureInfo.InvariantCulture, $"{code} {at.Lng:0.00000},{at.Lat:0.00000}（{where}）");
    }
}
