using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places.Import.Reading;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Rows;

/// <summary>Reads rows into drafts and gathers what is to be said about them.</summary>
public sealed partial class RowReader
{
    private readonly ImportOptions _options;
    private readonly KindWords _kinds;
    private readonly AreaWords _areas;
    private readonly ReadPoint _points;
    private readonly PlaceVocabulary _vocabulary;
    private readonly HoursCells _hours;
    private readonly MaterialCells _materials;
    private readonly DraftFields _speaks;

    /// <summary>Takes the columns of a file and what their words mean.</summary>
    public RowReader(ColumnPlan columns, ImportOptions options, SourceCrs? crs, PlaceVocabulary vocabulary, Geography geo)
    {
        (_options, _kinds, _areas, _points) = (options, new KindWords(vocabulary), new AreaWords(geo), new ReadPoint(columns, crs));
        _vocabulary = vocabulary;
        Cells = new(columns);
        _hours = new(options.Choices, Questions, Cells);
        _materials = new(vocabulary, options.Choices, Questions, Cells);
        _speaks = FieldsOf(columns, _points);
    }

    /// <summary>The refusals and remarks.</summary>
    public RowCells Cells { get; }

    /// <summary>Words somebody should decide about.</summary>
    public ImportQuestions Questions { get; } = new();

    /// <summary>The draft of a row, or null when the row was refused.</summary>
    public Draft? Read(SourceRow row)
    {
        var before = Cells.Refused.Count;
        if (row.Broken is { } broken)
        {
            Cells.Refuse(row, "", "", broken);
            return null;
        }

        var (name, kind) = (Cells.Text(row, "name") ?? "", Kind(row));
        if (name.Length == 0)
        {
            Cells.Refuse(row, "name", "", "没有名称");
        }

        if (name.Length == 0 || kind is null)
        {
            AskAhead(row);
            return null;
        }

        var (township, village) = Area(row);
        var says = new Place { Id = "", Name = name, Kind = kind, Source = "", Township = township, Village = village, Position = Position(row) };
        var (read, speaks) = Origin(row, Details(row, says));
        return Cells.Refused.Count == before ? new(row.Number, Id(row), read, speaks) : null;
    }

    /// <summary>A draft together with another row of the same place.</summary>
    public Draft Joined(Draft first, Draft more)
    {
        Cells.Remark("同一个点的几行合成一个");
        return first with { Says = first.Says with { Accepts = [.. first.Says.Accepts.Union(more.Says.Accepts, StringComparer.Ordinal)] } };
    }

    /// <summary>A row whose kind nobody knows may be taken in after all: what else is to be asked about it is asked together.</summary>
    private void AskAhead(SourceRow row)
    {
        if (Cells.Text(row, "hours") is { Length: > 0 } hours)
        {
            _hours.Ask(hours);
        }

        _materials.AskAll(Cells.Text(row, "accepts") ?? "");
    }

    private static DraftFields FieldsOf(ColumnPlan columns, ReadPoint points)
    {
        var area = columns.Says("township") || columns.Says("townshipname") || columns.Says("village") || columns.Says("villagename");
        return Enum.GetValues<DraftFields>().Where(field => field is not (DraftFields.Area or DraftFields.Position or DraftFields.Source or DraftFields.Licence or DraftFields.None)
                && columns.Says(field.ToString().ToLowerInvariant()))
            .Aggregate((area ? DraftFields.Area : DraftFields.None) | (points.Says ? DraftFields.Position : DraftFields.None), (all, field) => all | field);
    }

    private string? Kind(SourceRow row)
    {
        var word = Cells.Text(row, "kind") ?? "";
        if (word.Length == 0)
        {
            return _options.Kind;
        }

        if (_kinds.Find(word) is { } known)
        {
            return known;
        }

        var near = _kinds.Suggest(word);
        Questions.Ask(QuestionAbout.Kind, word, near is null ? null : _kinds.Find(near));
        var chosen = _options.Choices.Kinds.GetValueOrDefault(word) is { Length: > 0 } code ? _vocabulary.Kind(code)?.Code : null;
        if (chosen is null)
        {
            Cells.Refuse(row, "kind", word, $"没有这种点{(near is null ? "，可用的种类见 /api/v1/materials" : $"，是不是“{near}”？")}");
        }

        return chosen;
    }

