using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Jizhou.Public.Content;

/// <summary>
/// One mapping of a YAML file. Every read names the key it wants; a missing key or a wrong type becomes a
/// <see cref="ContentProblem"/> and a harmless value, so that one run finds all problems. Call <see cref="Done"/> last: it reports keys nobody asked for.
/// </summary>
public sealed class YamlMap
{
    private readonly ContentSource _source;
    private readonly Dictionary<string, YamlNode> _values = [];
    private readonly Dictionary<string, int> _lines = [];
    private readonly HashSet<string> _asked = [];
    private readonly int _firstLine;

    internal YamlMap(ContentSource source, string file, int firstLine, YamlMappingNode node)
    {
        (_source, File, _firstLine) = (source, file, firstLine);
        Line = LineOf(node);
        foreach (var (key, value) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            _values[name] = value;
            _lines[name] = LineOf(key);
        }
    }

    /// <summary>Path below the content folder.</summary>
    public string File { get; }

    /// <summary>Line on which the mapping begins.</summary>
    public int Line { get; }

    /// <summary>All keys, in the order of the file.</summary>
    public IReadOnlyCollection<string> Keys => _values.Keys;

    /// <summary>The line of a key, or of the mapping when the key is absent.</summary>
    public int LineOf(string key) => _lines.GetValueOrDefault(key, Line);

    /// <summary>Is the key there with a value?</summary>
    public bool Has(string key) => Scalar(key, report: false) is not null || _values.GetValueOrDefault(key) is YamlMappingNode or YamlSequenceNode;

    /// <summary>Reports a problem at a key.</summary>
    public void Report(string key, string what, string howToMend) => _source.Report(File, LineOf(key), what, howToMend);

    /// <summary>Notes something at a key that is allowed and still deserves a look.</summary>
    public void Warn(string key, string what, string howToMend) => _source.Warn(File, LineOf(key), what, howToMend);

    /// <summary>A required text; empty (and a problem) when it is missing.</summary>
    public string Text(string key)
    {
        var text = Scalar(key, report: true);
        var isWrongType = text is null && Has(key); // told by Scalar
        if (string.IsNullOrEmpty(text) && !isWrongType)
        {
            Report(key, $"\"{key}\" is missing", $"add a line \"{key}: …\"");
        }

        return text ?? "";
    }

    /// <summary>A text that may be absent.</summary>
    public string? OptionalText(string key) => Scalar(key, report: true);

    /// <summary>A required text out of a fixed list.</summary>
    public string Choice(string key, params IReadOnlyCollection<string> allowed)
    {
        var text = Text(key);
        if (text.Length > 0 && !allowed.Contains(text, StringComparer.Ordinal))
        {
            Report(key, $"\"{key}\" is \"{text}\"", $"use one of: {string.Join(", ", allowed)}");
        }

        return text;
    }

    /// <summary>A required whole number.</summary>
    public int Whole(string key) => Parsed(key, Text(key), "a whole number such as 12",
        static (string t, out int v) => int.TryParse(t, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out v));

    /// <summary>A whole number that may be absent.</summary>
    public int? OptionalWhole(string key) => Has(key) ? Whole(key) : Absent<int?>(key);

    /// <summary>A required decimal number, with a point.</summary>
    public decimal Number(string key) => Parsed(key, Text(key), "a number such as 94.9",
        static (string t, out decimal v) => decimal.TryParse(t, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out v));

    /// <summary>A decimal number that may be absent.</summary>
    public decimal? OptionalNumber(string key) => Has(key) ? Number(key) : Absent<decimal?>(key);

