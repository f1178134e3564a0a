using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>What is noted about places.</summary>
public static class ImportAudit
{
    /// <summary>A file was imported.</summary>
    public static readonly AuditAction Imported = new("places-import", "导入点位");

    /// <summary>An import was taken back.</summary>
    public static readonly AuditAction Undone = new("places-undo", "撤回导入");

    /// <summary>Somebody edited one place by hand.</summary>
    public static readonly AuditAction Edited = new("place-edit", "修改点位");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AuditAction> All { get; } = [Imported, Undone, Edited];
}
