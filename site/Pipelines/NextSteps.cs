using Jizhou.Public.Content;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>Where an answer leads on to: a pickup for what is too big, a place for what is collected, then the category's guide.</summary>
public static class NextSteps
{
    private static readonly Dictionary<string, Crumb[]> ByCategory = new(StringComparer.Ordinal)
    {
        ["recyclable"] = [new("/places/", "最近的回收点"), new("/sorting/recyclable/", "可回收物怎么分")],
        ["kitchen"] = [new("/sorting/kitchen/", "厨余垃圾怎么分")],
        ["hazardous"] = [new("/places/?kind=hazardous-point", "最近的有害垃圾点"), new("/sorting/hazardous/", "有害垃圾怎么投")],
        ["residual"] = [new("/sorting/residual/", "其他垃圾怎么分")],
        ["bulky"] = [new("/booking/", "约车来拉"), new("/sorting/bulky-and-renovation/", "大件怎么处理")],
        ["construction"] = [new("/booking/", "约车来拉"), new("/sorting/bulky-and-renovation/", "装修垃圾怎么处理")],
        ["farm"] = [new("/places/?kind=farm-waste-point", "最近的农资回收点"), new("/farm/", "农户的废物去哪里")],
        ["special"] = [new("/places/", "去哪投"), new("/sorting/", "怎么分")],
    };

    /// <summary>What a place must take for a thing of this group; groups that mix materials are not here.</summary>
    private static readonly Dictionary<string, string> MaterialOfGroup = new(StringComparer.Ordinal)
    {
        ["纸"] = "paper",
        ["塑料"] = "plastic",
        ["织物"] = "textile",
    };

    /// <summary>The steps that lead to pages which exist; the first is the primary one.</summary>
    public static IReadOnlyList<Crumb> For(SortingItem item, SortingCategory category, ContentFolder content) =>
    [
        .. ByCategory.GetValueOrDefault(category.Code, [])
            .Select(step => Narrow(step, item, content))
            .Where(step => content.Pages.Any(page => page.Url == step.Address.Split('?')[0])),
    ];

    private static Crumb Narrow(Crumb step, SortingItem item, ContentFolder content) =>
        step.Address == "/places/"
        && item.Category == "recyclable"
        && MaterialOfGroup.TryGetValue(item.Group, out var code)
        && content.Places.Material(code) is { } material
            ? new Crumb($"/places/?material={code}", $"最近的{material.Name}回收点")
            : step;
}
