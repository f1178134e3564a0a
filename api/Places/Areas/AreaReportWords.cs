using System.Globalization;
using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Areas;

/// <summary>Says in Chinese what an import of villages and townships would do or did.</summary>
public static class AreaReportWords
{
    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter to, AreaResult result, bool applied, Geography geo)
    {
        var report = result.Report;
        to.WriteLine($"文件：{result.About}");
        to.WriteLine($"新增 {report.Added.Count}，改动 {report.Changed.Count}，不变 {report.Unchanged}，退回 {report.Refused.Count} 处。");
        ImportWords.WriteList(to, "新增", report.Added, facts => $"{Name(geo, facts.Code)}：{Facts(facts)}");
        ImportWords.WriteList(to, "改动", report.Changed, change => $"{Name(geo, change.After.Code)}：{Facts(change.Before)} → {Facts(change.After)}");
        ImportWords.WriteList(to, "退回", report.Refused, ImportWords.Of);
        ImportWords.WriteList(to, "请核对", report.Notices, notice => notice);
        to.WriteLine((report.IsEmpty, applied) switch
        {
            (true, _) => "没有要改的，什么也没有改。",
            (false, true) => "已导入。要撤回：import villages --undo",
            _ => "这是试运行，什么也没有改。核对无误后加上 --apply。",
        });
    }

    private static string Name(Geography geo, string code) => geo.Village(code)?.Label ?? geo.Township(code)?.Name ?? code;

    private static string Facts(AreaFacts facts)
    {
        var position = facts.Position is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.Lng:0.#####},{at.Lat:0.#####}") : "无位置";
        var area = facts.AreaKm2 is { } km2 ? string.Create(CultureInfo.InvariantCulture, $"，{km2:0.###} 平方公里") : "";
        return $"{position}{area}{(facts.Population is { } people ? $"，{people} 人" : "")}（{facts.Source}）";
    }
}
