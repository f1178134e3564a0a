using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Plan;

/// <summary>The plan of the loaded content.</summary>
internal static class DistrictPlanOf
{
    /// <summary>The plan; the portal is about it, so content without it is a bug of ours.</summary>
    public static DistrictPlan ThePlan(this ContentFolder content) =>
        content.Plan ?? throw new InvalidOperationException("the content holds no plan (data/plan)");
}
