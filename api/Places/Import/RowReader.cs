using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Places.Import.Reading;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>Reads rows into drafts and gathers what is to be said about them.</summary>
public sealed partial class RowReader(ColumnPlan columns, ImportOptions options, SourceCrs? crs, PlaceVocabulary vocabulary, Geography geo)
{
    private const int LongestText = 500;

    private readonly MaterialWords _materials = new(vocabulary);
    private readonly KindWords _kinds = new(vocabulary);
    private readonly AreaWords _areas = new(geo);
    private readonly ReadPoint _points = new(columns, crs);

    /// <summary>Refused rows, in order.</summary>
    public IList<RefusedRow> Refused { get; } = new List<RefusedRow>();

    /// <summary>What to say about values, with how many rows it concerns.</summary>
    public IDictionary<string, int> Remarks { get; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Words somebody should decide about.</summary>
    public ImportQuestions Questions { get; } = new();

    /// <summary>The draft of a row, or null when the row was refused.</summary>
    public Draft? Read(SourceRow row)
    {
        var before = Refused.Count;
        if (row.Broken is { } broken)
        {
            Refuse(row, "", "", broken);
            return null;
        }

        var draft = Begin(row);
        if (draft is null)
        {
            return null;
        }

        ReadArea(draft);
        ReadPosition(draft);
        ReadMaterials(draft);
        ReadHours(draft);
        ReadWords(draft);
        ReadFlags(draft);
        ReadOrigin(draft);
        return Refused.Count == before ? draft : null;
    }

    /// <summary>Adds another row of the same place to its draft.</summary>
    public void AddTo(Draft first, Draft more)
    {
        AddAll(first.Accepts, [.. more.Accepts.Except(first.Accepts, StringComparer.Ordinal)]);
        Remark("同一个点的几行合成一个");
    }

    private Draft? Begin(SourceRow row)
    {
        var name = Text(row, "name");
        var kindWord = Text(row, "kind");
        var kind = kindWord is { Length: > 0 } ? Kind(kindWord) : options.Kind;
        if (string.IsNullOrEmpty(name))
        {
            Refuse(row, "name", "", "没有名称");
        }

        if (kind is null)
        {
            Refuse(row, "kind", kindWord!, $"没有这种点{(_kinds.Suggest(kindWord!) is { } near ? $"，是不是“{near}”？" : "，可用的种类见 /api/v1/materials")}");
        }

        if (string.IsNullOrEmpty(name) || kind is null)
        {
            AskAhead(row);
            return null;
        }

        var id = Text(row, "id")?.ToLowerInvariant();
        var draft = new Draft { Row = row, Id = id is not null && Id().IsMatch(id) ? id : null, Name = name, Kind = kind };
        draft.Edits.Add(place => place with { Name = name, Kind = kind });
        return draft;
    }

    private string? Kind(string word)
    {
        if (_kinds.Find(word) is { } known)
        {
            return known;
        }

        Questions.Ask(QuestionAbout.Kind, word, _kinds.Suggest(word) is { } near ? _kinds.Find(near) : null);
        return options.Choices.Kinds.GetValueOrDefault(word) is { Length: > 0 } chosen ? vocabulary.Kind(chosen)?.Code : null;
    }

    /// <summary>A row whose kind nobody knows may be taken in after all: what else is to be asked about it is asked together.</summary>
    private void AskAhead(SourceRow row)
    {
        if (Text(row, "hours") is { Length: > 0 } hours && !OpeningHours.Parse(hours).IsUnderstood)
        {
            Questions.Ask(QuestionAbout.Hours, hours, ChineseHours.Translate(hours));
        }

        foreach (var word in _materials.Read(Text(row, "accepts") ?? "").Unknown)
        {
            AskMaterial(word);
        }
    }

    private string? AskMaterial(string word)
    {
        var suggested = _materials.Suggest(word);
        Questions.Ask(QuestionAbout.Material, word, suggested is null ? null : _materials.Read(suggested).Codes[0]);
        return suggested;
    }

    private void ReadArea(Draft draft)
    {
        var saysTownship = Filled(draft.Row, "township", "townshipname") is { } townshipField ? Area(draft, townshipField, _areas.Township) : null;
        draft.Township = saysTownship;
        if (Filled(draft.Row, "village", "villagename") is { } villageField)
        {
            draft.Village = Area(draft, villageField, word => _areas.Village(word, draft.Township));
        }

        draft.Township ??= _areas.TownshipOf(draft.Village);
        if (draft.Village is not null && _areas.TownshipOf(draft.Village) != draft.Township)
        {
            Refuse(draft.Row, "village", Text(draft.Row, "village") ?? "", "这个村不在这个乡镇里");
        }

        if (columns.Says("township") || columns.Says("townshipname") || columns.Says("village") || columns.Says("villagename"))
        {
            draft.Edits.Add(place => place with { Township = draft.Township, Village = draft.Village });
        }
    }

    private string? Area(Draft draft, string field, Func<string, string?> find)
    {
        var word = Text(draft.Row, field)!;
        var code = find(word);
        if (code is null)
        {
            var near = field.StartsWith("township", StringComparison.Ordinal) ? _areas.SuggestTownship(word) : null;
            Refuse(draft.Row, field, word, $"名录里没有这个{(field[0] == 't' ? "乡镇、街道" : "村或社区，或有几个同名的")}{(near is null ? "" : $"，是不是“{near}”？")}");
        }

        return code;
    }

    private void ReadPosition(Draft draft)
    {
        if (!_points.Says)
        {
            return;
        }

        var point = _points.Of(draft.Row);
        draft.Position = point.At is { } at ? new GeoPoint(at.Lng, at.Lat) : null;
        draft.Edits.Add(place => place with { Position = draft.Position, Illustrative = draft.Sample && place.Illustrative });
        if (point.Refusal is { } refusal)
        {
            Refuse(draft.Row, _points.Field, point.Value, refusal);
        }
        else if (point.At is null)
        {
            Remark("没有位置的行：照样导入，列表里能找到，地图上没有");
        }
    }

    private void ReadMaterials(Draft draft)
    {
        if (Text(draft.Row, "accepts") is { } accepts)
        {
            AddAll(draft.Accepts, Materials(accepts));
            draft.Edits.Add(place => place with { Accepts = [.. draft.Accepts] });
        }

        if (Text(draft.Row, "rejects") is { } rejects)
        {
            var codes = Materials(rejects);
            draft.Edits.Add(place => place with { Rejects = codes });
        }
    }

    private IReadOnlyList<string> Materials(string text)
    {
        var (codes, unknown) = _materials.Read(text);
        foreach (var word in unknown)
        {
            var suggested = AskMaterial(word);
            if (options.Choices.Materials.TryGetValue(word, out var chosen))
            {
                codes = [.. codes.Concat(chosen.Where(code => vocabulary.Material(code) is not null)).Distinct(StringComparer.Ordinal)];
                continue;
            }

            Remark($"不认识的品类“{word}”没有记入{(suggested is { } near ? $"，是不是“{near}”？" : "")}");
        }

        return codes;
    }

    private void ReadHours(Draft draft)
    {
        if (Text(draft.Row, "hours") is not { } words)
        {
            return;
        }

        var hours = words.Length == 0 ? null : words;
        if (hours is not null && !OpeningHours.Parse(hours).IsUnderstood)
        {
            var translated = ChineseHours.Translate(hours);
            Questions.Ask(QuestionAbout.Hours, hours, translated);
            if (options.Choices.Hours.TryGetValue(hours, out var chosen))
            {
                draft.Edits.Add(place => place with { Hours = chosen ?? words });
                return;
            }

            Remark(translated is null
                ? $"时间“{hours}”读不懂：记为“时间未知”，原话照样显示"
                : $"时间“{hours}”读作 {translated}（{HoursWords.Of(OpeningHours.Parse(translated))}），请核对");
            hours = translated ?? hours;
        }

        draft.Edits.Add(place => place with { Hours = hours });
    }

    private void ReadWords(Draft draft)
    {
        if (Text(draft.Row, "address") is { } address)
        {
            draft.Address = Blank(address);
            draft.Edits.Add(place => place with { Address = draft.Address });
        }

        Edit(draft, "phone", (place, text) => place with { Phone = text });
        Edit(draft, "operator", (place, text) => place with { Operator = text });
        Edit(draft, "access", (place, text) => place with { Access = text });
        Edit(draft, "verifiedby", (place, text) => place with { VerifiedBy = text });
        EditCode(draft, "setting", PlaceVocabulary.Settings, (place, code) => place with { Setting = code });
        EditCode(draft, "level", PlaceVocabulary.Levels, (place, code) => place with { Level = code });
        EditCode(draft, "audience", PlaceVocabulary.Audiences, (place, code) => place with { Audience = code ?? "both" });
        ReadDays(draft);
        if (Text(draft.Row, "lastverified") is { } day)
        {
            var read = DayWords.TryDay(day, out var date);
            if (!read && day.Length > 0)
            {
                Refuse(draft.Row, "lastverified", day, "日期应写成 2026-11-22");
            }

            draft.Edits.Add(place => place with { LastVerified = read ? date : null });
        }
    }

    private void ReadDays(Draft draft)
    {
        if (Text(draft.Row, "dates") is { } dates)
        {
            if (!DayWords.TryDates(dates, out var days))
            {
                Refuse(draft.Row, "dates", dates, "日期应写成 2026-11-22，几天之间空一格");
            }

            draft.Edits.Add(place => place with { Dates = days });
        }

        if (Text(draft.Row, "lunar") is { } lunar)
        {
            if (!DayWords.TryLunar(lunar, out var days))
            {
                Refuse(draft.Row, "lunar", lunar, "农历日子应写成 逢二、七 或 2 7（1 到 10 是逢几，11 到 30 是哪一天）");
            }

            draft.Edits.Add(place => place with { Lunar = days });
        }
    }

    private void ReadFlags(Draft draft)
    {
        EditFlag(draft, "dualnetwork", (place, flag) => place with { DualNetwork = flag ?? false });
        EditFlag(draft, "appointmentonly", (place, flag) => place with { AppointmentOnly = flag ?? false });
        EditFlag(draft, "pays", (place, flag) => place with { Pays = flag });
        EditFlag(draft, "stepfree", (place, flag) => place with { StepFree = flag });
        draft.Sample = Flag(draft, "sample") ?? false;
        draft.Edits.Add(place => place with { Sample = draft.Sample });
        EditFlag(draft, "illustrative", (place, flag) => place with { Illustrative = flag ?? false });
    }

    private void ReadOrigin(Draft draft)
    {
        var source = Blank(Text(draft.Row, "source")) ?? options.Source;
        var licence = Blank(Text(draft.Row, "licence")) ?? options.Licence;
        draft.Edits.Add(place => place with { Source = source ?? (place.Source.Length > 0 ? place.Source : options.FileName), Licence = licence ?? place.Licence });
    }

    private void Edit(Draft draft, string field, Func<Place, string?, Place> edit)
    {
        if (Text(draft.Row, field) is { } text)
        {
            draft.Edits.Add(place => edit(place, Blank(text)));
        }
    }

    private void EditCode(Draft draft, string field, IReadOnlyDictionary<string, string> codes, Func<Place, string?, Place> edit)
    {
        if (Text(draft.Row, field) is not { } word)
        {
            return;
        }

        var code = codes.Where(pair => pair.Key == word || pair.Value == word || pair.Value.TrimEnd('级') == word).Select(pair => pair.Key).FirstOrDefault();
        if (code is null && word.Length > 0)
        {
            Refuse(draft.Row, field, word, $"应为 {string.Join("、", codes.Values)} 之一");
        }

        draft.Edits.Add(place => edit(place, code));
    }

    private void EditFlag(Draft draft, string field, Func<Place, bool?, Place> edit)
    {
        if (columns.Says(field))
        {
            var flag = Flag(draft, field);
            draft.Edits.Add(place => edit(place, flag));
        }
    }

    private bool? Flag(Draft draft, string field)
    {
        var word = Text(draft.Row, field)?.ToLowerInvariant() ?? "";
        switch (word)
        {
            case "":
                return null;
            case "true" or "1" or "是" or "有" or "y" or "yes" or "√" or "需要" or "对":
                return true;
            case "false" or "0" or "否" or "无" or "没有" or "n" or "no" or "×" or "不需要" or "不":
                return false;
            default:
                Refuse(draft.Row, field, word, "应写 是 或 否");
                return null;
        }
    }

    /// <summary>The field whose cell is not blank: the code before the name.</summary>
    private string? Filled(SourceRow row, params string[] fields) => Array.Find(fields, field => Text(row, field) is { Length: > 0 });

    private string? Text(SourceRow row, string field)
    {
        var text = columns.Value(row, field)?.Trim();
        if (text?.Length > LongestText || text?.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) == true)
        {
            Refuse(row, field, text.Length > 40 ? text[..40] + "…" : text, $"超过 {LongestText} 个字，或含有控制字符");
            return "";
        }

        return text;
    }

    private static void AddAll(IList<string> to, IReadOnlyList<string> codes)
    {
        foreach (var code in codes)
        {
            to.Add(code);
        }
    }

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private void Refuse(SourceRow row, string field, string value, string reason) =>
        Refused.Add(new(row, field.Length == 0 ? "" : columns.HeaderOf(field), value, reason));

    private void Remark(string text) => Remarks[text] = Remarks.TryGetValue(text, out var rows) ? rows + 1 : 1;

    // Row numbers change when a row is put in between, so a number alone is nobody's id.
    [GeneratedRegex("^(?=.*[a-z])[a-z0-9][a-z0-9-]{2,63}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();
}