    /// <summary>A required day, written 2026-11-22.</summary>
    public DateOnly Date(string key) => Parsed(key, Text(key), "a date such as 2026-11-22",
        static (string t, out DateOnly v) => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out v));

    /// <summary>A day that may be absent.</summary>
    public DateOnly? OptionalDate(string key) => Has(key) ? Date(key) : Absent<DateOnly?>(key);

    /// <summary>A required time of the day, written "16:00" in quotes.</summary>
    public TimeOnly Time(string key) => Parsed(key, Text(key), "a time such as \"16:00\", in quotes",
        static (string t, out TimeOnly v) => TimeOnly.TryParseExact(t, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out v));

    /// <summary>true or false; false when absent.</summary>
    public bool Flag(string key) => Has(key) && Parsed(key, Text(key), "true or false", static (string t, out bool v) =>
    {
        v = t == "true";
        return t is "true" or "false";
    });

    /// <summary>A list of texts; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        List<string> texts = [];
        foreach (var node in Sequence(key))
        {
            if (node is YamlScalarNode { Value: { Length: > 0 } text })
            {
                texts.Add(text);
            }
            else
            {
                _source.Report(File, LineOf(node), $"\"{key}\" holds something that is not a text", "write each entry as \"- text\"");
            }
        }

        return texts;
    }

    /// <summary>A list of mappings; empty when absent.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        List<YamlMap> maps = [];
        foreach (var node in Sequence(key))
        {
            if (node is YamlMappingNode map)
            {
                maps.Add(new YamlMap(_source, File, _firstLine, map));
            }
            else
            {
                _source.Report(File, LineOf(node), $"\"{key}\" holds something without \"key: value\" pairs", "write each entry as \"- key: value\" lines");
            }
        }

        return maps;
    }

    /// <summary>A required list of mappings; a problem when it is missing or empty.</summary>
    public IReadOnlyList<YamlMap> SomeMaps(string key)
    {
        var maps = Maps(key);
        if (maps.Count == 0)
        {
            Report(key, $"\"{key}\" is missing or empty", $"add a line \"{key}:\" and below it entries that begin with \"- \"");
        }

        return maps;
    }

    /// <summary>A mapping inside this one; null when absent.</summary>
    public YamlMap? OptionalMap(string key)
    {
        _asked.Add(key);
        switch (_values.GetValueOrDefault(key))
        {
            case YamlMappingNode map:
                return new YamlMap(_source, File, _firstLine, map);
            case null:
                return null;
            default:
                Report(key, $"\"{key}\" should hold \"key: value\" pairs", "indent them below the key");
                return null;
        }
    }

    /// <summary>Reports every key that was never asked for, with the keys that are known here.</summary>
    public void Done()
    {
        foreach (var key in _values.Keys.Where(k => !_asked.Contains(k)))
        {
            Report(key, $"unknown key \"{key}\"", $"remove it, or use one of: {string.Join(", ", _asked.Order(StringComparer.Ordinal))}");
        }
    }

    private delegate bool TryParse<T>(string text, out T value);

    private T Parsed<T>(string key, string text, string expected, TryParse<T> parse)
    {
        if (parse(text, out var value) || text.Length == 0)
        {
            return value;
        }

        Report(key, $"\"{key}\" is \"{text}\"", $"write {expected}");
        return value;
    }

    private T? Absent<T>(string key)
    {
        _asked.Add(key);
        return default;
    }

    private string? Scalar(string key, bool report)
    {
        if (report)
        {
            _asked.Add(key);
        }

        if (_values.TryGetValue(key, out var node) && node is not YamlScalarNode && report)
        {
            Report(key, $"\"{key}\" should be one text", "write it on the key's line; quote it when it begins with [ or {");
        }

        return node is YamlScalarNode scalar && !IsNull(key) ? scalar.Value : null;
    }

    private bool IsNull(string key) =>
        _values.GetValueOrDefault(key) is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    private IEnumerable<YamlNode> Sequence(string key)
    {
        _asked.Add(key);
        switch (_values.GetValueOrDefault(key))
        {
            case YamlSequenceNode list:
                return list.Children;
            case null:
                return [];
            default:
                Report(key, $"\"{key}\" should be a list", "write [a, b], or one \"- entry\" a line below the key");
                return [];
        }
    }

    private int LineOf(YamlNode node) => Math.Max((int)node.Start.Line, 1) + _firstLine - 1;
}
