using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Indicators;

/// <summary>GET /indicators/{id} — one indicator.</summary>
public static class GetIndicator
{
    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder indicators) => indicators.MapGet("/{id}", Handle).ProducesProblem(404);

    /// <summary>一项指标</summary>
    public static Results<Ok<IndicatorAnswer>, ProblemHttpResult> Handle(string id, ContentFolder content) =>
        content.Indicators.FirstOrDefault(i => i.Id == id) is { } indicator
            ? TypedResults.Ok(IndicatorAnswer.Of(indicator))
            : IndicatorRefusals.NoSuchIndicator(id).ToProblem();
}
