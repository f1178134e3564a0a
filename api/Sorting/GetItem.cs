using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Sorting;

/// <summary>GET /sorting/items/{id} — one item.</summary>
public static class GetItem
{
    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder sorting) => sorting.MapGet("/items/{id}", Handle).ProducesProblem(404);

    /// <summary>一个物品</summary>
    public static Results<Ok<ItemAnswer>, ProblemHttpResult> Handle(string id, SortingSnapshot snapshot) =>
        snapshot.Item(id) is { } item ? TypedResults.Ok(item) : SortingRefusals.NoSuchItem(id).ToProblem();
}
