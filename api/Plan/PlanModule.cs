namespace Jizhou.Public.Api.Plan;

/// <summary>《蓟州区循环经济发展“十四五”规划》 as data.</summary>
public static class PlanModule
{
    /// <summary>Maps the feature.</summary>
    public static void MapPlan(this IEndpointRouteBuilder app)
    {
        var plan = app.MapGroup("/api/v1/plan").WithTags("plan");
        DescribePlan.Map(plan);
        ListMeasures.Map(plan);
        ListProjects.Map(plan);
        ListDepartments.Map(plan);
        ListFigures.Map(plan);
        ListFootnotes.Map(plan);
        ListInconsistencies.Map(plan);
    }
}
