namespace Jizhou.Public.Content;

/// <summary>A book that a business keeps: its printed form, its CSV template and the check of a filled one all come from here.</summary>
/// <param name="Id">Kebab id, such as <c>bags</c>.</param>
/// <param name="Title">Name of the book.</param>
/// <param name="Keep">How long it is kept and who may ask for it, in one sentence.</param>
/// <param name="Rows">Empty lines on one printed A4 sheet.</param>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="GroupBy">Key of the column that totals are split by.</param>
/// <param name="Either">Keys of columns of which at least one is filled; empty for none.</param>
/// <param name="Warnings">Values that are written correctly and still deserve a second look.</param>
/// <param name="Citations">What asks for the book.</param>
public sealed record Ledger(string Id, string Title, string Keep, int Rows, IReadOnlyList<LedgerColumn> Columns, string GroupBy,
    IReadOnlyList<string> Either, IReadOnlyList<LedgerWarning> Warnings, IReadOnlyList<Citation> Citations)
{
    /// <summary>The CSV template: the header and nothing else, so that no example ever stands in someone's book.</summary>
    public string Template => string.Join(',', Columns.Select(c => c.Name)) + "\r\n";
}

/// <summary>One column.</summary>
/// <param name="Key">Kebab key.</param>
/// <param name="Name">Its header.</param>
/// <param name="Kind">date, choice, number, whole, text or plate.</param>
/// <param name="Required">Must every line have it?</param>
/// <param name="Sum">Is it added up?</param>
/// <param name="Width">Share of the printed sheet's width, in percent.</param>
/// <param name="Choices">Allowed words of a choice.</param>
/// <param name="Hint">How to fill it in.</param>
public sealed record LedgerColumn(string Key, string Name, string Kind, bool Required, bool Sum, int Width, IReadOnlyList<string> Choices, string? Hint);

/// <summary>A warning about lines whose columns hold certain values.</summary>
/// <param name="When">Values by column key; all must be met.</param>
/// <param name="Text">What to think about.</param>
public sealed record LedgerWarning(IReadOnlyDictionary<string, string> When, string Text);
