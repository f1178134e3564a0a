using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Prices;

/// <summary>What is noted about prices.</summary>
public static class PriceActions
{
    /// <summary>Prices were published.</summary>
    public static readonly AuditAction Published = new("price-publish", "公布回收价格");

    /// <summary>A price was taken back.</summary>
    public static readonly AuditAction Removed = new("price-remove", "撤下回收价格");
}
