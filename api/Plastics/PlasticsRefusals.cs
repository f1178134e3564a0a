using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Plastics;

/// <summary>The refusals of the plastics rules.</summary>
public static class PlasticsRefusals
{
    public static readonly RefusalKind UnknownBusiness = new(
        "unknown_business", 400, "没有这类经营者", "business 应是 GET /api/v1/plastics/businesses 列出的 id；allowed 列出全部。");

    public static readonly RefusalKind UnknownProduct = new(
        "unknown_product", 400, "没有这种用品", "product 应是 GET /api/v1/plastics/products 列出的 id；allowed 列出全部。");

    public static readonly RefusalKind UnknownArea = new(
        "unknown_area_kind", 400, "没有这种地方", "area 应是 built-up（城市建成区）或 other（建成区以外），不知道就不带。");

    /// <summary>The first of the three that the rules do not know; null when all are known or absent.</summary>
    public static Refusal? Check(PlasticsRulebook book, string? business, string? product, string? area = null)
    {
        if (business is not null && book.Business(business) is null)
        {
            return Named(UnknownBusiness, "business", business, book.Businesses.Select(b => b.Id));
        }

        if (product is not null && book.Product(product) is null)
        {
            return Named(UnknownProduct, "product", product, book.Products.Select(p => p.Id));
        }

        return area is null || PlasticsWords.Areas.ContainsKey(area) ? null : Named(UnknownArea, "area", area, PlasticsWords.Areas.Keys);
    }

    private static Refusal Named(RefusalKind kind, string field, string value, IEnumerable<string> allowed)
    {
        var all = allowed.ToArray();
        return kind.Because($"{field}=“{value}”不认识。可用的：{string.Join("、", all)}。") with
        {
            Fields = [new FieldRefusal(field, "not_one_of", $"不认识“{value}”")],
            More = new Dictionary<string, object?> { ["allowed"] = all },
        };
    }
}
