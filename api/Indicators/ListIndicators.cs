using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Indicators;

/// <summary>GET /indicators — the plan's ten indicators, raw and parsed, with what is published for single years.</summary>
public static class ListIndicators
{
    /// <summary>The indicators, in the plan's order.</summary>
    public sealed record Response(IReadOnlyList<IndicatorAnswer> Items);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder indicators) => indicators.MapGet("", Handle);

    /// <summary>规划的十项指标</summary>
    /// <remarks>原文写法（raw）和解析值并列；〔 〕是五年累计数；没有公布的年份 status 为 not-published，从不用目标代替。</remarks>
    public static Ok<Response> Handle(ContentFolder content) =>
        TypedResults.Ok(new Response([.. content.Indicators.Select(IndicatorAnswer.Of)]));
}
