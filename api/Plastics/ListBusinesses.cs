using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Plastics;

/// <summary>GET /plastics/businesses — who may ask, and about what.</summary>
public static class ListBusinesses
{
    /// <summary>The businesses.</summary>
    public sealed record Response(IReadOnlyList<PlasticsBusiness> Items);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder plastics) => plastics.MapGet("/businesses", Handle);

    /// <summary>经营者类型</summary>
    public static Ok<Response> Handle(ContentFolder content) => TypedResults.Ok(new Response(content.Plastics.Businesses));
}
