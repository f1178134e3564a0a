using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Platform.Hosting.Portal;

namespace Jizhou.Public.Api.Prices;

/// <summary>The prices as pictures with their words, and as the rows of the table that says the same.</summary>
public static class PricePicture
{
    /// <summary>One scale a unit: a bar from the lowest to the highest price, full while it is current, hollow when it is expired.</summary>
    public static string Bars(IReadOnlyList<ListPrices.Item> items)
    {
        var html = new StringBuilder();
        foreach (var unit in items.GroupBy(item => item.Unit))
        {
            var most = unit.Max(item => item.HighFen);
            html.Append(CultureInfo.InvariantCulture, $"<h3>每{PageTemplate.Escape(unit.Key)}多少元</h3><ul class=\"coverage\">");
            foreach (var item in unit)
            {
                html.Append(Bar(item, most));
            }

            html.Append("</ul>");
        }

        return html.ToString();
    }

    /// <summary>The rows of the table.</summary>
    public static string Rows(IReadOnlyList<ListPrices.Item> items) => string.Concat(items.Select(item =>
        $"<tr><th scope=\"row\">{PageTemplate.Escape(item.MaterialName)}，{PageTemplate.Escape(item.Quality)}</th>"
        + string.Concat(new[] { $"{item.RangeYuan} 元/{item.Unit}", item.Place, item.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), item.StateName, item.Source }
            .Select(cell => $"<td>{PageTemplate.Escape(cell)}</td>")) + "</tr>"));

    private static string Bar(ListPrices.Item item, long most)
    {
        var wide = Math.Max(item.HighFen - item.LowFen, (most + 99) / 100); // a single amount is a mark one hundredth wide, inside the scale
        var (from, width) = (Share(Math.Min(item.LowFen, most - wide), most), Share(wide, most));
        var words = $"{item.MaterialName}，{item.Quality}：{item.RangeYuan} 元，{item.Place}{(item.State == "expired" ? "（过期）" : "")}";
        return $"<li><span>{PageTemplate.Escape(words)}</span><svg class=\"bar {(item.State == "expired" ? "hollow" : "solid")}\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            + $"<rect class=\"track\" width=\"100\" height=\"4\"/><rect class=\"amount\" x=\"{from}\" width=\"{width}\" height=\"4\"/></svg></li>";
    }

    private static string Share(long fen, long most) => Math.Round(100m * fen / most, 1).ToString(CultureInfo.InvariantCulture);
}
