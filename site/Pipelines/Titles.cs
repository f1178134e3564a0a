using Jizhou.Public.Content;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>What a link to a page of ours is called.</summary>
public static class Titles
{
    /// <summary>The link: the section's short name, else the page's title, else the item's name; <c>check</c> finds the rest dead.</summary>
    public static Crumb Link(string address, ContentFolder content) => new(address, Of(address, content));

    // Pages made of data, which no Markdown file names.
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["/inns/self-check/"] = "农家院自查",
        ["/inns/self-check/scenic/"] = "A级景区复核单",
        ["/inns/self-check/star-hotel/"] = "星级饭店复核单",
        ["/inns/self-check/entertainment/"] = "文化娱乐场所检查单",
        ["/inns/print/"] = "打印标识和海报",
        ["/visit/quiz/"] = "分类小测验",
        ["/plan/departments/"] = "规划里的部门",
        ["/plan/projects/"] = "规划里的项目",
        ["/booking/statistics/"] = "收运统计",
        ["/places/prices/"] = "回收价格参考",
    };

    private static string Of(string address, ContentFolder content) =>
        Navigation.Sections.Concat(Navigation.About).FirstOrDefault(link => link.Address == address)?.Title
        ?? Known.GetValueOrDefault(address)
        ?? content.Pages.FirstOrDefault(page => page.Url == address)?.Front.Title
        ?? content.Plastics.Businesses.FirstOrDefault(business => $"/plastics/check/{business.Id}/" == address)?.Name
        ?? content.Sorting.Items.FirstOrDefault(item => ItemAddress.Of(item) == address)?.Name
        ?? address;
}
