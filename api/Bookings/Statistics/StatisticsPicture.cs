using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Platform.Hosting.Portal;

namespace Jizhou.Public.Api.Bookings.Statistics;

/// <summary>The month as one bar chart: what was collected, a bar for each township. The words carry the numbers; the bars only show them.</summary>
public static class StatisticsPicture
{
    private const decimal Width = 100;

    /// <summary>The chart; a hidden number has an empty bar and says so.</summary>
    public static string Bars(PickupMonth month)
    {
        var most = month.Townships.Max(township => township.Counts.Collected) ?? 0;
        var html = new StringBuilder("<h3>各乡镇收走了几个</h3><ul class=\"coverage\">");
        foreach (var township in month.Townships)
        {
            var words = $"{township.Name}：{(township.Counts.Collected is { } told ? $"{told} 个" : "不公布")}";
            var width = most == 0 ? 0 : Math.Round(Width * (township.Counts.Collected ?? 0) / most, 1);
            html.Append(CultureInfo.InvariantCulture, $"<li><span>{PageTemplate.Escape(words)}</span><svg class=\"bar solid\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
                .Append(CultureInfo.InvariantCulture, $"<rect class=\"track\" width=\"100\" height=\"4\"/>{(width > 0 ? $"<rect class=\"amount\" width=\"{width}\" height=\"4\"/>" : "")}</svg></li>");
        }

        return html.Append("</ul>").ToString();
    }
}
