using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Places.Areas;

/// <summary>What is noted about villages and townships.</summary>
public static class AreaAudit
{
    /// <summary>A file with positions, areas or populations was imported.</summary>
    public static readonly AuditAction Imported = new("areas-import", "导入村和乡镇");

    /// <summary>Such an import was taken back.</summary>
    public static readonly AuditAction Undone = new("areas-undo", "撤回村和乡镇的导入");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AuditAction> All { get; } = [Imported, Undone];
}
