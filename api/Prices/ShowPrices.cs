using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Prices;

/// <summary>GET /places/prices/ — the prices as picture and table, complete without JavaScript: the site's template, filled here.</summary>
public static class ShowPrices
{
    private const string Nothing =
        "<p><strong>未公布。</strong>还没有录入哪里收什么多少钱。卖之前问两家，当面过秤。哪里有回收点，看<a href=\"/places/\">去哪投</a>；有纠纷，拨打天津本地 <a href=\"tel:12345\">12345</a>，外地手机 <a href=\"tel:022-12345\">022-12345</a>。</p>";

    private const string Intro = "<h2>一眼看</h2><p>实心：近 30 天；空心：过期，只供比较。只画录入的数，两个数之间不推算。</p>";

    private const string Head =
        "<h2 id=\"table\">同样的数，列成表</h2><div class=\"scroll\" role=\"region\" aria-labelledby=\"table\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">品种</th><th scope=\"col\">价格</th>"
        + "<th scope=\"col\">哪里</th><th scope=\"col\">哪天</th><th scope=\"col\">新旧</th><th scope=\"col\">来源</th></tr></thead><tbody>";

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/places/prices/", HandleAsync).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(PriceStore store, ContentFolder content, JizhouClock clock, PortalTemplates templates, PortalAddress address, CancellationToken cancellationToken)
    {
        if (templates.Find("/templates/prices.html") is not { } page)
        {
            return PlatformRefusals.NotReady.Because("网站还没有生成，请稍后再试。").ToProblem();
        }

        var latest = PriceRules.Latest((await store.AllAsync(cancellationToken)).Select(known => known.Price));
        IReadOnlyList<ListPrices.Item> items = [.. latest.Select(price => ListPrices.ItemOf(price, content.Places, clock.Today))];
        return TypedResults.Text(page.Template.Fill(new Dictionary<string, string>
        {
            ["canonical"] = $"{address.Public}/places/prices/",
            ["notice"] = "",
            ["prices"] = items.Count == 0 ? Nothing : $"{Intro}{PricePicture.Bars(items)}{Head}{PricePicture.Rows(items)}</tbody></table></div>",
        }), "text/html; charset=utf-8");
    }
}