    /// <summary>A number alone is nobody's id: row numbers change when a row is put in between.</summary>
    private string? Id(SourceRow row)
    {
        var id = Cells.Text(row, "id")?.ToLowerInvariant();
        return id is not null && Ids().IsMatch(id) ? id : null;
    }

    private (string? Township, string? Village) Area(SourceRow row)
    {
        var township = Cells.Filled(row, "township", "townshipname") is { } townshipField ? Area(row, townshipField, _areas.Township) : null;
        var village = Cells.Filled(row, "village", "villagename") is { } villageField ? Area(row, villageField, word => _areas.Village(word, township)) : null;
        if (village is not null && township is not null && _areas.TownshipOf(village) != township)
        {
            Cells.Refuse(row, "village", Cells.Text(row, "village") ?? "", "这个村不在这个乡镇里");
        }

        return (township ?? _areas.TownshipOf(village), village);
    }

    private string? Area(SourceRow row, string field, Func<string, string?> find)
    {
        var word = Cells.Text(row, field)!;
        var code = word.Length == 0 ? null : find(word);
        if (code is null)
        {
            var near = field[0] == 't' ? _areas.SuggestTownship(word) : null;
            Cells.Refuse(row, field, word, $"名录里没有这个{(field[0] == 't' ? "乡镇、街道" : "村或社区，或有几个同名的")}{(near is null ? "" : $"，是不是“{near}”？")}");
        }

        return code;
    }

    private GeoPoint? Position(SourceRow row)
    {
        if (!_points.Says)
        {
            return null;
        }

        var point = _points.Of(row);
        if (point.Refusal is { } refusal)
        {
            Cells.Refuse(row, _points.Field, point.Value, refusal);
        }
        else if (point.At is null)
        {
            Cells.Remark("没有位置的行：照样导入，列表里能找到，地图上没有");
        }

        return point.At is { } at ? new GeoPoint(at.Lng, at.Lat) : null;
    }

    private Place Details(SourceRow row, Place says) => says with
    {
        Accepts = Cells.Text(row, "accepts") is { Length: > 0 } accepts ? _materials.Read(accepts) : [],
        Rejects = Cells.Text(row, "rejects") is { Length: > 0 } rejects ? _materials.Read(rejects) : [],
        Hours = Cells.Text(row, "hours") is { Length: > 0 } hours ? _hours.Read(hours) : null,
        Address = Blank(Cells.Text(row, "address")),
        Phone = Blank(Cells.Text(row, "phone")),
        Operator = Blank(Cells.Text(row, "operator")),
        Access = Blank(Cells.Text(row, "access")),
        VerifiedBy = Blank(Cells.Text(row, "verifiedby")),
        Dates = Cells.Dates(row),
        Lunar = Cells.Lunar(row),
        LastVerified = Cells.Day(row, "lastverified"),
        Setting = Cells.Code(row, "setting", PlaceVocabulary.Settings),
        Level = Cells.Code(row, "level", PlaceVocabulary.Levels),
        Audience = Cells.Code(row, "audience", PlaceVocabulary.Audiences) ?? "both",
        DualNetwork = Cells.Flag(row, "dualnetwork") ?? false,
        AppointmentOnly = Cells.Flag(row, "appointmentonly") ?? false,
        Pays = Cells.Flag(row, "pays"),
        StepFree = Cells.Flag(row, "stepfree"),
        Sample = Cells.Flag(row, "sample") ?? false,
        Illustrative = Cells.Flag(row, "illustrative") ?? false,
    };

    private (Place Says, DraftFields Speaks) Origin(SourceRow row, Place says)
    {
        var source = Blank(Cells.Text(row, "source")) ?? _options.Source;
        var licence = Blank(Cells.Text(row, "licence")) ?? _options.Licence;
        return (
            says with { Source = source ?? _options.FileName, Licence = licence },
            _speaks | (source is null ? DraftFields.None : DraftFields.Source) | (licence is null ? DraftFields.None : DraftFields.Licence));
    }

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;

    [GeneratedRegex("^(?=.*[a-z])[a-z0-9][a-z0-9-]{2,63}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids();
}
