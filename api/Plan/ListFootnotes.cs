using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Plan;

/// <summary>GET /plan/footnotes — the plan's footnotes, in our words.</summary>
public static class ListFootnotes
{
    /// <summary>All of them, in the plan's order.</summary>
    public sealed record Response(IReadOnlyList<PlanFootnote> Items, Citation Citation);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder plan) => plan.MapGet("/footnotes", Handle);

    /// <summary>脚注</summary>
    public static Ok<Response> Handle(ContentFolder content) =>
        TypedResults.Ok(new Response(content.ThePlan().Footnotes, content.ThePlan().Citation));
}
