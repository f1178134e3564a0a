namespace Jizhou.Public.Content;

/// <summary>What can be reported and how it is handled.</summary>
/// <param name="Sample">Are offices and days invented for demonstration?</param>
/// <param name="Note">What to tell wherever they are shown.</param>
/// <param name="KeepDaysAfterAnswer">Phone, note, photo and exact position are erased this many days after the answer.</param>
/// <param name="KeepDaysAtMost">And at the latest this many days after the report.</param>
/// <param name="JoinMetres">Reports of one kind this near to each other are one case…</param>
/// <param name="JoinDays">…when so many days at most lie between them.</param>
/// <param name="Kinds">The kinds, in the order of the form.</param>
public sealed record ReportBook(bool Sample, string Note, int KeepDaysAfterAnswer, int KeepDaysAtMost, int JoinMetres, int JoinDays, IReadOnlyList<ReportKind> Kinds)
{
    /// <summary>Nothing can be reported.</summary>
    public static readonly ReportBook Empty = new(true, "", 1, 1, 1, 1, []);

    /// <summary>The kind with a code, or null.</summary>
    public ReportKind? Kind(string? code) => Kinds.FirstOrDefault(kind => kind.Code == code);

    /// <summary>The kinds about places, or about spots.</summary>
    public IEnumerable<ReportKind> About(ReportSubject subject) => Kinds.Where(kind => kind.About == subject);
}
