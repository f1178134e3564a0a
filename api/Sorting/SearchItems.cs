using System.Buffers.Text;
using System.Text;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Sorting.Missing;
using Jizhou.Public.Api.Sorting.Search;

namespace Jizhou.Public.Api.Sorting;

/// <summary>GET /sorting/items?q= — what a thing is and where it goes; without q the whole dictionary, page by page.</summary>
public static class SearchItems
{
    private const int MostFound = 50, MostListed = 200, UsuallyFound = 10, UsuallyListed = 50;

    /// <summary>What was found, best first, or a page of the dictionary in the order of pinyin.</summary>
    /// <param name="Query">The query; null without one.</param>
    /// <param name="Items">The items.</param>
    /// <param name="Next">Cursor of the next page; null on the last one and for a query.</param>
    /// <param name="Nearest">Only when a query found nothing: the items whose names look most like it.</param>
    /// <param name="Message">Only when a query found nothing: what to do, in plain words.</param>
    public sealed record Response(string? Query, IReadOnlyList<ItemAnswer> Items, string? Next,
        IReadOnlyList<NearestName>? Nearest = null, string? Message = null);

    /// <summary>An item that might have been meant.</summary>
    public sealed record NearestName(string Id, string Name, string Page);

    private const string Address = "/api/v1/sorting/items";

    /// <summary>Maps the operation, and the short way of a plain question.</summary>
    public static void Map(RouteGroupBuilder sorting)
    {
        sorting.MapGet("/items", Handle).Produces<Response>().ProducesProblem(400);
        var services = ((IEndpointRouteBuilder)sorting).ServiceProvider;
        var snapshot = new Lazy<SortingSnapshot>(services.GetRequiredService<SortingSnapshot>);
        services.GetRequiredService<ShortWays>().Add(
            Address, (HttpContext context, SharedHeaders.Writer headers, out Task answer) => TryAnswerShort(context, headers, snapshot.Value, out answer));
    }

    /// <summary>这是什么垃圾？</summary>
    /// <remarks>
    /// q 可以是名字、别名、繁体、拼音、首字母、写错一两个字，也可以是一句话（“旧床垫怎么扔”）；match 说明是怎么找到的。
    /// 清单里没有的，按规则推断：match 是 rule，rule 写着用的哪一条，id 以 rule- 开头（不能用来取 /sorting/items/{id}）。
    /// 查不到时 items 为空，nearest 给出最像的名字；问的词不含数字、地址、人名用语且不止一次问到的，记给编辑补词条。不带 q 时按拼音列出全部，用 next 翻页。limit 超过上限按上限算（带 q 最多 50，不带 200）。
    /// </remarks>
    public static IResult Handle(SortingSnapshot snapshot, MissingItems missing, string? q = null, string? category = null, int? limit = null, string? cursor = null)
    {
        if (SortingRefusals.Check(category, snapshot.Catalogue) is { } refusal)
        {
            return refusal.ToProblem();
        }

        if (string.IsNullOrWhiteSpace(q))
        {
            return ListPage(snapshot, category, Math.Clamp(limit ?? UsuallyListed, 1, MostListed), cursor);
        }

        return q.Length > ItemSearch.LongestQuery
            ? SortingRefusals.TooLong(q.Length).ToProblem()
            : Find(snapshot, missing, q, category, Math.Clamp(limit ?? UsuallyFound, 1, MostFound));
    }

    // A question of q alone that finds something. What finds nothing is noted, and what is refused is explained, on the long way.
    private static bool TryAnswerShort(HttpContext context, SharedHeaders.Writer headers, SortingSnapshot snapshot, out Task answer)
    {
        answer = Task.CompletedTask;
        var asked = context.Request.Query;
        if (asked.Count != 1 || !context.Request.QueryString.Value!.StartsWith("?q=", StringComparison.Ordinal) || !asked.TryGetValue("q", out var words) || words is not [{ } query] || query.Length > ItemSearch.LongestQuery
            || string.IsNullOrWhiteSpace(query) || query.Contains('\uFFFD', StringComparison.Ordinal) || AcceptedEncoding.Of(context.Request) is not null)
        {
            return false;
        }

        var hits = new SearchHit[UsuallyFound];
        var found = snapshot.Search.Find(query, hits);
        if (found == 0)
        {
            return false;
        }

        headers.WriteAll(context);
        answer = new FoundItems(snapshot, query, hits.AsMemory(0, found)).ExecuteAsync(context);
        return true;
    }

    private static IResult Find(SortingSnapshot snapshot, MissingItems missing, string query, string? category, int limit)
    {
        var hits = new SearchHit[category is null ? limit : snapshot.Items.Count + 1];
        var found = snapshot.Search.Find(query, hits);
        if (category is not null)
        {
            hits = [.. hits.Take(found).Where(h => snapshot.CategoryOf(h) == category).Take(limit)];
            found = hits.Length;
        }

        if (found == 0 && category is null)
        {
            missing.Note(snapshot.Search.ThingIn(query));
        }

        return found > 0 ? new FoundItems(snapshot, query, hits.AsMemory(0, found)) : TypedResults.Ok(Nothing(snapshot, query));
    }

    private static Response Nothing(SortingSnapshot snapshot, string query)
    {
        var hits = new SearchHit[5];
        var nearest = hits.Take(snapshot.Search.Nearest(query, hits)).Select(h => snapshot.Items[h.Item])
            .Select(i => new NearestName(i.Id, i.Name, i.Page)).ToArray();
        var look = nearest.Length == 0 ? "请换个说法" : "看看是不是下面这些，或者换个说法";
        return new Response(query, [], null, nearest, $"没有查到“{query}”。{look}；还不行，请问 12345（外地手机 022-12345）。");
    }

    private static IResult ListPage(SortingSnapshot snapshot, string? category, int limit, string? cursor)
    {
        var place = 0;
        if (cursor is not null)
        {
            if (!Base64Url.IsValid(cursor))
            {
                return PlatformRefusals.NoCursor().ToProblem();
            }

            place = snapshot.PlaceAfter(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)));
        }

        List<ItemAnswer> page = [];
        for (; place < snapshot.ByPinyin.Count && page.Count < limit; place++)
        {
            var item = snapshot.Items[snapshot.ByPinyin[place]];
            if (category is null || item.Category == category)
            {
                page.Add(item);
            }
        }

        var last = place >= snapshot.ByPinyin.Count;
        return TypedResults.Ok(new Response(null, page, last ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(snapshot.KeyAt(place - 1)))));
    }
}
