using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Check;

/// <summary>Pages and documents that nobody has compared with their sources for too long.</summary>
public static class FindStalePages
{
    /// <summary>Months that an ordinary page stays fresh.</summary>
    public const int Months = 12;

    /// <summary>Months that a page on law stays fresh.</summary>
    public const int MonthsForLaw = 6;

    /// <summary>Looks at every page and every legal document. A page is stale from the day after its last month ends.</summary>
    public static IEnumerable<Finding> In(ContentFolder content, DateOnly today) =>
        content.Pages
            .Select(page => (page.Path, page.Front.CheckedOn, Limit: page.Front.Law ? MonthsForLaw : Months))
            .Concat(content.Legal.Documents.Select(law => (Path: $"data/legal/citations.yaml ({law.Id})", law.Whole.CheckedOn, Limit: MonthsForLaw)))
            .Where(checkedPart => checkedPart.CheckedOn.AddMonths(checkedPart.Limit) < today)
            .Select(stale => new Finding(stale.Path, $"checkedOn {stale.CheckedOn:yyyy-MM-dd} is more than {stale.Limit} months before {today:yyyy-MM-dd}"));
}
