using System.Globalization;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>Says in Chinese what an import would do or did, for people who never saw the command.</summary>
public static class ReportWords
{
    private static readonly (string Name, Func<Place, PlaceVocabulary, Geography, string?> Of)[] Fields =
    [
        ("名称", (place, _, _) => place.Name),
        ("种类", (place, words, _) => words.Kind(place.Kind)?.Name ?? place.Kind),
        ("接收品类", (place, words, _) => Names(place.Accepts, words)),
        ("不收", (place, words, _) => Names(place.Rejects, words)),
        ("时间", (place, _, _) => place.Hours is null ? null : HoursWords.Of(OpeningHours.Parse(place.Hours))),
        ("乡镇", (place, _, geo) => place.Township is { } code ? geo.Township(code)?.Name ?? code : null),
        ("村（社区）", (place, _, geo) => place.Village is { } code ? geo.Village(code)?.Name ?? code : null),
        ("地址", (place, _, _) => place.Address),
        ("位置", (place, _, _) => place.Position is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.Lng:0.######}, {at.Lat:0.######}") : null),
        ("电话", (place, _, _) => place.Phone),
        ("运营", (place, _, _) => place.Operator),
        ("说明", (place, _, _) => place.Access),
        ("场所", (place, _, _) => place.Setting is { } code ? PlaceVocabulary.Settings.GetValueOrDefault(code, code) : null),
        ("级别", (place, _, _) => place.Level is { } code ? PlaceVocabulary.Levels.GetValueOrDefault(code, code) : null),
        ("服务对象", (place, _, _) => PlaceVocabulary.Audiences.GetValueOrDefault(place.Audience, place.Audience)),
        ("两网融合", (place, _, _) => YesOrNo(place.DualNetwork)),
        ("需预约", (place, _, _) => YesOrNo(place.AppointmentOnly)),
        ("有偿", (place, _, _) => YesOrNo(place.Pays)),
        ("无障碍", (place, _, _) => YesOrNo(place.StepFree)),
        ("来源", (place, _, _) => place.Source),
        ("许可", (place, _, _) => place.Licence),
        ("核实日期", (place, _, _) => place.LastVerified?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("核实人", (place, _, _) => place.VerifiedBy),
        ("示例", (place, _, _) => YesOrNo(place.Sample)),
        ("位置示意", (place, _, _) => YesOrNo(place.Illustrative)),
    ];

    private static readonly (string Command, string Page)[] Options =
    [
        ("不对就加上 --kind 代码", "不对就改“没有写种类的行算什么”"), ("用映射文件（--mapping）写", "在下面的“列名对照”里写"), ("请用 --encoding 说明", "请在“文字编码”里选一种"), ("请核对，去掉 --crs 或改正文件", "请核对，改选文件写明的坐标系，或改正文件"),
        ("而 --crs 给的是", "而您选的是"), ("再用 --crs 说明", "再选择"), ("确实要撤，就加上 --confirm-removals", "确实要撤，就在框里填"), ("映射文件", "列名对照"),
    ];

    /// <summary>The counts in one sentence.</summary>
    public static string Counts(ImportReport report) => report.IsEmpty
        ? "没有要改的，什么也没有改。"
        : $"新增 {report.Added.Count} 个，改动 {report.Changed.Count} 个，撤销 {report.Removed.Count} 个，不变 {report.Unchanged} 个，撤下示例点 {report.Retired.Count} 个，退回 {report.Refused.Count} 处。";

    /// <summary>A message of the import without the words of the command line.</summary>
    public static string Plain(string message) => Options.Aggregate(message, (text, pair) => text.Replace(pair.Command, pair.Page, StringComparison.Ordinal));

    /// <summary>What changes on a place, field by field.</summary>
    public static IReadOnlyList<string> Differences(PlannedChange change, PlaceVocabulary words, Geography geo) =>
    [
        .. from field in Fields
           let before = field.Of(change.Before!, words, geo)
           let after = field.Of(change.After!, words, geo)
           where before != after
           select $"{field.Name}：{before ?? "无"} → {after ?? "无"}",
    ];

    /// <summary>Township and village, or that they are missing.</summary>
    public static string Area(Place place, Geography geo) =>
        string.Join(' ', new[] { geo.Township(place.Township ?? "")?.Name, geo.Village(place.Village ?? "")?.Name }.OfType<string>()) is { Length: > 0 } area ? area : "没有写";

    private static string? Names(IReadOnlyList<string> codes, PlaceVocabulary words) =>
        codes.Count == 0 ? null : string.Join("、", codes.Select(code => words.Material(code)?.Name ?? code));

    private static string? YesOrNo(bool? flag) => flag switch { true => "是", false => "否", _ => null };
}
