using System.Globalization;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places.Import.Reading;

namespace Jizhou.Public.Api.Places.Import.Rows;

/// <summary>Reads single cells of rows and gathers what is to be said about them.</summary>
public sealed partial class RowCells(ColumnPlan columns)
{
    private const int LongestText = 500;
    private const int MostRemarks = 500;

    private int _unsaid;

    /// <summary>Refused rows, in order.</summary>
    public RefusedRows Refused { get; } = new();

    /// <summary>What to say about values, each with how many rows it concerns.</summary>
    public IEnumerable<string> Remarks => _remarks.Select(remark => $"{remark.Key}（{remark.Value} 行）")
        .Concat(_unsaid > 0 ? [$"还有 {_unsaid} 行有类似的情况，没有一一列出"] : []);

    private readonly SortedDictionary<string, int> _remarks = new(StringComparer.Ordinal);

    /// <summary>Whether the file speaks of a field.</summary>
    public bool Says(string field) => columns.Says(field);

    /// <summary>The text of a field: blank for an empty cell and for one that was refused, null when the file does not speak of it.</summary>
    public string? Text(SourceRow row, string field)
    {
        var text = columns.Value(row, field)?.Trim();
        if (text is null || (text.Length <= LongestText && !HasControls(text)))
        {
            return text;
        }

        Refuse(row, field, text.Length > 40 ? text[..40] + "…" : text, $"超过 {LongestText} 个字，或含有控制字符");
        return "";
    }

    /// <summary>The field whose cell is not blank: the first of those given.</summary>
    public string? Filled(SourceRow row, string first, string second) =>
        columns.Value(row, first) is { Length: > 0 } ? first : columns.Value(row, second) is { Length: > 0 } ? second : null;

    /// <summary>Yes, no, or nothing for a blank cell; other words refuse the row.</summary>
    public bool? Flag(SourceRow row, string field)
    {
        var word = Text(row, field)?.ToLowerInvariant() ?? "";
        switch (word)
        {
            case "":
                return null;
            case "true" or "1" or "是" or "有" or "y" or "yes" or "ja" or "oui" or "√" or "需要" or "对" or "需":
                return true;
            case "false" or "0" or "否" or "无" or "没有" or "n" or "no" or "nein" or "non" or "×" or "不需要" or "不" or "无需":
                return false;
            default:
                Refuse(row, field, word, "应写 是 或 否");
                return null;
        }
    }

    /// <summary>The code of a word out of a fixed list; null for a blank cell, other words refuse the row.</summary>
    public string? Code(SourceRow row, string field, IReadOnlyDictionary<string, string> codes)
    {
        var word = Text(row, field) ?? "";
        foreach (var (code, name) in codes)
        {
            if (word.Length > 0 && (code == word || name == word || name.TrimEnd('级') == word))
            {
                return code;
            }
        }

        if (word.Length > 0)
        {
            Refuse(row, field, word, $"应为 {string.Join("、", codes.Values)} 之一");
        }

        return null;
    }

    /// <summary>A day as people write it, or as a spreadsheet counts it (46348); null for a blank cell, other words refuse the row.</summary>
    public DateOnly? Day(SourceRow row, string field)
    {
        var text = Text(row, field) ?? "";
        var day = Clock().Replace(text, "");
        if (day.Length == 0)
        {
            return null;
        }

        if (DayWords.TryDay(day, out var date))
        {
            return date;
        }

        if (day.Length == 5 && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 36_526 and < 73_050)
        {
            return new DateOnly(1899, 12, 30).AddDays(serial); // Excel's count, for 2000 to 2099
        }

        Refuse(row, field, text, "日期应写成 2026-11-22");
        return null;
    }

    /// <summary>The days of something that comes and goes; anything else refuses the row.</summary>
    public IReadOnlyList<DateOnly> Dates(SourceRow row)
    {
        var text = Text(row, "dates") ?? "";
        if (!DayWords.TryDates(text, out var days))
        {
            Refuse(row, "dates", text, "日期应写成 2026-11-22，几天之间空一格");
        }

        return days;
    }

    /// <summary>Lunar market days; anything else refuses the row.</summary>
    public IReadOnlyList<int> Lunar(SourceRow row)
    {
        var text = Text(row, "lunar") ?? "";
        if (!DayWords.TryLunar(text, out var days))
        {
            Refuse(row, "lunar", text, "农历日子应写成 逢二、七 或 2 7（1 到 10 是逢几，11 到 30 是哪一天）");
        }

        return days;
    }

    /// <summary>Refuses a row; a blank field stands for the row as a whole.</summary>
    public void Refuse(SourceRow row, string field, string value, string reason) =>
        Refused.Add(new(row, field.Length == 0 ? "" : columns.HeaderOf(field), value, reason), field.Length == 0 ? row.Cells : [columns.Value(row, "name") ?? "", columns.Value(row, "id") ?? ""]);

    /// <summary>Says something about a value.</summary>
    public void Remark(string text)
    {
        if (_remarks.TryGetValue(text, out var rows))
        {
            _remarks[text] = rows + 1;
        }
        else if (_remarks.Count < MostRemarks)
        {
            _remarks[text] = 1;
        }
        else
        {
            _unsaid++;
        }
    }

    private static bool HasControls(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();
}
