using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Words;

/// <summary>What the check of a book needs to know, as JSON inside the page.</summary>
public static class LedgerFacts
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Columns, totals, the either-or and the warnings.</summary>
    public static string Write(Ledger ledger) => JsonSerializer.Serialize(
        new
        {
            ledger.Title,
            ledger.GroupBy,
            ledger.Either,
            Columns = ledger.Columns.Select(column => new { column.Key, column.Name, column.Kind, column.Required, column.Sum, column.Choices }),
            Warnings = ledger.Warnings.Select(warning => new { warning.When, warning.Text }),
        },
        Options);
}
