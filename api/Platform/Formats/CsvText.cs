using System.Buffers;
using System.Globalization;
using System.Text;

namespace Jizhou.Public.Api.Platform.Formats;

/// <summary>
/// A table as CSV by RFC 4180: comma, CRLF, quotes doubled. Text that a spreadsheet would run as a formula gets an apostrophe
/// in front; numbers are written as they are.
/// </summary>
public sealed class CsvText
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");
    private readonly StringBuilder _text = new();
    private readonly int _columns;

    /// <summary>Begins a table with its header row.</summary>
    public CsvText(params IReadOnlyList<string> columns)
    {
        _columns = columns.Count;
        Row([.. columns]);
    }

    /// <summary>Adds a row: texts, numbers, dates, true/false; null is an empty field. Refuses a row of another width.</summary>
    public void Row(params IReadOnlyList<object?> fields)
    {
        if (fields.Count != _columns)
        {
            throw new ArgumentException($"a row of {fields.Count} fields in a table of {_columns} columns", nameof(fields));
        }

        for (var i = 0; i < fields.Count; i++)
        {
            _text.Append(i == 0 ? "" : ",").Append(Field(fields[i]));
        }

        _text.Append("\r\n");
    }

    /// <summary>The table as UTF-8; with the byte order mark when asked, for spreadsheets that need it to see Chinese.</summary>
    public byte[] ToUtf8(bool withMark)
    {
        var text = Encoding.UTF8.GetBytes(_text.ToString());
        return withMark ? [.. Encoding.UTF8.Preamble, .. text] : text;
    }

    private static string Field(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => Text(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"no CSV form for {value.GetType()}", nameof(value)),
    };

    private static string Text(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠')
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
