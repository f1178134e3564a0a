namespace Jizhou.Public.Api.Places.Import;

/// <summary>
/// A mapping file: which column means what. One line a field: <c>name = 站点</c> takes the column 站点, <c>kind = "collection-point"</c>
/// gives every row this value, <c>accepts: Packaging = 塑料、纸箱</c> replaces a value. Lines that begin with # are remarks.
/// </summary>
public sealed class Mapping
{
    private readonly Dictionary<string, string> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Field, string Value), string> _values = [];

    private readonly FieldWords _words;

    /// <summary>Reads the text of a mapping file; null gives a mapping that says nothing. Refuses unknown fields and other lines.</summary>
    public Mapping(string? text, FieldWords words)
    {
        _words = words;
        var lines = (text ?? "").TrimStart('\uFEFF').Split('\n').Select((line, i) => (Line: line.Trim(), Number: i + 1));
        foreach (var (line, number) in lines.Where(line => line.Line.Length > 0 && line.Line[0] != '#'))
        {
            Read(line, number);
        }
    }

    /// <summary>Columns by field.</summary>
    public IReadOnlyDictionary<string, string> Columns => _columns;

    /// <summary>How many cells of a row are headers that mean something: the header row has most of them.</summary>
    public int CountKnown(IReadOnlyList<string> cells) => cells.Count(cell => _words.FieldOf(cell) is not null || _columns.Values.Contains(cell, StringComparer.Ordinal));

    /// <summary>The value every row has in a field, or null.</summary>
    public string? Constant(string field) => _constants.GetValueOrDefault(field);

    /// <summary>What a value stands for.</summary>
    public string Value(string field, string value) => _values.GetValueOrDefault((field, value), value);

    private void Read(string line, int number)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        var left = equals < 0 ? "" : line[..equals].Trim();
        var right = equals < 0 ? "" : line[(equals + 1)..].Trim();
        var colon = left.IndexOf(':', StringComparison.Ordinal);
        var field = Field(colon < 0 ? left : left[..colon]);
        if (field is null || right.Length == 0)
        {
            throw new ImportFailedException($"映射文件第 {number} 行“{line}”读不懂。每行写 字段 = 列名、字段 = \"固定值\" 或 字段: 原值 = 新值；字段有：{string.Join("、", _words.Fields.Keys)}。");
        }

        if (colon >= 0)
        {
            _values[(field, left[(colon + 1)..].Trim())] = right;
        }
        else if (right.Length >= 2 && right[0] == '"' && right[^1] == '"')
        {
            _constants[field] = right[1..^1];
        }
        else
        {
            _columns[field] = right;
        }
    }

    private string? Field(string word)
    {
        var field = word.Trim().Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        return _words.Fields.ContainsKey(field) ? field : null;
    }
}
