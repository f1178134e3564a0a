using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Plan;

/// <summary>GET /plan/figures — figures that stand in the plan's prose.</summary>
public static class ListFigures
{
    /// <summary>All of them, in the plan's order.</summary>
    public sealed record Response(IReadOnlyList<PlanFigure> Items, Citation Citation);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder plan) => plan.MapGet("/figures", Handle);

    /// <summary>正文里的数字</summary>
    /// <remarks>措辞以 quote 为准；没写年份的 year 为 null。</remarks>
    public static Ok<Response> Handle(ContentFolder content) =>
        TypedResults.Ok(new Response(content.ThePlan().Figures, content.ThePlan().Citation));
}
