using Jizhou.Public.Api.Places.Exports;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Platform.Geodata;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Features;

/// <summary>The standing places as open geodata, with the columns of the exports.</summary>
public sealed class PlaceFeatures(CurrentPlaces places, PlaceWords words) : IFeatureCollection
{
    private volatile Set? _set;

    /// <inheritdoc />
    public string Id => "places";

    /// <inheritdoc />
    public string Title => "回收和投放点";

    /// <inheritdoc />
    public string Description => "蓟州区的交投点、投放点和回收点。datetime 问的是最近核实日期 lastVerified；没有核实过的点不在按时间的结果里。";

    /// <inheritdoc />
    public IReadOnlyList<FeatureProperty> Properties { get; } = [.. ExportColumns.All.Select(column => Describe(column, words))];

    /// <inheritdoc />
    public IFeatureSet Features
    {
        get
        {
            var (snapshot, set) = (places.Snapshot, _set);
            if (set?.Snapshot != snapshot)
            {
                set = new Set(snapshot); // one a snapshot: what was written of its features is kept with it
                _set = set;
            }

            return set;
        }
    }

    private static FeatureProperty Describe(ExportColumn column, PlaceWords words)
    {
        var (label, kind) = Labels[column.Name];
        return new FeatureProperty(column.Name, label, kind)
        {
            Allowed = Allowed(column.Name, words),
            InTable = column.Name is "name" or "kindName" or "townshipName" or "hours" or "sample",
        };
    }

    private static IReadOnlyList<string> Allowed(string name, PlaceWords words) => name switch
    {
        "kind" => [.. words.Vocabulary.Kinds.Select(kind => kind.Code)],
        "accepts" or "rejects" => [.. words.Vocabulary.Materials.Select(material => material.Code)],
        "audience" => [.. PlaceVocabulary.Audiences.Keys],
        "setting" => [.. PlaceVocabulary.Settings.Keys],
        "level" => [.. PlaceVocabulary.Levels.Keys],
        "township" => [.. words.Geo.Townships.Select(township => township.Code)],
        _ => [],
    };

    private static readonly Dictionary<string, (string Label, FeatureValue Kind)> Labels = new()
    {
        ["name"] = ("名称", FeatureValue.Text),
        ["kind"] = ("种类代码", FeatureValue.Text),
        ["kindName"] = ("种类", FeatureValue.Text),
        ["accepts"] = ("接收品类", FeatureValue.Codes),
        ["rejects"] = ("不收品类", FeatureValue.Codes),
        ["audience"] = ("面向谁", FeatureValue.Text),
        ["setting"] = ("设在哪里", FeatureValue.Text),
        ["level"] = ("层级", FeatureValue.Text),
        ["dualNetwork"] = ("两网融合", FeatureValue.Flag),
        ["appointmentOnly"] = ("须先预约", FeatureValue.Flag),
        ["pays"] = ("付钱收购", FeatureValue.Flag),
        ["stepFree"] = ("无台阶", FeatureValue.Flag),
        ["access"] = ("怎么进去", FeatureValue.Text),
        ["phone"] = ("电话", FeatureValue.Text),
        ["operator"] = ("运营单位", FeatureValue.Text),
        ["hours"] = ("开放时间", FeatureValue.Text),
        ["dates"] = ("来的日期", FeatureValue.Codes),
        ["lunar"] = ("农历哪几天来", FeatureValue.Codes),
        ["township"] = ("乡镇代码", FeatureValue.Text),
        ["townshipName"] = ("乡镇", FeatureValue.Text),
        ["village"] = ("村代码", FeatureValue.Text),
        ["villageName"] = ("村、社区", FeatureValue.Text),
        ["address"] = ("地址", FeatureValue.Text),
        ["source"] = ("来源", FeatureValue.Text),
        ["licence"] = ("许可", FeatureValue.Text),
        ["lastVerified"] = ("最近核实", FeatureValue.Day),
        ["verifiedBy"] = ("谁核实的", FeatureValue.Text),
        ["photo"] = ("照片网址", FeatureValue.Text),
        ["photoAlt"] = ("照片里有什么", FeatureValue.Text),
        ["illustrative"] = ("位置为示意", FeatureValue.Flag),
        ["sample"] = ("示例数据", FeatureValue.Flag),
    };

    private sealed class Set(PlaceSnapshot snapshot) : IFeatureSet
    {
        public PlaceSnapshot Snapshot => snapshot;

        public int Count => snapshot.Places.Count;

        public bool HasSamples => snapshot.HasSamples;

        public string IdOf(int ordinal) => snapshot.Places[ordinal].Place.Id;

        public GeoPoint? PositionOf(int ordinal) => snapshot.Places[ordinal].Position is { } position ? new GeoPoint(position.Lng, position.Lat) : null;

        public IList<int>? Inside(double west, double south, double east, double north) => snapshot.Inside(west, south, east, north);

        public FeatureTime? TimeOf(int ordinal) => snapshot.Places[ordinal].Place.LastVerified is { } day ? FeatureTime.Of(day) : null;

        public string? TextOf(int ordinal, int property) => ExportColumns.All[property].Text(snapshot.Places[ordinal], snapshot.Words);

        public string? WordsOf(int ordinal, int property)
        {
            var (entry, words) = (snapshot.Places[ordinal], snapshot.Words);
            var text = TextOf(ordinal, property);
            return ExportColumns.All[property].Name switch
            {
                "hours" => HoursWords.Of(entry.Hours),
                "accepts" or "rejects" when text is { Length: > 0 } => words.MaterialNames(text.Split(' ')),
                "audience" => PlaceVocabulary.Audiences.GetValueOrDefault(text ?? ""),
                "setting" => PlaceVocabulary.Settings.GetValueOrDefault(text ?? ""),
                "level" => PlaceVocabulary.Levels.GetValueOrDefault(text ?? ""),
                "lunar" => LunarWords.Of(entry.Place.Lunar),
                _ => text,
            };
        }

        public int? Find(string id) => FirstAfter(id) is { } next && next > 0 && IdOf(next - 1) == id ? next - 1 : null;

        public int? FirstAfter(string id) => snapshot.LastOrdinalUpTo(id) + 1;

        public Refusal? WhyGone(string id) => snapshot.FindRemoved(id) is { } removed ? PlaceRefusals.Removed(removed) : null;
    }
}
