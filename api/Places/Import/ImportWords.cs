namespace Jizhou.Public.Api.Places.Import;

/// <summary>Says in Chinese what an import would do or did.</summary>
public static class ImportWords
{
    private const int MostLines = 20;

    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter to, ImportResult result, bool applied, bool confirmed)
    {
        var report = result.Report;
        to.WriteLine($"文件：{result.About}");
        to.WriteLine($"新增 {report.Added.Count}，改动 {report.Changed.Count}，撤销 {report.Removed.Count}，不变 {report.Unchanged}，退回 {report.Refused.Count} 处；撤下示例点 {report.Retired.Count}。");
        WriteList(to, "新增", report.Added, place => $"{place.Name}（{place.Id}）");
        WriteList(to, "改动", report.Changed, change => $"{change.After!.Name}（{change.After.Id}）：{Difference(change)}");
        WriteList(to, "撤销", report.Removed, place => $"{place.Name}（{place.Id}）");
        WriteList(to, "退回", report.Refused, Of);
        WriteList(to, "请核对", report.Notices, notice => notice);
        to.WriteLine(Ending(report, applied));
        if (!applied && !confirmed && report.NeedsConfirmation)
        {
            to.WriteLine($"撤销超过范围内 {report.InScope} 个的十分之一：确实要撤，再加上 --confirm-removals {report.Removed.Count}。");
        }
    }

    private static string Ending(ImportReport report, bool applied) => (report.IsEmpty, applied) switch
    {
        (true, _) => "没有要改的，什么也没有改。",
        (false, true) => "已导入。要撤回：import places --undo",
        _ => "这是试运行，什么也没有改。核对无误后加上 --apply。",
    };

    /// <summary>A refused row: where, what stands there, and why not.</summary>
    internal static string Of(RefusedRow row) => $"第 {row.Row.Number} 行{(row.Column.Length == 0 ? "" : $" {row.Column}“{row.Value}”")}：{row.Reason}";

    /// <summary>Writes the first twenty of a list under a title, and how many there are.</summary>
    internal static void WriteList<T>(TextWriter to, string title, IReadOnlyList<T> items, Func<T, string> words) => WriteList(to, title, items, items.Count, words);

    private static void WriteList<T>(TextWriter to, string title, Listing<T> items, Func<T, string> words) => WriteList(to, title, items, items.Count, words);

    private static void WriteList<T>(TextWriter to, string title, IEnumerable<T> items, int count, Func<T, string> words)
    {
        if (count == 0)
        {
            return;
        }

        to.WriteLine($"{title}：");
        foreach (var item in items.Take(MostLines))
        {
            to.WriteLine($"  {words(item)}");
        }

        if (count > MostLines)
        {
            to.WriteLine($"  ……共 {count} 条");
        }
    }

    private static string Difference(PlannedChange change)
    {
        var (before, after) = (PlaceRecord.Of(change.Before!), PlaceRecord.Of(change.After!));
        var fields = typeof(PlaceRecord).GetProperties().Where(field => !Equals(field.GetValue(before), field.GetValue(after)));
        return string.Join("；", fields.Select(field => $"{field.Name} {field.GetValue(before) ?? "无"} → {field.GetValue(after) ?? "无"}"));
    }
}
