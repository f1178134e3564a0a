using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Bookings.Operators;

/// <summary>What is noted about work at the desk; the subject is the booking's reference.</summary>
public static class DeskActions
{
    /// <summary>Booked for somebody.</summary>
    public static readonly AuditAction Booked = new("booking-made", "替人预约");

    /// <summary>Changed for somebody.</summary>
    public static readonly AuditAction Amended = new("booking-amend", "替人改预约");

    /// <summary>Cancelled for somebody.</summary>
    public static readonly AuditAction Cancelled = new("booking-cancel", "替人取消预约");

    /// <summary>Phone, name, address and note were shown in full.</summary>
    public static readonly AuditAction Revealed = new("booking-reveal", "查看联系方式");

    /// <summary>Reported for a resident that nobody came.</summary>
    public static readonly AuditAction ReportedMissed = new("booking-missed", "替人报漏收");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AuditAction> All { get; } = [Booked, Amended, Cancelled, Revealed, ReportedMissed];
}
