using System.Globalization;

namespace Jizhou.Public.Content;

/// <summary>One row of a table that knows its line; wrong values become problems as in <see cref="YamlMap"/>.</summary>
public sealed class CsvRow(ContentSource source, string file, int line, IReadOnlyList<string> columns, IReadOnlyList<string> values)
{
    /// <summary>Path below the content folder.</summary>
    public string File => file;

    /// <summary>Line of the row, counted from 1.</summary>
    public int Line => line;

    /// <summary>A required text.</summary>
    public string Text(string column)
    {
        var text = OptionalText(column);
        if (text is null)
        {
            Report($"\"{column}\" is empty", "fill it in");
        }

        return text ?? "";
    }

    /// <summary>A text that may be empty; null then.</summary>
    public string? OptionalText(string column)
    {
        var value = values[IndexOf(column)].Trim();
        return value.Length == 0 ? null : value;
    }

    /// <summary>A required text out of a fixed list.</summary>
    public string Choice(string column, params IReadOnlyCollection<string> allowed)
    {
        var text = Text(column);
        if (text.Length > 0 && !allowed.Contains(text, StringComparer.Ordinal))
        {
            Report($"\"{column}\" is \"{text}\"", $"use one of: {string.Join(", ", allowed)}");
        }

        return text;
    }

    /// <summary>A number that may be empty, with a point.</summary>
    public double? OptionalNumber(string column)
    {
        var text = OptionalText(column);
        if (text is null)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Report($"\"{column}\" is \"{text}\"", "write a number such as 40.05");
        return null;
    }

    /// <summary>A required number, with a point.</summary>
    public double Number(string column)
    {
        Text(column);
        return OptionalNumber(column) ?? 0;
    }

    /// <summary>A day that may be empty, written 2026-11-22.</summary>
    public DateOnly? OptionalDate(string column)
    {
        var text = OptionalText(column);
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Report($"\"{column}\" is \"{text}\"", "write a date such as 2026-11-22");
        return null;
    }

    /// <summary>true or false; false when empty.</summary>
    public bool Flag(string column) => OptionalText(column) is not null && Choice(column, "true", "false") == "true";

    /// <summary>Texts separated by spaces; empty when there is none.</summary>
    public IReadOnlyList<string> Texts(string column) =>
        OptionalText(column)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Reports a problem at this row.</summary>
    public void Report(string what, string howToMend) => source.Report(file, line, what, howToMend);

    private int IndexOf(string column)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == column)
            {
                return i;
            }
        }

        throw new ArgumentException($"the reader of {file} asks for a column \"{column}\" that it did not declare", nameof(column));
    }
}
