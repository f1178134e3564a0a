using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Places.Pages;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places.Coverage;

/// <summary>GET /places/coverage/ — the coverage as a picture with its table beside, complete without JavaScript: the site's template, filled here.</summary>
public static class ShowCoverage
{
    private const int BarUnits = 100;

    // The same bar that the site writes above every page that shows sample data (Components/notice).
    private const string SampleNotice =
        "<aside class=\"sample\" aria-label=\"请先知道\"><div class=\"wrap\"><p>这一页数的是示例点，不是真实的点。</p></div></aside>";

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/places/coverage/", Handle).ExcludeFromDescription();

    private static Task Handle(HttpContext context, CurrentCoverage coverage, PlacePages pages, PortalAddress address)
    {
        if (pages.Coverage is not { } page)
        {
            return PlatformRefusals.NotReady.Because("网站还没有生成，请稍后再试。").ToProblem().ExecuteAsync(context);
        }

        var now = coverage.Now();
        return ConditionalGet.IsHeldByClient(context, $"{now.Version}-{page.Tag}")
            ? Task.CompletedTask
            : SendAsync(context, page.Template.Fill(Gaps(now, $"{address.Public}/places/coverage/")));
    }

    private static Dictionary<string, string> Gaps(CurrentCoverage.Known now, string canonical) => new()
    {
        ["canonical"] = canonical,
        ["notice"] = now.Places.HasSamples ? SampleNotice : "",
        ["total"] = Text(now.Townships.Sum(one => one.Places)),
        ["villages"] = Text(now.Townships.Sum(one => one.Villages)),
        ["without"] = Text(now.Townships.Sum(one => one.Without.Count)),
        ["chart"] = Chart(now),
        ["rows"] = string.Concat(now.Townships.Select(one => Row(one, now))),
        ["kinds"] = string.Concat(now.Places.Words.Vocabulary.Kinds.Select(kind => $"<th scope=\"col\">{PageTemplate.Escape(kind.Name)}</th>")),
        ["lists"] = string.Concat(now.Townships.Where(one => one.Without.Count > 0).Select(Without)),
        ["missing"] = now.Missing.Count == 0 ? "" : $"<ul>{string.Concat(now.Missing.Select(input => $"<li>{PageTemplate.Escape(CoverageWords.Missing(input, now.Townships))}。</li>"))}</ul>",
    };

    /// <summary>A bar a township: full for villages with a place, hollow for those without. The table says the same.</summary>
    private static string Chart(CurrentCoverage.Known now)
    {
        var html = new StringBuilder("<ul class=\"coverage\">");
        foreach (var one in now.Townships)
        {
            var share = one.Villages == 0 ? 0 : (double)(one.Villages - one.Without.Count) / one.Villages;
            var width = Math.Round(share * BarUnits, 1).ToString(CultureInfo.InvariantCulture);
            html.Append(CultureInfo.InvariantCulture, $"<li><span>{PageTemplate.Escape(one.Township.Name)}：{one.Villages - one.Without.Count}/{one.Villages} 个村和社区有点，共 {one.Places} 个点</span>")
                .Append("<svg class=\"bar solid\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"4\"/>")
                .Append(CultureInfo.InvariantCulture, $"<rect class=\"amount\" width=\"{width}\" height=\"4\"/></svg></li>");
        }

        return html.Append("</ul>").ToString();
    }

    private static string Row(TownshipCoverage one, CurrentCoverage.Known now)
    {
        IEnumerable<string> cells =
        [
            Text(one.Places), .. now.Places.Words.Vocabulary.Kinds.Select(kind => Text(one.ByKind.GetValueOrDefault(kind.Code))),
            Text(one.Villages), Text(one.Without.Count),
            one.FarthestMetres is { } metres ? $"{Text(metres)} 米（{one.PositionedVillages}/{one.Villages} 个村有位置）" : "缺村的位置",
            one.PlacesPerKm2 is { } density ? density.ToString(CultureInfo.InvariantCulture) : "缺面积",
            one.PeoplePerPlace is { } people ? people.ToString(CultureInfo.InvariantCulture) : one.People is null ? "缺人口" : "没有点",
        ];
        return $"<tr><th scope=\"row\">{PageTemplate.Escape(one.Township.Name)}</th>{string.Concat(cells.Select(cell => $"<td>{PageTemplate.Escape(cell)}</td>"))}</tr>";
    }

    private static string Without(TownshipCoverage one) =>
        $"<details><summary>{PageTemplate.Escape(one.Township.Name)}（{one.Without.Count}）</summary><p>{PageTemplate.Escape(string.Join("、", one.Without.Select(village => village.Name)))}</p></details>";

    private static async Task SendAsync(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(html), context.RequestAborted);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
