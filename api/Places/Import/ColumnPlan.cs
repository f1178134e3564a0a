using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places.Exports;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>Which columns of one file are read as which field, and what is said about the others.</summary>
public sealed partial class ColumnPlan
{
    private readonly Dictionary<string, List<int>> _columns = new(StringComparer.Ordinal);
    private readonly SourceTable _table;
    private readonly Mapping _mapping;
    private readonly FieldWords _words;

    /// <summary>Reads the headers; refuses a mapping that names a column the file lacks.</summary>
    public ColumnPlan(SourceTable table, Mapping mapping, FieldWords words)
    {
        (_table, _mapping, _words) = (table, mapping, words);
        foreach (var (field, column) in mapping.Columns)
        {
            var at = table.Columns.ToList().FindIndex(header => string.Equals(header, column, StringComparison.Ordinal));
            _columns[field] = at >= 0 ? [at] : throw new ImportFailedException($"映射文件说 {field} 在列“{column}”，但文件里没有这一列。文件的列是：{Listed(table.Columns)}。");
        }

        Recognise();
    }

    /// <summary>Whether rows can have a value in a field.</summary>
    public bool Says(string field) => _columns.ContainsKey(field) || _mapping.Constant(field) is not null;

    /// <summary>The header of a field's column, for messages.</summary>
    public string HeaderOf(string field) => _columns.TryGetValue(field, out var list) ? _table.Columns[list[0]] : field;

    /// <summary>The columns read as a field; empty for none.</summary>
    public IReadOnlyList<int> ColumnsOf(string field) => _columns.GetValueOrDefault(field) ?? [];

    /// <summary>Whether the mapping file named the column of a field.</summary>
    public bool IsMapped(string field) => _mapping.Columns.ContainsKey(field);

    /// <summary>Reads a column as another field from now on, or as none (null).</summary>
    public void Move(string field, string? to)
    {
        if (_columns.Remove(field, out var list) && to is not null)
        {
            _columns.TryAdd(to, list);
        }
    }

    /// <summary>Headers of columns that nothing reads.</summary>
    public IReadOnlyList<string> Unused => [.. _table.Columns.Where((header, i) => header.Length > 0 && !_columns.Values.Any(list => list.Contains(i)))];

    /// <summary>The coordinate system named by the headers of the position, or null.</summary>
    public string? Crs => ((string[])["lng", "lat", "position", "latlng"]).SelectMany(ColumnsOf)
        .Select(i => FieldWords.CrsOf(_table.Columns[i])).FirstOrDefault(name => name is not null);

    /// <summary>The value of a field in a row: blank for an empty cell, null when the file does not speak of the field.</summary>
    public string? Value(SourceRow row, string field)
    {
        if (!_columns.TryGetValue(field, out var list))
        {
            return _mapping.Constant(field);
        }

        var cell = "";
        for (var i = 0; i < list.Count && cell.Length == 0; i++)
        {
            cell = row.Cells[list[i]];
        }

        return _mapping.Value(field, Unescape(cell)) is { Length: > 0 } value ? value : _mapping.Constant(field) ?? "";
    }

    /// <summary>Refuses a file without a column for names.</summary>
    public void RequireName()
    {
        if (!Says("name"))
        {
            throw new ImportFailedException($"没有认出哪一列是名称。文件的列是：{Listed(_table.Columns)}。请把表头改成“名称”，或用映射文件（--mapping）写一行 name = 列名。");
        }
    }

    /// <summary>A spreadsheet that shows 1.20119E+11 has lost the last digits.</summary>
    public static bool IsSpoiltCode(string cell) => cell.Length > 3 && cell.AsSpan().IndexOfAny('E', 'e') > 0 && Scientific().IsMatch(cell);

    /// <summary>The headers for a message; a file with thousands of columns is not repeated in full.</summary>
    public static string Listed(IReadOnlyList<string> columns) =>
        string.Join("、", columns.Take(40).Select(column => column.Length > 30 ? column[..30] + "…" : column)) + (columns.Count > 40 ? $"……共 {columns.Count} 列" : "");

    /// <summary>Several columns may mean one field; then the first that is filled in counts, in the order of our list of headers.</summary>
    private void Recognise()
    {
        var mapped = _columns.Values.SelectMany(list => list).ToHashSet();
        var found = _table.Columns.Select((header, i) => (Field: mapped.Contains(i) ? null : _words.FieldOf(header), Header: header, At: i)).Where(one => one.Field is not null);
        foreach (var group in found.GroupBy(one => one.Field!).Where(group => !IsMapped(group.Key)))
        {
            _columns[group.Key] = [.. group.OrderBy(one => _words.Rank(group.Key, one.Header)).ThenBy(one => one.At).Select(one => one.At)];
        }
    }

    /// <summary>Takes the apostrophe away that exports put before what looks like a formula.</summary>
    private string Unescape(string cell) => _table.IsText && cell.Length > 1 && cell[0] == '\'' && FormulaMarks.Begin(cell) ? cell[1..] : cell;

    [GeneratedRegex(@"^\d([.,]\d+)?[Ee]\+?\d+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scientific();
}
