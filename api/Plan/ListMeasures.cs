using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Plan;

/// <summary>GET /plan/measures — what the plan says is to be done, in our words, section by section.</summary>
public static class ListMeasures
{
    /// <summary>One measure with its section and the pages of this portal that serve it; the section's departments answer for all of its measures together.</summary>
    public sealed record Measure(string Id, string Chapter, string Section, string SectionId, string Summary, string Anchor,
        IReadOnlyList<string> Tags, IReadOnlyList<OfficeMention> Departments, int SourceLine, IReadOnlyList<ServedBy> ServedBy);

    /// <summary>The measures, in the plan's order.</summary>
    public sealed record Response(IReadOnlyList<Measure> Items, Citation Citation);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder plan) => plan.MapGet("/measures", Handle).ProducesProblem(400);

    /// <summary>规划的措施</summary>
    /// <remarks>摘要是本站的话，anchor 是原文里的短核对词。department 只留某部门负责的；部门对整节共同负责。servedBy 是本站能帮上忙的页，空的就是本站不提供。</remarks>
    public static Results<Ok<Response>, ProblemHttpResult> Handle(ContentFolder content, string? department = null)
    {
        if (PlanRefusals.Check(department, content) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var plan = content.ThePlan();
        var measures = plan.Sections.Where(s => department is null || s.Departments.Any(d => d.Id == department))
            .SelectMany(s => s.Measures.Select(m => new Measure(m.Id, s.Chapter, s.Title, s.Id, m.Summary, m.Anchor, m.Tags, s.Departments, s.SourceLine,
                ServedBy.Of(m.Id, content))));
        return TypedResults.Ok(new Response([.. measures], plan.Citation));
    }
}
