using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Plastics;

/// <summary>GET /plastics/products — what may be asked about; 不可降解 and 可降解 stand apart.</summary>
public static class ListProducts
{
    /// <summary>The products.</summary>
    public sealed record Response(IReadOnlyList<PlasticsProduct> Items);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder plastics) => plastics.MapGet("/products", Handle);

    /// <summary>用品</summary>
    public static Ok<Response> Handle(ContentFolder content) => TypedResults.Ok(new Response(content.Plastics.Products));
}
