using System.Globalization;

namespace Jizhou.Public.Api.Reports.Operators;

/// <summary>Which cases the list shows.</summary>
/// <param name="Kind">Code of a kind, or blank.</param>
/// <param name="Township">9-digit code, or blank.</param>
/// <param name="State">A state, <c>open</c> for all that are open, or blank.</param>
/// <param name="Overdue">Only those whose answer is due.</param>
/// <param name="Phone">Whose, as it was typed; blank for all.</param>
/// <param name="Page">From 1.</param>
public sealed record ReportFilter(string Kind, string Township, string State, bool Overdue, string Phone, int Page)
{
    /// <summary>All that are open.</summary>
    public const string Open = "open";

    /// <summary>Reads the query of the page; what cannot be read counts as not asked for. Without a query, what is open.</summary>
    public static ReportFilter Of(IQueryCollection query) => new(
        query["kind"].ToString(), query["township"].ToString(), query.ContainsKey("state") ? query["state"].ToString() : Open, query.ContainsKey("overdue"), query["phone"].ToString().Trim(),
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1);

    /// <summary>The same filter for another page, as a query. A phone never stands in an address, so it does not go along.</summary>
    public string Query(int page)
    {
        var parts = new Dictionary<string, string?> { ["kind"] = Kind, ["township"] = Township, ["state"] = State, ["page"] = page.ToString(CultureInfo.InvariantCulture) };
        if (Overdue)
        {
            parts["overdue"] = "1";
        }

        return QueryString.Create(parts).ToString();
    }
}
