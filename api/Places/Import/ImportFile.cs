using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Import.Reading;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>A file read into drafts, before it is compared with what is on record.</summary>
/// <param name="Source">The table.</param>
/// <param name="Drafts">One for each place.</param>
/// <param name="Refused">Rows that were refused.</param>
/// <param name="Notices">What should be looked at.</param>
public sealed record ImportFile(ReadSource Source, IReadOnlyList<Draft> Drafts, IReadOnlyList<RefusedRow> Refused, IReadOnlyList<string> Notices)
{
    /// <summary>Reads a file; refuses it whole when it is broken, names no places, or does not say in which datum its positions are.</summary>
    public static ImportFile Read(byte[] bytes, ImportOptions options, PlaceVocabulary vocabulary, Geography geo)
    {
        var mapping = new Mapping(options.Mapping);
        var source = ReadSource.Of(bytes, options, cells => cells.Count(cell => Header.FieldOf(cell) is not null || mapping.Columns.Values.Contains(cell, StringComparer.Ordinal)));
        List<string> notices = [];
        var columns = new ColumnPlan(source.Table, mapping, new KindWords(vocabulary), notices);
        if (vocabulary.Kind(options.Kind) is not { } kind)
        {
            throw new ImportFailedException($"没有“{options.Kind}”这种点，可用的：{string.Join("、", vocabulary.Kinds.Select(known => known.Code))}。");
        }

        if (!columns.Says("kind"))
        {
            notices.Add($"文件没有说是哪种点：全部记为“{kind.Name}”。不对就加上 --kind 代码");
        }

        var reader = new RowReader(columns, options, Crs(source.Table, columns, options, geo), vocabulary, geo);
        var drafts = Merge(source.Table.Rows.Select(reader.Read).OfType<Draft>(), reader);
        AddOutside(drafts, geo, notices);
        notices.AddRange(reader.Remarks.Select(remark => $"{remark.Key}（{remark.Value} 行）"));
        return new(source, drafts, [.. reader.Refused], notices);
    }

    /// <summary>Some files give a place a row for each thing it takes: such rows are one place.</summary>
    private static List<Draft> Merge(IEnumerable<Draft> drafts, RowReader reader)
    {
        Dictionary<object, Draft> seen = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        List<Draft> kept = [];
        foreach (var draft in drafts)
        {
            var key = (draft.Id, draft.Name, draft.Kind, draft.Position, (draft.Township, draft.Village, draft.Address));
            if (seen.TryGetValue(key, out var first))
            {
                reader.AddTo(first, draft);
            }
            else if (draft.Id is { } id && !ids.Add(id))
            {
                reader.Refused.Add(new(draft.Row, "id", id, "编号重复：前面有一行用了同一个编号"));
            }
            else
            {
                seen[key] = draft;
                kept.Add(draft);
            }
        }

        return kept;
    }

    private static void AddOutside(List<Draft> drafts, Geography geo, List<string> notices)
    {
        if (geo.Boundary.Count < 3)
        {
            return;
        }

        var district = Outline.Of(geo);
        var outside = drafts.Where(draft => draft.Position is { } point && !district.Contains(Position.At(point.Lng, point.Lat))).ToList();
        if (outside.Count > 0)
        {
            notices.Add($"{outside.Count} 个点的位置不在蓟州区内（例如“{outside[0].Name}”）。坐标系、经纬度的顺序对吗？");
        }
    }

    /// <summary>The coordinate system, given or named by the file; null when no row has a position.</summary>
    private static SourceCrs? Crs(SourceTable table, ColumnPlan columns, ImportOptions options, Geography geo)
    {
        var named = table.Crs ?? columns.Crs;
        if (options.Crs is { } given)
        {
            var chosen = SourceCrs.Parse(given);
            return named is null || SourceCrs.Parse(named) is var own && (own.Datum, own.IsMercator) == (chosen.Datum, chosen.IsMercator)
                ? chosen
                : throw new ImportFailedException($"文件自己写明坐标系是 {named}，而 --crs 给的是 {given}。请核对，去掉 --crs 或改正文件。");
        }

        if (named is not null)
        {
            return SourceCrs.Parse(named);
        }

        var samples = Samples(table, columns).Take(3).ToList();
        return samples.Count == 0
            ? null
            : throw new ImportFailedException(
                $"文件没有说明坐标系，不能猜。请问提供文件的人，再用 --crs 说明：{SourceCrs.Known}。前几个点在各坐标系下落在（WGS-84）：\n{string.Join('\n', samples.Select(pair => Guess(pair, geo)))}");
    }

    private static IEnumerable<(double X, double Y)> Samples(SourceTable table, ColumnPlan columns)
    {
        foreach (var row in table.Rows)
        {
            var text = columns.Says("lng") && columns.Says("lat") ? $"{columns.Value(row, "lng")} {columns.Value(row, "lat")}" : columns.Value(row, "position") ?? "";
            var parts = text.Split((char[])[',', '，', ' '], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 2
                && double.TryParse(parts[0], System.Globalization.CultureInfo.InvariantCulture, out var x) && double.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var y))
            {
                yield return (x, y);
            }
            else if (parts.Length > 0)
            {
                yield return (0, 0); // a position that cannot be read yet: the datum is asked for all the same
            }
        }
    }

    private static string Guess((double X, double Y) pair, Geography geo)
    {
        var district = geo.Boundary.Count < 3 ? null : Outline.Of(geo);
        var readings = ((string[])["wgs84", "gcj02", "bd09", "3857"]).Select(code => Guess(pair, code, district));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  {pair.X} {pair.Y}：{string.Join("；", readings)}");
    }

    private static string Guess((double X, double Y) pair, string code, District? district)
    {
        if (!SourceCrs.Parse(code).TryRead(pair.X, pair.Y, out var at))
        {
            return $"{code} 不在地球上";
        }

        var where = district?.Contains(at) == true ? "区内" : "区外";
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{code} {at.Lng:0.00000},{at.Lat:0.00000}（{where}）");
    }
}
