using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Reports.Operators;

/// <summary>Who may see and who may answer reports.</summary>
public static class ReportRoles
{
    /// <summary>May read them, photo and note included; the phone only on a press that is noted.</summary>
    public static readonly string[] Readers = [Roles.Viewer, Roles.Dispatcher, Roles.Editor, Roles.Administrator];

    /// <summary>May change them.</summary>
    public static readonly string[] Writers = [Roles.Dispatcher, Roles.Editor, Roles.Administrator];
}

/// <summary>What is noted about reports.</summary>
public static class ReportActions
{
    /// <summary>A state or an answer was set.</summary>
    public static readonly AuditAction Changed = new("report-change", "处理上报");

    /// <summary>A report was joined to another.</summary>
    public static readonly AuditAction Joined = new("report-join", "合并上报");

    /// <summary>A phone was looked at.</summary>
    public static readonly AuditAction PhoneSeen = new("report-phone", "查看上报人电话");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AuditAction> All { get; } = [Changed, Joined, PhoneSeen];
}
