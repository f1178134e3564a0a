using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Plan;

/// <summary>GET /plan/projects — the projects of the six special actions (专栏).</summary>
public static class ListProjects
{
    /// <summary>One project with its special action and the pages of this portal that serve it.</summary>
    public sealed record Project(string Id, int Box, string Action, string SectionId, int No, string Name, string Summary, string Anchor,
        IReadOnlyList<string> Tags, IReadOnlyList<OfficeMention> Departments, int SourceLine, IReadOnlyList<ServedBy> ServedBy);

    /// <summary>The projects, in the plan's order.</summary>
    public sealed record Response(IReadOnlyList<Project> Items, Citation Citation);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder plan) => plan.MapGet("/projects", Handle).ProducesProblem(400);

    /// <summary>六个专栏的项目</summary>
    /// <remarks>department 只留某部门负责的。规划写的是打算做的事，进展没有公布。servedBy 是本站能帮上忙的页，空的就是本站不提供。</remarks>
    public static Results<Ok<Response>, ProblemHttpResult> Handle(ContentFolder content, string? department = null)
    {
        if (PlanRefusals.Check(department, content) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var plan = content.ThePlan();
        var projects = plan.SpecialActions.SelectMany(a => a.Projects
            .Where(p => department is null || p.Departments.Any(d => d.Id == department))
            .Select(p => new Project(p.Id, a.Box, a.Title, a.Section, p.No, p.Name, p.Summary, p.Anchor, p.Tags, p.Departments, p.SourceLine,
                ServedBy.Of(p.Id, content))));
        return TypedResults.Ok(new Response([.. projects], plan.Citation));
    }
}
