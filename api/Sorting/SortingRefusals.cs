using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Sorting.Search;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Sorting;

/// <summary>The refusals of the item dictionary.</summary>
public static class SortingRefusals
{
    public static readonly RefusalKind QueryTooLong = new(
        "query_too_long", 400, "要查的话太长", $"q 最多 {ItemSearch.LongestQuery} 个字；只写物品的名字就够了。");

    public static readonly RefusalKind ItemNotFound = new(
        "item_not_found", 404, "没有这个物品", "地址里的物品 id 不存在；用 GET /api/v1/sorting/items?q= 查找。");

    public static readonly RefusalKind UnknownCategory = new(
        "unknown_category", 400, "没有这个类别", "category 应是 GET /api/v1/sorting/categories 列出的代码；allowed 列出全部。");

    /// <summary>The query is longer than any question about a thing.</summary>
    public static Refusal TooLong(int length) => QueryTooLong.Because($"您写了 {length} 个字，最多 {ItemSearch.LongestQuery} 个。请只写物品的名字，比如“床垫”。") with
    {
        Fields = [new FieldRefusal("q", FieldCodes.TooLong, $"最多 {ItemSearch.LongestQuery} 个字")],
    };

    /// <summary>No item has this id.</summary>
    public static Refusal NoSuchItem(string id) => ItemNotFound.Because($"没有 id 为“{id}”的物品。可以按名字、别名或拼音查找。");

    /// <summary>The category is not one of ours; null when it is, or none was given.</summary>
    public static Refusal? Check(string? category, SortingCatalogue catalogue)
    {
        if (category is null || catalogue.Category(category) is not null)
        {
            return null;
        }

        var all = catalogue.Categories.Select(c => c.Code).ToArray();
        return UnknownCategory.Because($"category=“{category}”不认识。可用的：{string.Join("、", all)}。") with
        {
            Fields = [new FieldRefusal("category", "not_one_of", $"不认识“{category}”")],
            More = new Dictionary<string, object?> { ["allowed"] = all },
        };
    }
}
