using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Prices;

/// <summary>GET /prices — what recyclables were paid for, as editors published it.</summary>
public static class ListPrices
{
    /// <summary>One price. <c>state</c> is current, or expired when it is older than 30 days; money is in fen for one unit.</summary>
    public sealed record Item(string Material, string MaterialName, string Quality, string Unit, long LowFen, long HighFen, string RangeYuan, string Place,
        DateOnly Date, string Source, string State, string StateName);

    /// <summary>All on record, the newest first, at most 2,000; <c>notice</c> says so when there is none.</summary>
    public sealed record Response(IReadOnlyList<Item> Items, string? Notice);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder prices) => prices.MapGet("", HandleAsync);

    /// <summary>回收价格参考</summary>
    /// <remarks>编辑录入的价格，每条写明地点、日期、来源；超过 30 天的 state 为 expired。两条之间不推算；没有公布的，items 为空，notice 写“未公布”。</remarks>
    public static async Task<Ok<Response>> HandleAsync(PriceStore store, ContentFolder content, JizhouClock clock, CancellationToken cancellationToken)
    {
        var all = await store.AllAsync(cancellationToken);
        return TypedResults.Ok(new Response([.. all.Select(known => ItemOf(known.Price, content.Places, clock.Today))], all.Count == 0 ? PriceRules.None : null));
    }

    /// <summary>A price as it is on a day.</summary>
    public static Item ItemOf(Price price, PlaceVocabulary words, DateOnly today) => new(
        price.Material, words.Material(price.Material)?.Name ?? price.Material, price.Quality, price.Unit, price.LowFen, price.HighFen, price.Range, price.Place,
        price.Day, price.Source, price.IsExpiredOn(today) ? "expired" : "current", price.IsExpiredOn(today) ? "过期" : "近 30 天");
}
