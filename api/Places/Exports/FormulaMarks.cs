namespace Jizhou.Public.Api.Places.Exports;

/// <summary>Signs with which a cell becomes a formula in a spreadsheet (OWASP, CSV injection; full-width ones where Excel reads them so).</summary>
internal static class FormulaMarks
{
    private const string Marks = "=+-@\t\r\n＝＋－＠";

    /// <summary>Whether a text begins with one, or with apostrophes and one.</summary>
    public static bool Begin(string text)
    {
        var rest = text.AsSpan().TrimStart('\'');
        return rest.Length > 0 && Marks.Contains(rest[0], StringComparison.Ordinal);
    }
}
