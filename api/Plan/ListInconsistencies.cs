using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Plan;

/// <summary>GET /plan/inconsistencies — where the plan contradicts itself or time has overtaken it.</summary>
public static class ListInconsistencies
{
    /// <summary>All of them, in the plan's order.</summary>
    public sealed record Response(IReadOnlyList<PlanInconsistency> Items, Citation Citation);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder plan) => plan.MapGet("/inconsistencies", Handle);

    /// <summary>已知的不一致与时效问题</summary>
    /// <remarks>advice 是本站的处理办法，不改原文。</remarks>
    public static Ok<Response> Handle(ContentFolder content) =>
        TypedResults.Ok(new Response(content.ThePlan().Inconsistencies, content.ThePlan().Citation));
}
