namespace Jizhou.Public.Api.Platform.Http;

/// <summary>The refusals that any address may give.</summary>
public static class PlatformRefusals
{
    public static readonly RefusalKind Busy = new(
        "busy", 503, "系统正忙", "写入排队已满，什么也没有保存；等 Retry-After 秒后原样重试。");

    public static readonly RefusalKind StorageUnavailable = new(
        "storage_unavailable", 503, "暂时无法保存或读取", "数据库暂时不可用或磁盘已满；稍后原样重试，带 Idempotency-Key 的请求不会重复。");

    public static readonly RefusalKind Unexpected = new(
        "unexpected", 500, "程序出错了", "程序的错误，不是请求的错误；请把 requestId 告诉我们。");

    /// <summary>The write queue is full.</summary>
    public static Refusal BusyNow() => Busy.Because("现在请求太多，刚才的内容还没有保存。请等几秒再试一次。") with { RetryAfterSeconds = 2 };

    /// <summary>The database does not answer.</summary>
    public static Refusal StorageGone() => StorageUnavailable.Because("数据暂时保存不了，也可能读不到。请过一会儿再试。") with { RetryAfterSeconds = 5 };

    /// <summary>A bug of ours; says nothing about it.</summary>
    public static Refusal Bug() => Unexpected.Because("这是我们的错，不是您填错了。请稍后再试；如果还不行，请拨打 12345（外地手机 022-12345）。");
}
