using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Indicators;

/// <summary>GET /indicators/{id}/observations?year= — what is published for single years; a year without a value is said so.</summary>
public static class ListObservations
{
    /// <summary>The years asked about.</summary>
    /// <param name="Indicator">Id of the indicator.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Cumulative">Are the plan's figures five-year sums?</param>
    /// <param name="Items">The years, ascending.</param>
    public sealed record Response(string Indicator, string Name, string Unit, bool Cumulative, IReadOnlyList<ObservationAnswer> Items);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder indicators) =>
        indicators.MapGet("/{id}/observations", Handle).ProducesProblem(400).ProducesProblem(404);

    /// <summary>各年的数值</summary>
    /// <remarks>不带 year 给出规划期各年。没有公布的年份答 200、status 为 not-published，规划期以外的年份也一样；目标从不当作数值。</remarks>
    public static Results<Ok<Response>, ProblemHttpResult> Handle(string id, ContentFolder content, int? year = null)
    {
        if (content.Indicators.FirstOrDefault(i => i.Id == id) is not { } indicator)
        {
            return IndicatorRefusals.NoSuchIndicator(id).ToProblem();
        }

        if (year is < IndicatorRefusals.FirstYear or > IndicatorRefusals.LastYear)
        {
            return IndicatorRefusals.NotAYear(year.Value).ToProblem();
        }

        IEnumerable<int> years = year is { } one ? [one] : Enumerable.Range(indicator.Baseline.Year, indicator.Target.Year - indicator.Baseline.Year + 1)
            .Union(indicator.Observations.Select(o => o.Year)).Order();
        return TypedResults.Ok(new Response(indicator.Id, indicator.Name, indicator.Unit, indicator.Cumulative,
            [.. years.Select(y => YearOnRecord.Of(indicator, y))]));
    }
}
