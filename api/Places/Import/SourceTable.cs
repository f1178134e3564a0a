namespace Jizhou.Public.Api.Places.Import;

/// <summary>A file as a table of texts, whatever its format was.</summary>
/// <param name="Columns">The headers as they were written.</param>
/// <param name="Rows">The rows below the header, in order; read from the file again each time it is gone through, so that a great file is never held whole.</param>
/// <param name="Crs">The coordinate system the file names, or null.</param>
public sealed record SourceTable(IReadOnlyList<string> Columns, IEnumerable<SourceRow> Rows, string? Crs)
{
    /// <summary>The character between cells, for writing rows back.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Whether it was a text file, in which an apostrophe may keep a cell from being a formula.</summary>
    public bool IsText { get; init; }
}

/// <summary>One row.</summary>
/// <param name="Number">As a spreadsheet counts it; in JSON the number of the object, from 1.</param>
/// <param name="Cells">One text a column, blank when there is none.</param>
public sealed record SourceRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>What is wrong with the row itself, or null.</summary>
    public string? Broken { get; init; }

    /// <summary>Whether the text ended here without a line break: then a row with too few cells was cut off.</summary>
    public bool IsLastWithoutEnd { get; init; }
}
