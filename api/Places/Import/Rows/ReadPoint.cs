using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Import.Reading;

namespace Jizhou.Public.Api.Places.Import.Rows;

/// <summary>The position of a row.</summary>
/// <param name="At">Where it is, or null.</param>
/// <param name="Refusal">Why the row has to be refused, or null.</param>
/// <param name="Value">What stands in the row.</param>
public readonly record struct RowPoint(Position? At, string? Refusal, string Value);

/// <summary>Reads the position of rows, in two columns or in one.</summary>
public sealed class ReadPoint(ColumnPlan columns, SourceCrs? crs)
{
    /// <summary>Whether the file speaks of positions.</summary>
    public bool Says { get; } = (columns.Says("lng") && columns.Says("lat")) || columns.Says("position") || columns.Says("latlng");

    /// <summary>The field whose header names the column in messages.</summary>
    public string Field { get; } = columns.Says("lng") && columns.Says("lat") ? "lng" : columns.Says("position") ? "position" : "latlng";

    /// <summary>The position of a row; no position and no refusal when the cells are blank.</summary>
    public RowPoint Of(SourceRow row)
    {
        var (x, y) = PointWords.Pair(columns, row);
        var value = $"{x} {y}".Trim();
        if (x.Length == 0 && y.Length == 0)
        {
            return default;
        }

        if (!PointWords.TryNumber(x, out var lng) || !PointWords.TryNumber(y, out var lat))
        {
            return new(null, "经纬度应是两个数字，例如 117.41 和 40.05", value);
        }

        if (crs!.TryRead(lng, lat, out var position) && (lng, lat) != (0, 0))
        {
            return new(position, null, value);
        }

        var swapped = !crs.IsProjected && Math.Abs(lng) <= 90 && Math.Abs(lat) is > 90 and <= 180;
        return new(null, swapped ? "经纬度写反了？经度约 117，纬度约 40" : $"不在地球上，或坐标系不是 {crs.Code}", value);
    }
}
