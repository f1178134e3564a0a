using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Import.Reading;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>A file read into drafts, before it is compared with what is on record.</summary>
/// <param name="Source">The table.</param>
/// <param name="Drafts">One for each place.</param>
/// <param name="Refused">Rows that were refused.</param>
/// <param name="Notices">What should be looked at.</param>
/// <param name="Questions">Words somebody should decide about.</param>
public sealed record ImportFile(ReadSource Source, IReadOnlyList<Draft> Drafts, IReadOnlyList<RefusedRow> Refused, IReadOnlyList<string> Notices, ImportQuestions Questions)
{
    /// <summary>Reads a file; refuses it whole when it is broken, names no places, or does not say in which datum its positions are.</summary>
    public static ImportFile Read(byte[] bytes, ImportOptions options, PlaceVocabulary vocabulary, Geography geo) => Read(SourceBytes.OfUpload(bytes), options, vocabulary, geo);

    /// <summary>The same for a file on the disk.</summary>
    public static ImportFile Read(SourceBytes bytes, ImportOptions options, PlaceVocabulary vocabulary, Geography geo)
    {
        var mapping = new Mapping(options.Mapping, Header.Places);
        var source = ReadSource.Of(bytes, options, mapping.CountKnown);
        List<string> notices = [];
        var columns = new ColumnPlan(source.Table, mapping, Header.Places);
        var samples = SurveyRows.Of(source.Table, columns, new KindWords(vocabulary), notices);
        if (vocabulary.Kind(options.Kind) is not { } kind)
        {
            throw new ImportFailedException($"没有“{options.Kind}”这种点，可用的：{string.Join("、", vocabulary.Kinds.Select(known => known.Code))}。");
        }

        if (!columns.Says("kind"))
        {
            notices.Add($"文件没有说是哪种点：全部记为“{kind.Name}”。不对就加上 --kind 代码");
        }

        var reader = new RowReader(columns, options, ChooseCrs.Of(source.Table, columns, options.Crs, geo, samples), vocabulary, geo);
        var drafts = Merge(source.Table.Rows.Select(reader.Read).OfType<Draft>(), reader);
        AddOutside(drafts, geo, notices);
        notices.AddRange(reader.Remarks.Select(remark => $"{remark.Key}（{remark.Value} 行）"));
        return new(source, drafts, [.. reader.Refused], notices, reader.Questions);
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
}
