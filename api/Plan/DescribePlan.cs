using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Plan;

/// <summary>GET /plan — what the plan is, and what of it is here as data.</summary>
public static class DescribePlan
{
    /// <summary>The plan in one record.</summary>
    /// <param name="Title">Title without 《》.</param>
    /// <param name="Issuer">Who issued it.</param>
    /// <param name="Period">Its years.</param>
    /// <param name="IssuedOn">Day of issue; null, because the text does not give it.</param>
    /// <param name="Note">What a reader must know about our copy.</param>
    /// <param name="Citation">How to cite it.</param>
    /// <param name="ReferencedDocuments">Documents it names.</param>
    /// <param name="MaterialLists">Its two lists of materials to be recycled.</param>
    /// <param name="Counts">How many of each there are.</param>
    public sealed record Response(string Title, string Issuer, string Period, DateOnly? IssuedOn, string Note, Citation Citation,
        IReadOnlyList<string> ReferencedDocuments, IReadOnlyList<PlanMaterialList> MaterialLists, IReadOnlyDictionary<string, int> Counts);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder plan) => plan.MapGet("", Handle);

    /// <summary>规划概况</summary>
    public static Ok<Response> Handle(ContentFolder content)
    {
        var plan = content.ThePlan();
        return TypedResults.Ok(new Response(plan.Title, plan.Issuer, plan.Period, plan.IssuedOn, plan.Note, plan.Citation,
            plan.ReferencedDocuments, plan.MaterialLists, new Dictionary<string, int>
            {
                ["indicators"] = content.Indicators.Count,
                ["measures"] = plan.Measures.Count(),
                ["projects"] = plan.Projects.Count(),
                ["figures"] = plan.Figures.Count,
                ["footnotes"] = plan.Footnotes.Count,
                ["inconsistencies"] = plan.Inconsistencies.Count,
            }));
    }
}
