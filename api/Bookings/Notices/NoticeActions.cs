using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Bookings.Notices;

/// <summary>What is noted about notices.</summary>
public static class NoticeActions
{
    /// <summary>Dead letters were sent again.</summary>
    public static readonly AuditAction Resent = new("notice-resend", "重发通知");

    /// <summary>The call sheet, with phone numbers, was taken away as a file.</summary>
    public static readonly AuditAction CallsExported = new("calls-export", "下载电话名单");
}
