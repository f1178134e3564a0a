namespace Jizhou.Public.Content;

/// <summary>What a report is about.</summary>
public enum ReportSubject
{
    /// <summary>A place of the list: full, broken…</summary>
    Place,

    /// <summary>A spot anywhere, by position or village: dumping, burning…</summary>
    Spot,
}

/// <summary>One thing that can be reported.</summary>
/// <param name="Code">Kebab code: <c>full</c>, <c>construction-dumping</c>.</param>
/// <param name="About">What it is about.</param>
/// <param name="Name">What people say: 满了.</param>
/// <param name="Words">The same in a few more words.</param>
/// <param name="Office">Who answers.</param>
/// <param name="WorkingDays">In how many working days after the day of the report.</param>
/// <param name="Warning">What must be done first; null when nothing is urgent.</param>
public sealed record ReportKind(string Code, ReportSubject About, string Name, string Words, Office Office, int WorkingDays, string? Warning);
