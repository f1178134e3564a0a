using System.Globalization;
using CsvHelper;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Text;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Prices;

/// <summary>Reads what an editor typed or pasted: all of it is right, or nothing is taken and every mistake is told with its line.</summary>
public sealed class ReadPrices(PlaceVocabulary words, DateOnly today)
{
    private const int MostLines = 500;
    private const int LongestText = 60;
    private const decimal MostYuan = 100_000;

    /// <summary>The columns, in this order; the first line may be this header.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["品种", "质量", "单位", "最低价（元）", "最高价（元）", "地点", "日期", "来源"];

    /// <summary>Lines of a table, separated by tabs (copied out of a spreadsheet) or commas.</summary>
    public (IReadOnlyList<Price> Prices, IReadOnlyList<string> Problems) Table(string text)
    {
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return ([], ["文件的编码不是 UTF-8，字认不出来。请在 Excel 里另存为“CSV UTF-8”再传。"]);
        }

        List<Price> prices = [];
        List<string> problems = [];
        using var rows = CsvReader.FromText(text.TrimStart('\uFEFF').Trim('\r', '\n'), new CsvReaderOptions
        {
            Separator = text.Contains('\t', StringComparison.Ordinal) ? '\t' : ',',
            HasHeader = false,
            OnMalformedRecord = bad => problems.Add($"第 {bad.LineNumber} 行：引号没有成对。"),
        });
        for (var line = 1; line <= MostLines && rows.Read(); line++)
        {
            string[] cells = [.. rows.Current.ToArray()];
            if (line > 1 || cells[0].Trim() != Columns[0])
            {
                var (price, wrong) = Line(cells);
                problems.AddRange(wrong.Select(what => $"第 {line} 行：{what}。"));
                prices.AddRange(price is null ? [] : [price]);
            }
        }

        if (rows.Read())
        {
            problems.Add($"一次最多 {MostLines} 行，请分几次。");
        }

        if (prices.Count == 0 && problems.Count == 0)
        {
            problems.Add("里面没有价格。");
        }

        return problems.Count == 0 ? (prices, []) : ([], problems);
    }

    /// <summary>One price out of its eight cells; null with the mistakes when there are any.</summary>
    public (Price? Price, IReadOnlyList<string> Problems) Line(IReadOnlyList<string> cells)
    {
        if (cells.Count != Columns.Count)
        {
            return (null, [$"有 {cells.Count} 格，应有 {Columns.Count} 格：{string.Join("、", Columns)}"]);
        }

        List<string> wrong = [];
        var material = words.Materials.FirstOrDefault(one => one.Code == cells[0].Trim() || one.Name == cells[0].Trim() || one.Aliases.Contains(cells[0].Trim(), StringComparer.Ordinal));
        Check(material is null, $"不认识品种“{cells[0].Trim()}”", wrong);
        var unit = cells[2].Trim();
        Check(!PriceRules.Units.Contains(unit, StringComparer.Ordinal), $"单位应是{string.Join("、", PriceRules.Units)}之一", wrong);
        var (low, high) = (Fen(cells[3], Columns[3], wrong), Fen(cells[4], Columns[4], wrong));
        Check(low > high, "最低价比最高价还高", wrong);
        var (quality, place, source) = (Words(cells[1], Columns[1], wrong), Words(cells[5], Columns[5], wrong), Words(cells[7], Columns[7], wrong));
        var day = Day(cells[6], wrong);
        return wrong.Count > 0 ? (null, wrong) : (new Price(material!.Code, quality, unit, low, high, place, day, source), []);
    }

    private static void Check(bool isWrong, string what, List<string> wrong)
    {
        if (isWrong)
        {
            wrong.Add(what);
        }
    }

    private static long Fen(string cell, string name, List<string> wrong)
    {
        var isRight = decimal.TryParse(cell.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
            && yuan is > 0 and <= MostYuan && decimal.Round(yuan, 2) == yuan;
        Check(!isRight, $"{name}应写成 1.20 这样", wrong);
        return isRight ? (long)(yuan * 100) : 0;
    }

    private static string Words(string cell, string name, List<string> wrong)
    {
        List<FieldRefusal> refused = [];
        var text = PlainText.Clean(cell, name, name, LongestText, refused);
        wrong.AddRange(refused.Select(one => one.Message));
        Check(text is null && refused.Count == 0, $"没有写{name}", wrong);
        return text ?? "";
    }

    private DateOnly Day(string cell, List<string> wrong)
    {
        var isRight = DateOnly.TryParseExact(cell.Trim(), ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        Check(!isRight, "日期应写成 2026-11-26 这样", wrong);
        Check(isRight && day > today, "日期还没有到", wrong);
        return day;
    }
}
