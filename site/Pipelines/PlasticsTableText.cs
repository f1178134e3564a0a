using System.Text;
using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>The plastics rules as one CSV table (RFC 4180): a line for each business, product and area.</summary>
public static class PlasticsTableText
{
    private const string Header = "business,business_name,product,product_name,area,area_name,verdict,verdict_name,duties,since,reason,exceptions,alternatives,consequences,citations,as_of";

    /// <summary>The table by the rules of a day.</summary>
    public static string Write(PlasticsRulebook book, DateOnly day)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var business in book.Businesses)
        {
            foreach (var product in business.Products.Select(id => book.Product(id)!))
            {
                foreach (var (area, areaName) in PlasticsWords.Areas)
                {
                    Line(text, business, product, (area, areaName), book.Check(business.Id, product.Id, day, area), day);
                }
            }
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, PlasticsBusiness business, PlasticsProduct product, (string Code, string Name) area, PlasticsAnswer answer, DateOnly day)
    {
        string[] fields =
        [
            business.Id, business.Name, product.Id, product.Name, area.Code, area.Name, answer.Verdict, PlasticsWords.Verdicts[answer.Verdict],
            string.Join('；', answer.Duties.Select(duty => PlasticsWords.Duties[duty])), $"{answer.Since:yyyy-MM-dd}", answer.Reason,
            string.Join('；', answer.Exceptions), string.Join('；', answer.Alternatives),
            string.Join('；', answer.Penalties.Select(fine => $"{fine.Who}{fine.Condition} {fine.Amount}")),
            string.Join('；', answer.Citations.Select(citation => citation.Label)), $"{day:yyyy-MM-dd}",
        ];
        text.AppendJoin(',', fields.Select(Quoted)).Append("\r\n");
    }

    private static string Quoted(string field) =>
        field.IndexOfAny([',', '"', '\r', '\n']) < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
