using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Sorting.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Sorting;

/// <summary>GET /sorting/suggest?q= — at most ten short answers while somebody types.</summary>
public static class SuggestItems
{
    private const int Most = 10;

    /// <summary>The suggestions, best first; empty when nothing fits yet.</summary>
    public sealed record Response(string Query, IReadOnlyList<Suggestion> Items);

    /// <summary>One suggestion.</summary>
    /// <param name="Id">Id of the item.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Matched">The name that fits, perhaps an alias.</param>
    /// <param name="Category">Where it goes.</param>
    /// <param name="CategoryName">The category for people.</param>
    /// <param name="Match">Why it is suggested.</param>
    /// <param name="Page">Path of its page.</param>
    public sealed record Suggestion(string Id, string Name, string Matched, string Category, string CategoryName, string Match, string Page);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder sorting) => sorting.MapGet("/suggest", Handle).ProducesProblem(400);

    /// <summary>边打字边提示</summary>
    /// <remarks>和 /sorting/items?q= 同一套查找，只给最短的几样，最多十条。</remarks>
    public static Results<Ok<Response>, ProblemHttpResult> Handle(SortingSnapshot snapshot, string q)
    {
        if (q.Length > ItemSearch.LongestQuery)
        {
            return SortingRefusals.TooLong(q.Length).ToProblem();
        }

        var hits = new SearchHit[Most];
        var found = snapshot.Search.Find(q, hits);
        return TypedResults.Ok(new Response(q, [.. hits.Take(found).Select(h => Of(h, q, snapshot))]));
    }

    private static Suggestion Of(SearchHit hit, string query, SortingSnapshot snapshot)
    {
        var item = hit.Item < 0 ? snapshot.ByRule(hit, query) : snapshot.Items[hit.Item];
        return new Suggestion(item.Id, item.Name, item.Matched ?? snapshot.Names[hit.Name].Text, item.Category, item.CategoryName, hit.Match.Code(), item.Page);
    }
}
