using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Import.Planning;
using Jizhou.Public.Api.Places.Import.Reading;
using Jizhou.Public.Api.Places.Import.Rows;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>A file read into drafts, before it is compared with what is on record.</summary>
/// <param name="Source">The table.</param>
/// <param name="Drafts">One for each place.</param>
/// <param name="Refusals">Rows that were refused.</param>
/// <param name="Notices">What should be looked at.</param>
/// <param name="Questions">Words somebody should decide about.</param>
public sealed record ImportFile(ReadSource Source, DraftList Drafts, RefusedRows Refusals, IReadOnlyList<string> Notices, ImportQuestions Questions)
{
    private const int RowsBetweenReports = 20_000;

    /// <summary>The refusals to show.</summary>
    public Listing<RefusedRow> Refused => Refusals.Shown;

    /// <summary>Reads an upload; refuses it whole when it is broken, names no places, or does not say in which datum its positions are.</summary>
    public static ImportFile Read(byte[] bytes, ImportOptions options, PlaceVocabulary vocabulary, Geography geo) =>
        Read(SourceBytes.OfUpload(bytes), options, vocabulary, geo, null);

    /// <summary>The same for a file on the disk, telling how far it is.</summary>
    public static ImportFile Read(SourceBytes bytes, ImportOptions options, PlaceVocabulary vocabulary, Geography geo, IProgress<ImportProgress>? progress)
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
            notices.Add($"文件没有说是哪种点：全部记为“{kind.Name}”。不对就在导入时选定种类（--kind 代码）");
        }

        var crs = ChooseCrs.Of(source.Table, columns, options.Crs, geo, samples);
        if (crs is { Projection: not null, NorthFirst: true })
        {
            notices.Add("投影坐标的第一个数读作北（X）、第二个读作东（Y），按测绘的习惯：另一种读法不在这个带里");
        }

        var reader = new RowReader(columns, options, crs, vocabulary, geo);
        var drafts = Gather(source.Table.Rows, reader, progress);
        AddOutside(drafts, geo, notices);
        return new(source, drafts, reader.Cells.Refused, [.. notices, .. reader.Cells.Remarks], reader.Questions);
    }

    /// <summary>Some files give a place a row for each thing it takes: such rows are one place.</summary>
    private static DraftList Gather(IEnumerable<SourceRow> rows, RowReader reader, IProgress<ImportProgress>? progress)
    {
        Dictionary<ulong, int> seen = [];
        HashSet<ulong> ids = [];
        DraftList kept = new();
        var read = 0;
        foreach (var row in rows)
        {
            if (++read % RowsBetweenReports == 0)
            {
                progress?.Report(new("读取", read));
            }

            if (reader.Read(row) is { } draft)
            {
                Keep(draft, reader, kept, seen, ids);
            }
        }

        return kept;
    }

    private static void Keep(Draft draft, RowReader reader, DraftList kept, Dictionary<ulong, int> seen, HashSet<ulong> ids)
    {
        var key = PlaceKey.Of(draft);
        var hash = WordHash.Of(key.Id, key.Likeness(0));
        if (seen.TryGetValue(hash, out var first))
        {
            kept[first] = reader.Joined(kept[first], draft);
        }
        else if (draft.Id is { } id && !ids.Add(key.Id))
        {
            reader.Cells.Refused.Add(new(new SourceRow(draft.Row, []), "id", id, "编号重复：前面有一行用了同一个编号"), []);
        }
        else
        {
            seen[hash] = kept.Count;
            kept.Add(draft);
        }
    }

    private static void AddOutside(DraftList drafts, Geography geo, List<string> notices)
    {
        if (geo.Boundary.Count < 3)
        {
            return;
        }

        var district = Outline.Of(geo);
        var (count, example) = (0, "");
        foreach (var draft in drafts)
        {
            if (draft.Says.Position is { } point && !district.Contains(Position.At(point.Lng, point.Lat)))
            {
                example = count++ == 0 ? draft.Says.Name : example;
            }
        }

        if (count > 0)
        {
            notices.Add($"{count} 个点的位置不在蓟州区内（例如“{example}”）。坐标系、经纬度的顺序对吗？");
        }
    }
}
