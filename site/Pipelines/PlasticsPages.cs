using Jizhou.Public.Content;
using Jizhou.Public.Site.Bodies;
using Jizhou.Public.Site.Build;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>/plastics/check/BUSINESS/ — every answer of one business as a page, so that an answer has an address and needs no script; and the table as CSV.</summary>
public static class PlasticsPages
{
    private static readonly string[] Onward = ["/plastics/check/", "/plastics/matrix/", "/plastics/"];

    /// <summary>The guides that show the tables of some businesses.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Guides { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["/plastics/inns/"] = ["inn", "star-hotel"],
        ["/plastics/catering/"] = ["dine-in", "canteen"],
        ["/plastics/shops/"] = ["shop", "pharmacy", "bookshop"],
        ["/plastics/takeaway/"] = ["takeaway", "platform"],
        ["/plastics/scenic/"] = ["scenic-catering", "entertainment"],
        ["/plastics/parcels/"] = ["parcel", "platform"],
        ["/plastics/markets/"] = ["market"],
    };

    /// <summary>The pages; the rules are those of the day on which the page of the check was last compared with its sources.</summary>
    public static IEnumerable<SitePage> Run(ContentFolder content) =>
        CheckPage(content) is { } check ? content.Plastics.Businesses.Select(business => Page(business, check, content)) : [];

    /// <summary>The whole table as CSV with a byte order mark, which spreadsheet programs in China need to read it as UTF-8.</summary>
    public static IEnumerable<SiteFile> Table(ContentFolder content) =>
        CheckPage(content) is { } check ? [SiteFile.Text("plastics/matrix.csv", "\uFEFF" + PlasticsTableText.Write(content.Plastics, check.Front.CheckedOn))] : [];

    private static ContentPage? CheckPage(ContentFolder content) => content.Pages.FirstOrDefault(page => page.Url == "/plastics/check/");

    private static SitePage Page(PlasticsBusiness business, ContentPage check, ContentFolder content) => new()
    {
        Address = $"/plastics/check/{business.Id}/",
        Title = $"{business.Name}：能不能提供？",
        Summary = $"{business.Name}的一次性塑料等 {business.Products.Count} 样用品，能不能提供、要做什么、依据和后果。",
        Body = typeof(PlasticsBusinessBody),
        Styles = ["plastics"],
        Parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PlasticsBusinessBody.Book)] = content.Plastics,
            [nameof(PlasticsBusinessBody.Business)] = business,
            [nameof(PlasticsBusinessBody.Day)] = check.Front.CheckedOn,
            [nameof(PlasticsBusinessBody.Office)] = content.Offices.Find(check.Front.Office)?.Name ?? "",
            [nameof(PlasticsBusinessBody.Links)] = GuidesOf(business).Concat(Onward).Select(address => Titles.Link(address, content)).ToList(),
        },
    };

    private static IEnumerable<string> GuidesOf(PlasticsBusiness business) =>
        Guides.Where(guide => guide.Value.Contains(business.Id)).Select(guide => guide.Key);
}
