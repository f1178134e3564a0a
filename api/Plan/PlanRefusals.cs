using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Plan;

/// <summary>The refusals of the plan.</summary>
public static class PlanRefusals
{
    public static readonly RefusalKind UnknownDepartment = new(
        "unknown_department", 400, "没有这个部门", "department 应是 GET /api/v1/plan/departments 列出的 id。");

    /// <summary>The refusal of a department that no office of the plan has as its id; null for a known one or none.</summary>
    public static Refusal? Check(string? department, ContentFolder content) => department is null || content.Offices.Find(department) is not null
        ? null
        : UnknownDepartment.Because($"没有 id 为“{department}”的部门。全部部门见 /api/v1/plan/departments。") with
        {
            Fields = [new FieldRefusal("department", "not_one_of", $"没有“{department}”")],
        };
}
