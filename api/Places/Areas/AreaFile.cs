using System.Globalization;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Areas;

/// <summary>A file of villages and townships read into facts, before it is compared with what is on record.</summary>
/// <param name="Source">The table.</param>
/// <param name="Drafts">What each area's row says; fields that the file does not speak of are null in <see cref="AreaDraft"/>.</param>
/// <param name="Refused">Rows that were refused.</param>
/// <param name="Notices">What should be looked at.</param>
public sealed record AreaFile(ReadSource Source, IReadOnlyList<AreaDraft> Drafts, IReadOnlyList<RefusedRow> Refused, IReadOnlyList<string> Notices)
{
    /// <summary>Reads a file; refuses it whole when it is broken, names no areas, says nothing about them, or does not say in which datum its positions are.</summary>
    public static AreaFile Read(SourceBytes bytes, ImportOptions options, Geography geo)
    {
        var mapping = new Mapping(options.Mapping, Header.Areas);
        var source = ReadSource.Of(bytes, options, mapping.CountKnown);
        var columns = new ColumnPlan(source.Table, mapping, Header.Areas);
        if (!columns.Says("code") && !columns.Says("name"))
        {
            throw new ImportFailedException($"没有认出哪一列是村、社区或乡镇的代码或名称。文件的列是：{ColumnPlan.Listed(source.Table.Columns)}。请把表头改成“代码”或“名称”。");
        }

        var crs = ChooseCrs.Of(source.Table, columns, options.Crs, geo, [.. ChooseCrs.Samples(source.Table.Rows, columns).Take(200)]);
        var reader = new AreaReader(columns, crs, options, geo);
        if (!reader.SaysAnything)
        {
            throw new ImportFailedException($"文件里没有位置（经度、纬度）、面积或人口中的任何一列。文件的列是：{ColumnPlan.Listed(source.Table.Columns)}。");
        }

        List<AreaDraft> drafts = [.. source.Table.Rows.Select(reader.Read).OfType<AreaDraft>()];
        return new(source, drafts, [.. reader.Refused], [.. ToLookAt(columns, drafts, geo)]);
    }

    /// <summary>Compares the file with what is on record.</summary>
    public AreaReport Plan(IReadOnlyList<AreaFacts> record)
    {
        var known = record.ToDictionary(one => one.Code, StringComparer.Ordinal);
        var pairs = Drafts.Select(draft => (Before: known.GetValueOrDefault(draft.Code), After: draft.Over(known.GetValueOrDefault(draft.Code)))).ToList();
        return new()
        {
            Added = [.. pairs.Where(pair => pair.Before is null).Select(pair => pair.After)],
            Changed = [.. pairs.Where(pair => pair.Before is not null && pair.Before != pair.After).Select(pair => new AreaChange(pair.Before!, pair.After))],
            Unchanged = pairs.Count(pair => pair.Before == pair.After),
            Refused = Refused,
            Notices = Notices,
        };
    }

    /// <summary>What is written behind each refused row, by its number.</summary>
    public IReadOnlyDictionary<int, string> Reasons => Refused.GroupBy(row => row.Row.Number)
        .ToDictionary(rows => rows.Key, rows => string.Join("；", rows.Select(row => row.Column.Length == 0 ? row.Reason : $"{row.Column}“{row.Value}”：{row.Reason}")));

    private static IEnumerable<string> ToLookAt(ColumnPlan columns, List<AreaDraft> drafts, Geography geo)
    {
        if (columns.Unused.Count > 0)
        {
            yield return $"没有用到的列：{ColumnPlan.Listed(columns.Unused)}";
        }

        var outside = geo.Boundary.Count < 3 ? [] : drafts.Where(draft => draft.Position is { } at && !Outline.Of(geo).Contains(at)).ToList();
        if (outside.Count > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{outside.Count} 个位置不在蓟州区内（例如 {outside[0].Code}）。坐标系、经纬度的顺序对吗？");
        }
    }
}

/// <summary>What one row says of an area. Null means that the file is silent, and what is on record stays.</summary>
public sealed record AreaDraft(string Code, Position? Position, double? AreaKm2, long? Population, string Source)
{
    /// <summary>The facts after this row.</summary>
    public AreaFacts Over(AreaFacts? before) => new(
        Code, Position ?? before?.Position, AreaKm2 ?? before?.AreaKm2, Population ?? before?.Population, Source);
}
