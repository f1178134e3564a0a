using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places.Import.Reading;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>Which columns of one file are read as which field, and what is said about the others.</summary>
public sealed partial class ColumnPlan
{
    private static readonly string[] Codes = ["township", "village", "id"];

    private readonly Dictionary<string, List<int>> _columns = new(StringComparer.Ordinal);
    private readonly SourceTable _table;
    private readonly Mapping _mapping;

    /// <summary>Reads the headers; refuses a mapping that names a column the file lacks, and a file without a column for names.</summary>
    public ColumnPlan(SourceTable table, Mapping mapping, KindWords kinds, ICollection<string> notices)
    {
        (_table, _mapping) = (table, mapping);
        Assign();
        DropSpoiltCodes(notices);
        if (_columns.TryGetValue("kind", out var typed) && !IsKind(typed, kinds))
        {
            _columns.Remove("kind"); // a "type" that names no kinds most often names what is taken
            _columns.TryAdd("accepts", typed);
        }

        if (!Says("name"))
        {
            throw new ImportFailedException(
                $"没有认出哪一列是名称。文件的列是：{string.Join("、", table.Columns)}。请把表头改成“名称”，或用 --mapping 写一行 name = 列名。");
        }

        var unused = table.Columns.Where((header, i) => header.Length > 0 && !_columns.Values.Any(list => list.Contains(i))).ToList();
        if (unused.Count > 0)
        {
            notices.Add($"没有用到的列：{string.Join("、", unused)}");
        }
    }

    /// <summary>Whether rows can have a value in a field.</summary>
    public bool Says(string field) => _columns.ContainsKey(field) || _mapping.Constant(field) is not null;

    /// <summary>The header of a field's column, for messages.</summary>
    public string HeaderOf(string field) => _columns.TryGetValue(field, out var list) ? _table.Columns[list[0]] : field;

    /// <summary>The coordinate system named by the headers of the position, or null.</summary>
    public string? Crs => ((string[])["lng", "lat", "position"]).SelectMany(part => _columns.GetValueOrDefault(part) ?? [])
        .Select(i => Header.CrsOf(_table.Columns[i])).FirstOrDefault(name => name is not null);

    /// <summary>The value of a field in a row: blank for an empty cell, null when the file does not speak of the field.</summary>
    public string? Value(SourceRow row, string field)
    {
        if (_columns.TryGetValue(field, out var list))
        {
            var cell = list.Select(i => row.Cells[i]).FirstOrDefault(text => text.Length > 0) ?? "";
            return _mapping.Value(field, Unescape(cell)) is { Length: > 0 } value ? value : _mapping.Constant(field) ?? "";
        }

        return _mapping.Constant(field);
    }

    private void Assign()
    {
        foreach (var (field, column) in _mapping.Columns)
        {
            var at = _table.Columns.ToList().FindIndex(header => string.Equals(header, column, StringComparison.Ordinal));
            _columns[field] = at >= 0 ? [at] : throw new ImportFailedException($"映射文件说 {field} 在列“{column}”，但文件里没有这一列。文件的列是：{string.Join("、", _table.Columns)}。");
        }

        var mapped = _columns.Values.SelectMany(list => list).ToHashSet();
        for (var i = 0; i < _table.Columns.Count; i++)
        {
            if (!mapped.Contains(i) && Header.FieldOf(_table.Columns[i]) is { } field && !_mapping.Columns.ContainsKey(field))
            {
                _columns.TryAdd(field, []);
                _columns[field].Add(i);
            }
        }
    }

    /// <summary>A spreadsheet that shows 1.20119E+11 has lost the last digits: the column is refused once, not every row.</summary>
    private void DropSpoiltCodes(ICollection<string> notices)
    {
        foreach (var field in Codes.Where(_columns.ContainsKey))
        {
            var at = _columns[field][0];
            if (_table.Rows.Select(row => row.Cells[at]).FirstOrDefault(cell => Scientific().IsMatch(cell)) is { } spoilt)
            {
                notices.Add($"列“{_table.Columns[at]}”没有用：代码被 Excel 写成了科学计数法（{spoilt}），后几位已经丢了。改法：在 Excel 里选中这一列，设为“文本”格式，重新填入代码再保存。这次按乡镇和村的名称匹配。");
                _columns.Remove(field);
            }
        }
    }

    private bool IsKind(List<int> columns, KindWords kinds)
    {
        if (_mapping.Columns.ContainsKey("kind"))
        {
            return true;
        }

        var values = _table.Rows.Select(row => row.Cells[columns[0]]).Where(cell => cell.Length > 0).Take(1000).ToList();
        return values.Count == 0 || values.Exists(value => kinds.Find(value) is not null);
    }

    /// <summary>Takes the apostrophe away that exports put before what looks like a formula.</summary>
    private static string Unescape(string cell) => cell.Length > 1 && cell[0] == '\'' && "=+-@\t\r\n".Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;

    [GeneratedRegex(@"^\d([.,]\d+)?[Ee]\+?\d+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scientific();
}
