using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Jizhou.Public.Content;

/// <summary>What was read of a notice: days and, when the text says so, year, source and date; and what could not be read, in words.</summary>
/// <param name="Year">The year; null when the text does not say.</param>
/// <param name="Source">Title of the document.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="Days">The days in the order of the text.</param>
/// <param name="Problems">One sentence each, with line or value.</param>
public sealed record ReadNotice(int? Year, string? Source, DateOnly? IssuedOn, IReadOnlyList<SpecialDay> Days, IReadOnlyList<string> Problems);

/// <summary>
/// Reads a holiday notice out of text: YAML in the form of data/calendar/holidays.yaml (one year), or a table with date,
/// name and kind, separated by commas or tabs. A date may be a span: <c>2027-02-05 至 2027-02-11</c>. Only reads; the rules are <see cref="NoticeRules"/>.
/// </summary>
public static class NoticeText
{
    private const int LongestSpan = 15;
    private static readonly string[] HolidayWords = ["holiday", "放假", "休"];
    private static readonly string[] MakeupWords = ["makeup", "上班", "调休上班", "班"];
    private static readonly string[] Separators = [" 至 ", "至", "～", "~", ".."];

    /// <summary>Reads either form.</summary>
    public static ReadNotice Read(string text)
    {
        text = text.TrimStart('\uFEFF');
        var isYaml = text.Split('\n').Any(line => line.TrimStart().TrimStart('-').TrimStart() is var start
            && (start.StartsWith("holidays:", StringComparison.Ordinal) || start.StartsWith("years:", StringComparison.Ordinal)));
        return isYaml ? Yaml(text) : Table(text);
    }

    private static ReadNotice Table(string text)
    {
        List<SpecialDay> days = [];
        List<string> problems = [];
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            number++;
            var cells = line.Split(['\t', ',', '，'], StringSplitOptions.TrimEntries);
            if (line.Length == 0 || line[0] == '#' || cells[0] is "date" or "日期")
            {
                continue;
            }

            var state = cells.Length > 2 ? StateOf(cells[2]) : null;
            if (cells.Length < 3 || state is null)
            {
                problems.Add($"第 {number} 行“{Short(line)}”看不懂。每行三格：日期,名称,放假或上班。");
                continue;
            }

            Add(days, problems, $"第 {number} 行", cells[0], cells[1], state.Value, cells.Length > 3 && cells[3] is "true" or "是");
        }

        return new ReadNotice(null, null, null, days, problems);
    }

    private static ReadNotice Yaml(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is not [{ RootNode: YamlMappingNode root }, ..])
            {
                return Unreadable("文件应以“名称: 值”开头，和 content/data/calendar/holidays.yaml 一样。");
            }

            if (Child(root, "years") is not YamlSequenceNode years)
            {
                return Year(root);
            }

            return years.Children is [YamlMappingNode one]
                ? Year(one)
                : Unreadable($"文件里有 {years.Children.Count} 个年份。一次只能装一年，请只留下要装的那一年。");
        }
        catch (YamlException broken)
        {
            return Unreadable($"第 {broken.Start.Line} 行的格式不对。请检查缩进（只用空格）、冒号和引号。");
        }
    }

    private static ReadNotice Year(YamlMappingNode map)
    {
        List<SpecialDay> days = [];
        List<string> problems = [];
        Days(map, "holidays", DayState.Holiday, days, problems);
        Days(map, "makeupWorkdays", DayState.Makeup, days, problems);
        var (year, issued) = (Text(map, "year"), Text(map, "issuedOn"));
        var hasYear = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (year is not null && !hasYear)
        {
            problems.Add($"year 是“{Short(year)}”，应为年份，例如 2027。");
        }

        var hasDate = TryDate(issued, out var date);
        if (issued is not null && !hasDate)
        {
            problems.Add($"issuedOn 是“{Short(issued)}”，应为日期，例如 2026-11-04。");
        }

        if (Text(map, "notice") == "not-on-record")
        {
            problems.Add("文件自己写着 notice: not-on-record，也就是还没有收录。请换成已经发布的安排。");
        }

        return new ReadNotice(hasYear ? number : null, Text(map, "source"), hasDate ? date : null, days, problems);
    }

    private static void Days(YamlMappingNode map, string key, DayState state, List<SpecialDay> days, List<string> problems)
    {
        if (Child(map, key) is not YamlSequenceNode list)
        {
            return;
        }

        foreach (var node in list.Children)
        {
            var where = $"第 {Math.Max(1, node.Start.Line)} 行";
            if (node is YamlMappingNode day)
            {
                Add(days, problems, where, Text(day, "date") ?? "", Text(day, "name") ?? "", state, Text(day, "inLieu") == "true");
            }
            else
            {
                problems.Add($"{where}看不懂，应写成 - {{ date: 2027-01-01, name: 元旦 }}。");
            }
        }
    }

    private static void Add(List<SpecialDay> days, List<string> problems, string where, string date, string name, DayState state, bool inLieu)
    {
        var ends = date.Split(Separators, 2, StringSplitOptions.TrimEntries);
        if (!TryDate(ends[0], out var first) || !TryDate(ends[^1], out var last))
        {
            problems.Add($"{where}的日期是“{Short(date)}”，应写成 2027-01-01，几天连着写 2027-02-05 至 2027-02-11。");
        }
        else if (last < first || last.DayNumber - first.DayNumber >= LongestSpan)
        {
            problems.Add($"{where}的“{Short(date)}”首尾颠倒，或超过 {LongestSpan} 天。");
        }
        else if (name.Length is 0 or > 20)
        {
            problems.Add($"{where}没有节日名称，或太长（最多 20 字）。");
        }
        else
        {
            days.AddRange(Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(i => new SpecialDay(first.AddDays(i), name, state, inLieu)));
        }
    }

    private static DayState? StateOf(string word) =>
        HolidayWords.Contains(word, StringComparer.Ordinal) ? DayState.Holiday : MakeupWords.Contains(word, StringComparer.Ordinal) ? DayState.Makeup : null;

    private static YamlNode? Child(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private static string? Text(YamlMappingNode map, string key) => Child(map, key) is YamlScalarNode { Value: { Length: > 0 } text } ? text.Trim() : null;

    private static bool TryDate(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static ReadNotice Unreadable(string why) => new(null, null, null, [], [why]);
}
