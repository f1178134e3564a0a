using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>What is noted about the calendar.</summary>
public static class CalendarActions
{
    /// <summary>Slots were closed, or take no more bookings.</summary>
    public static readonly AuditAction Closed = new("pickup-close", "停收或停约");

    /// <summary>Slots were opened again.</summary>
    public static readonly AuditAction Reopened = new("pickup-reopen", "恢复收运");

    /// <summary>A capacity was changed.</summary>
    public static readonly AuditAction CapacityChanged = new("pickup-capacity", "改收运容量");

    /// <summary>A day's bookings were moved on.</summary>
    public static readonly AuditAction Postponed = new("pickup-postpone", "整天改期");

    /// <summary>A holiday notice was loaded.</summary>
    public static readonly AuditAction NoticeLoaded = new("holiday-notice-load", "装入放假安排");

    /// <summary>A holiday notice was taken back.</summary>
    public static readonly AuditAction NoticeUndone = new("holiday-notice-undo", "撤回放假安排");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AuditAction> All { get; } = [Closed, Reopened, CapacityChanged, Postponed, NoticeLoaded, NoticeUndone];
}
